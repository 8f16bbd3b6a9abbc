internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// The blind sample: dossiers that the machine decided alone, looked at by supervisors who are not shown what it
    /// decided.
    var sampleRoutes: [DeskRoute] {
        let judges = Access.roles([.supervisor])
        return [
            .get("/samples", judges) { request, context in try await samplesPage(request, context) },
            .post("/samples", judges, drawSample),
            .get("/samples/:id", judges) { request, context in try await casePage(request, context) },
            .post("/samples/:id", judges, judge),
        ]
    }

    private struct SamplesContent: Sendable {
        struct Row: Sendable {
            var path: String
            var source: String
            var pages: String
            var drawn: String
        }

        var problem: String?
        /// What a draw took, in words; nil where there was none just now.
        var drawn: String?
        var from: String
        var to: String
        var waiting: String
        var rows: [Row]
    }

    /// Verdicts that wait are shown so far; nobody judges more in a day.
    private static let casesShown = 200

    private func samplesPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil, drawn: AuditDraw? = nil
    ) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let cases = try await ledger.openAuditCases(limit: Self.casesShown)
        let zone = pipeline.router.calendar.timeZone
        let content = SamplesContent(
            problem: problem.flatMap { t[$0] },
            drawn: drawn.map {
                "\(t["samples_drawn"] ?? "") \(figures.count($0.dossiers.count)) / \(figures.count($0.population))"
            },
            from: context.form?["from"] ?? today.monthsFirst.description,
            to: context.form?["to"] ?? today.description, waiting: figures.count(cases.count),
            rows: cases.map {
                .init(
                    path: "/samples/\($0.dossier)", source: $0.source, pages: PageRanges.text($0.pages),
                    drawn: figures.moment($0.drawnAt, in: zone))
            })
        return try page(
            "samples", title: "samples", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private func drawSample(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let form = context.form, let account = context.account else { throw HTTPError(.badRequest) }
        guard let count = form["count"].flatMap({ Int($0) }), (1...1_000).contains(count) else {
            return try await samplesPage(request, context, problem: "samples_count")
        }
        guard let first = form["from"].flatMap({ Day($0) }), let last = form["to"].flatMap({ Day($0) }),
            let period = ReportPeriod(from: first, to: last)
        else { return try await samplesPage(request, context, problem: "fault_period") }
        let drawn = try await ledger.drawAuditSample(
            of: count,
            triaged: OfficeDay.start(of: period.from.number)..<OfficeDay.start(of: period.to.number + 1),
            by: account.name, now: clock())
        return try await samplesPage(request, context, drawn: drawn)
    }

    private struct CaseContent: Sendable {
        struct Page: Sendable {
            var number: Int
            var path: String
        }

        struct Choice: Sendable {
            var value: String
            var label: String
        }

        var problem: String?
        var path: String
        var source: String
        var pages: [Page]
        var procedures: [Choice]
        var procedure: String
    }

    /// The drawn dossier of a path.
    ///
    /// - Throws: `HTTPError` for one that was not drawn, or is judged already.
    private func openCase(_ context: DeskContext) async throws -> AuditCase {
        let id = try context.parameters.require("id")
        guard let found = try await ledger.openAuditCases(limit: 100_000).first(where: { $0.dossier == id }) else {
            throw HTTPError(.notFound)
        }
        return found
    }

    private func casePage(
        _ request: Request, _ context: DeskContext, problem: String? = nil
    ) async throws -> Response {
        let found = try await openCase(context)
        // That somebody is shown the papers is an event here too.
        _ = try await sheet(context)
        let content = CaseContent(
            problem: problem.map { Texts.text($0, in: context.language) }, path: "/samples/\(found.dossier)",
            source: found.source,
            pages: found.pages.map { .init(number: $0, path: "/dossiers/\(found.dossier)/pages/\($0)") },
            procedures: pipeline.catalogue.procedures.map { .init(value: "\($0.code) \($0.name)", label: $0.field) },
            procedure: context.form?["procedure"] ?? "")
        return try page(
            "sample", title: "sample", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private func judge(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let account = context.account else { throw HTTPError(.unauthorized) }
        let found = try await openCase(context)
        var code = context.form?["procedure"]?.split(separator: " ").first.map(String.init)
        if context.form?["none"] != nil { code = "none" }
        guard let code, code == "none" || pipeline.catalogue[code] != nil else {
            return try await casePage(request, context, problem: "sample_procedure")
        }
        try await ledger.judgeAuditCase(found.dossier, as: code, by: account.name, now: clock())
        let next = try await ledger.openAuditCases(limit: 1).first
        return .redirect(to: next.map { "/samples/\($0.dossier)" } ?? "/samples")
    }
}
