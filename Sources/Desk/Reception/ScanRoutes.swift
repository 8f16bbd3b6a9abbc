internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Triage

extension Desk {
    /// A scan: what is known of it while it is read, and how it falls into dossiers afterwards.
    var scanRoutes: [DeskRoute] {
        [
            .get("/scans/:scan", DossierRights.deciders) { request, context in
                try await scanPage(request, context)
            },
            .get("/scans/:scan/pages/:page", DossierRights.deciders) { request, context in
                try await scanPicture(
                    request.pictureSize, context)
            },
            .get("/scans/:scan/events", DossierRights.deciders, events),
            .post("/scans/:scan/divide", DossierRights.deciders, divide),
            .post("/scans/:scan/turn/:page", DossierRights.deciders, turn),
        ]
    }

    /// The scan of a path; that somebody was shown it is an event.
    func scan(_ context: DeskContext) async throws -> ScanRecord {
        let scan = try await ledger.scan(context.parameters.require("scan"))
        guard let account = context.account else { throw HTTPError(.notFound) }
        let now = clock()
        if looks.isNew(by: account.name, at: scan.id, now: now) {
            try await ledger.noteView(ofScan: scan.id, by: account.name, now: now)
        }
        return scan
    }

    /// The page of a path, as a picture.
    func scanPicture(_ size: PagePictures.Size, _ context: DeskContext) async throws -> Response {
        let scan = try await scan(context)
        guard let page = Int(try context.parameters.require("page")), let count = scan.pageCount, page >= 1,
            page <= count
        else { throw HTTPError(.notFound) }
        return try await picture(ofPage: page, of: scan, size)
    }

    func scanPage(_ request: Request, _ context: DeskContext, problem: String? = nil) async throws -> Response {
        let scan = try await scan(context)
        let dossiers = try await ledger.dossiers(of: scan.id)
        let asked = FormFields(request.uri.query ?? "")
        // One dossier is what people wait for; how it was divided is a question of its own.
        if scan.state == .triaged || scan.state == .quarantined, dossiers.count == 1, asked["divide"] == nil,
            problem == nil
        {
            return .redirect(to: "/dossiers/\(dossiers[0].id)")
        }
        let pages = scan.pageCount == nil ? [] : try await ledger.pages(of: scan.id, withText: false)
        let strip = ScanStrip(desk: self, scan: scan, dossiers: dossiers, pages: pages, language: context.language)
        var content = try await strip.content()
        content.problem = problem.map { Texts.text($0, in: context.language) }
        content.suggestion = suggestion(of: scan.id, context.language)
        return try page(
            "scan", title: "scan", content, request, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    func suggestion(of scan: String, _ language: Language) -> Suggested? {
        news.suggestion(of: scan).map { Suggested($0, Texts.all(in: language)) }
    }

    private func divide(_ request: Request, _ context: DeskContext) async throws -> Response {
        let scan = try await scan(context)
        guard let account = context.account, let form = context.form else { throw HTTPError(.badRequest) }
        do {
            try await divide(
                scan, starts: { form["s.\($0)"] != nil }, added: { form["b.\($0)"] != nil }, by: account.name)
        } catch LedgerError.illegalMove {
            return try await scanPage(request, context, problem: "divide_taken")
        }
        return .redirect(to: "/scans/\(scan.id)?divide=yes")
    }

    /// Reads a page again, a quarter turn further.
    private func turn(_ request: Request, _ context: DeskContext) async throws -> Response {
        let scan = try await scan(context)
        guard let account = context.account else { throw HTTPError(.unauthorized) }
        do {
            try await turn(context.parameters.require("page"), of: scan, by: account.name)
        } catch LedgerError.illegalMove {
            return try await scanPage(request, context, problem: "divide_taken")
        } catch is UnturnedPage {
            return try await scanPage(request, context, problem: "turn_impossible")
        }
        return .redirect(to: "/scans/\(scan.id)?divide=yes")
    }

    // MARK: As it happens

    /// What a browser is told.
    private struct Told: Encodable, Hashable {
        var state: String
        var read: Int
        var pages: Int?
        /// A piece of the page; nil where nothing is suggested yet.
        var suggestion: String?
        /// Where to go, once the scan is done.
        var next: String?
    }

    private func events(_ request: Request, _ context: DeskContext) async throws -> Response {
        let scan = try await scan(context)
        let t = Texts.all(in: context.language)
        struct Content: Sendable {
            var suggestion: Suggested?
        }
        return telling(of: scan.id) { progress in
            let piece = try progress.suggestion.map {
                try templates.html(
                    "suggestion",
                    Page(t: t, frame: .bare(context.language), content: Content(suggestion: Suggested($0, t))))
            }
            return Told(
                state: t["scan_\(progress.scan.state.rawValue)"] ?? "", read: progress.read,
                pages: progress.scan.pageCount, suggestion: piece,
                next: progress.isDone ? "/scans/\(progress.scan.id)" : nil)
        }
    }
}

/// A suggestion as people are shown it.
struct Suggested: Sendable {
    struct Field: Sendable {
        var label: String
        var value: String
    }

    var procedure: String?
    var code: String?
    var likelihood: String?
    var because: String?
    var fields: [Field]
    var hasFields: Bool

    init(_ suggestion: TriageEvent.Suggestion, _ t: [String: String]) {
        procedure = suggestion.procedure?.name
        code = suggestion.procedure?.code
        likelihood = suggestion.procedure.map { Likelihood.text($0.probability) }
        because = suggestion.procedure.flatMap {
            $0.because.isEmpty ? nil : $0.because.prefix(6).joined(separator: " · ")
        }
        fields = suggestion.fields.compactMap { field in
            field.value.map {
                Field(
                    label: t["field_\(field.name.rawValue)"] ?? "",
                    value: field.name.isDate ? DateWriting.asPeopleWrite($0) : $0)
            }
        }
        hasFields = !fields.isEmpty
    }
}
