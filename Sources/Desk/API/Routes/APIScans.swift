internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Triage

extension APIRoute {
    /// Scans: put in, followed, divided.
    static let scans: [APIRoute] = [
        .post(
            "/scans", DossierRights.deciders, "putScanIn",
            """
            Puts a scan in: its bytes as they are, or a form of files (multipart/form-data). Sent again, the same bytes \
            are the same scan, so a repeated request does nothing twice.
            """,
            fields: [
                Parameter(
                    name: "X-File-Name", schema: .text(most: 500),
                    note: "What the file is called, percent-encoded UTF-8; for bytes without a form.")
            ],
            body: .scan,
            [
                Answer(.json(UploadObject.schema), "Taken in; `Location` is the first scan.", status: 201),
                Answer(.json(UploadObject.schema), "Everything taken in was there already.", status: 200),
            ], problems: [.unprocessable], putIn),
        .get(
            "/scans/:scan", DossierRights.deciders, "scan", "How far a scan has come, and its dossiers.",
            Answer(.json(ScanObject.schema), "The scan.")
        ) { desk, _, context in
            try await desk.described(try await desk.scan(context))
        },
        .get(
            "/scans/:scan/events", DossierRights.deciders, "followScan",
            "Tells of a scan as it is read, by server-sent events, until it is done.",
            Answer(.events(ProgressObject.schema), "One event for each change; the last has `done`.")
        ) { desk, _, context in
            let scan = try await desk.scan(context)
            let account = try context.known().name
            guard desk.followers.join(account) else {
                throw Problem(.tooMany, "at most \(Followers.most) scans are followed at once", retryAfter: 5)
            }
            return desk.telling(of: scan.id, onEnd: { desk.followers.leave(account) }) { progress in
                let dossiers = progress.isDone ? try await desk.ledger.dossiers(of: scan.id).map(\.id) : []
                return ProgressObject(progress, dossiers: dossiers)
            }
        },
        .post(
            "/scans/:scan/divide", DossierRights.deciders, "divideScan",
            "Divides a scan anew: no page is lost, and what a person has confirmed stays together.",
            body: .json(Boundaries.schema), [Answer(.json(ScanObject.schema), "The scan as it is divided now.")]
        ) { desk, _, context in
            let scan = try await desk.scan(context)
            let asked: Boundaries = try context.sent()
            let (starts, added) = (Set(asked.starts), Set(asked.added ?? []))
            try await desk.divide(
                scan, starts: starts.contains, added: added.contains, by: try context.known().name)
            return try await desk.described(scan)
        },
        .get(
            "/scans/:scan/pages/:page/picture", DossierRights.deciders, "scanPicture",
            "A page of a scan as a picture, whether or not it lies in a dossier.",
            parameters: [.pictureSize],
            Answer(.bytes(type: "image/jpeg"), "The picture.")
        ) { desk, request, context in
            return try await desk.scanPicture(request.pictureSize, context)
        },
        .post(
            "/scans/:scan/pages/:page/turn", DossierRights.deciders, "turnPage",
            "Reads a page again, a quarter turn further, and understands its dossier anew.",
            [Answer(.json(ScanObject.schema), "The scan.")], problems: [.unprocessable]
        ) { desk, _, context in
            let scan = try await desk.scan(context)
            try await desk.turn(context.parameters.require("page"), of: scan, by: try context.known().name)
            return try await desk.described(scan)
        },
    ]

    private struct Boundaries: Decodable {
        var starts: [Int]
        var added: [Int]?

        static let schema = Schema.object([
            .must("starts", .list(.integer(1...1_000_000), count: 0...10_000), "Pages with which dossiers begin."),
            .may(
                "added", .list(.integer(1...1_000_000), count: 0...10_000),
                "Blank pages that lie in the dossier before."),
        ])
    }

    @Sendable private static func putIn(_ desk: Desk, _ request: Request, _ context: DeskContext) async throws
        -> Response
    {
        let reading = UploadReading(desk: desk, actor: try context.known().name)
        let kind = (request.headers[.contentType] ?? "").lowercased()
        let upload: Upload
        if kind.hasPrefix("multipart/") {
            upload = try await reading.read(request, isTokenKnown: true)
        } else {
            // A form that was meant for pages is no scan, and is not read to its end.
            guard !kind.hasPrefix("application/x-www-form-urlencoded"), !kind.hasPrefix("application/json") else {
                throw Problem(.wrongType, "the bytes of a scan, or multipart/form-data")
            }
            upload = try await reading.readFile(request, named: fileName(of: request))
        }
        guard let first = upload.scans.first else { throw refusal(of: upload) }
        var response = try Response.json(
            UploadObject(upload), upload.scans.contains { $0.isNew } ? .created : .ok)
        response.headers[.location] = "\(root)/scans/\(first.id)"
        return response
    }

    /// Where nothing was taken in.
    private static func refusal(of upload: Upload) -> Problem {
        guard let first = upload.refused.first else { return Problem(.badRequest, "there is no file in it") }
        let errors = upload.refused.map { refused in
            SchemaFault(at: "files[\(refused.place - 1)]", problem: Texts.text(refused.problem.text, in: .english))
        }
        return Problem(first.problem == .large ? .tooLarge : .unprocessable, errors: errors)
    }

    private static func fileName(of request: Request) -> String {
        let given = HTTPField.Name("X-File-Name").flatMap { request.headers[$0] } ?? ""
        return String((given.removingPercentEncoding ?? given).prefix(500))
    }
}

extension Desk {
    /// A scan as it stands now.
    fileprivate func described(_ scan: ScanRecord) async throws -> Response {
        try .json(ScanObject(try await progress(of: scan.id), try await ledger.dossiers(of: scan.id)))
    }
}
