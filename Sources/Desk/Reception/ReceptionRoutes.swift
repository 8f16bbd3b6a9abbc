internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Triage

extension Desk {
    /// Where scans are put in.
    var receptionRoutes: [DeskRoute] {
        [
            .get("/reception", DossierRights.deciders) { request, context in
                try await receptionPage(request, context)
            },
            .get("/reception/list", DossierRights.deciders) { request, context in
                try piece("uploads", try await uploads(context), request, context)
            },
            .upload("/scans", DossierRights.deciders, takeIn),
        ]
    }

    private struct UploadsContent: Sendable {
        struct Row: Sendable {
            var scan: String
            var name: String
            var state: String
            var pages: Int?
            var since: String
            var isOpen: Bool
        }

        var rows: [Row]
        var isOpen: Bool
    }

    private struct ReceptionContent: Sendable {
        struct Refused: Sendable {
            var name: String
            var problem: String
        }

        var refused: [Refused]
        var hasRefused: Bool
        var rows: [UploadsContent.Row]
        var isOpen: Bool
        var limit: Int
    }

    private func uploads(_ context: DeskContext) async throws -> UploadsContent {
        let t = Texts.all(in: context.language)
        let rows = try await ledger.uploads(limit: 60).prefix(30).map { scan in
            UploadsContent.Row(
                scan: scan.id, name: scan.name, state: t["scan_\(scan.state.rawValue)"] ?? "", pages: scan.pageCount,
                since: moment(scan.receivedAt), isOpen: scan.state != .triaged && scan.state != .quarantined)
        }
        return UploadsContent(rows: rows, isOpen: rows.contains(where: \.isOpen))
    }

    private func receptionPage(
        _ request: Request, _ context: DeskContext, refused: [Upload.Refused] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let t = Texts.all(in: context.language)
        let list = try await uploads(context)
        let content = ReceptionContent(
            refused: refused.map { .init(name: $0.name, problem: t[$0.problem.text] ?? "") },
            hasRefused: !refused.isEmpty,
            rows: list.rows, isOpen: list.isOpen, limit: pipeline.limits.bytesPerFile >> 20)
        return try page("reception", title: "reception", content, request, context, status: status)
    }

    private func takeIn(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let account = context.account, let key = context.key else { throw HTTPError(.unauthorized) }
        let reading = UploadReading(desk: self, actor: account.name, accepts: key.accepts)
        let upload = try await reading.read(request, isTokenKnown: context.isTokenKnown)
        if upload.refused.isEmpty {
            return .redirect(to: upload.scans.count == 1 ? "/scans/\(upload.scans[0].id)" : "/reception")
        }
        return try await receptionPage(request, context, refused: upload.refused, status: .unprocessableContent)
    }
}
