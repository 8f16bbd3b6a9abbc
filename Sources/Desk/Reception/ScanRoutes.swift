internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import NIOCore
internal import Triage

extension Desk {
    /// A scan: what is known of it while it is read, and how it falls into dossiers afterwards.
    var scanRoutes: [DeskRoute] {
        [
            .get("/scans/:scan", DossierRights.deciders) { request, context in
                try await scanPage(request, context)
            },
            .get("/scans/:scan/pages/:page", DossierRights.deciders) { request, context in
                let scan = try await scan(context)
                guard let page = Int(try context.parameters.require("page")), let count = scan.pageCount,
                    (1...count).contains(page)
                else { throw HTTPError(.notFound) }
                return try await picture(
                    ofPage: page, of: scan, request.uri.queryParameters["size"] == "thumbnail" ? .thumbnail : .page)
            },
            .get("/scans/:scan/events", DossierRights.deciders, events),
            .post("/scans/:scan/divide", DossierRights.deciders, divide),
            .post("/scans/:scan/turn/:page", DossierRights.deciders, turn),
        ]
    }

    /// The scan of a path; that somebody was shown it is an event.
    private func scan(_ context: DeskContext) async throws -> ScanRecord {
        let scan = try await ledger.scan(context.parameters.require("scan"))
        guard let account = context.account else { throw HTTPError(.notFound) }
        let now = clock()
        if looks.isNew(by: account.name, at: scan.id, now: now) {
            try await ledger.noteView(ofScan: scan.id, by: account.name, now: now)
        }
        return scan
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
        let pages = try await ledger.pages(of: scan.id, withText: false)
        let dossiers = try await ledger.dossiers(of: scan.id)
        let drafts = Division.drafts(
            pages: Dictionary(uniqueKeysWithValues: pages.map { ($0.number, $0.state) }),
            inDossiers: Set(dossiers.flatMap(\.pages)),
            starts: Set(pages.map(\.number).filter { form["s.\($0)"] != nil }),
            added: Set(pages.map(\.number).filter { form["b.\($0)"] != nil }))
        do {
            _ = try await ledger.divide(scan.id, into: drafts, by: account.name, now: clock())
        } catch LedgerError.illegalMove {
            return try await scanPage(request, context, problem: "divide_taken")
        }
        return .redirect(to: "/scans/\(scan.id)?divide=yes")
    }

    /// Reads a page again, a quarter turn further.
    private func turn(_ request: Request, _ context: DeskContext) async throws -> Response {
        let scan = try await scan(context)
        guard let account = context.account, let number = Int(try context.parameters.require("page")),
            let page = try await ledger.pages(of: scan.id, number...number).first
        else { throw HTTPError(.notFound) }
        guard !PagePictures.isWithheld(page) else {
            return try await scanPage(request, context, problem: "turn_impossible")
        }
        do {
            let turned = ((page.recognized?.turned ?? 0) + 90) % 360
            let read = try await pictures.read(number, of: scan.digest, turned: turned)
            guard read.turned == turned else {
                return try await scanPage(request, context, problem: "turn_impossible")
            }
            try await ledger.replaceReading(of: scan.id, by: read, actor: account.name, now: clock())
        } catch LedgerError.illegalMove {
            return try await scanPage(request, context, problem: "divide_taken")
        } catch is ScanFile.Unreadable {
            return try await scanPage(request, context, problem: "turn_impossible")
        }
        return .redirect(to: "/scans/\(scan.id)?divide=yes")
    }

    // MARK: As it happens

    /// What a browser is told; it asks again where the connection ends.
    private struct Progress: Encodable, Hashable {
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
        let lines = AsyncStream<ByteBuffer> { continuation in
            let telling = Task {
                var last: Progress?
                for await _ in news.stream(of: scan.id) {
                    guard !settings.isStopAsked(), let now = try? await progress(of: scan.id, request, context) else {
                        break
                    }
                    // A comment keeps the way open, and tells this side when nobody listens any more.
                    var text = ": here\n\n"
                    if now != last, let json = try? JSONEncoder().encode(now) {
                        text = "data: \(String(decoding: json, as: UTF8.self))\n\n"
                    }
                    continuation.yield(ByteBuffer(string: text))
                    last = now
                    if now.next != nil { break }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in telling.cancel() }
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
            body: ResponseBody(asyncSequence: lines))
    }

    private func progress(of id: String, _ request: Request, _ context: DeskContext) async throws -> Progress {
        let scan = try await ledger.scan(id)
        let t = Texts.all(in: context.language)
        let isDone = scan.state == .triaged || scan.state == .quarantined
        let pages = scan.pageCount == nil ? [] : try await ledger.pages(of: id, withText: false)
        struct Content: Sendable {
            var suggestion: Suggested?
        }
        let piece = try suggestion(of: id, context.language).map {
            try templates.html(
                "suggestion", Page(t: t, frame: .bare(context.language), content: Content(suggestion: $0)))
        }
        return Progress(
            state: t["scan_\(scan.state.rawValue)"] ?? "", read: pages.filter(\.state.isSettled).count,
            pages: scan.pageCount, suggestion: piece, next: isDone ? "/scans/\(id)" : nil)
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
