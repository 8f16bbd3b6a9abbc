internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Triage

extension Desk {
    /// The versions of the model: how they do, which one decides, and another one in its place.
    var modelRoutes: [DeskRoute] {
        [
            .get("/models", .overseers) { request, context in try await modelsPage(request, context) },
            .get("/models/version", .overseers, versionPage),
            .get("/models/promote", .overseers) { request, context in
                try await promotionPage(Self.version(of: request), request, context)
            },
            .post("/models/promote", .overseers, promote),
            .get("/models/rollback", .overseers) { request, context in try await rollbackPage(request, context) },
            .post("/models/rollback", .overseers, rollBack),
            .post("/models/shadow", .overseers) { _, context in
                try await ledger.setShadow(
                    to: context.form?["model"], by: context.account?.name ?? "", now: clock())
                return .redirect(to: "/models")
            },
        ]
    }

    /// - Throws: `HTTPError` where the address names none.
    private static func version(of request: Request) throws -> String {
        guard let name = FormFields(request.uri.query ?? "")["model"] else { throw HTTPError(.notFound) }
        return name
    }

    // MARK: One version

    private struct VersionContent: Sendable {
        var model: String
        var card: String
    }

    private func versionPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let name = try Self.version(of: request)
        let office = try await ModelOffice(self)
        let card = name == office.own ? pipeline.textBesideModel("card.md") : office[name]?.card
        guard let card else { throw HTTPError(.notFound) }
        return try page("model", title: name, VersionContent(model: name, card: card), request, context)
    }

    // MARK: Another one decides

    private struct PromotionContent: Sendable {
        var problem: String?
        var model: String
        var serving: String
        /// What stands against it; nil where nothing does.
        var obstacle: String?
        var tables: [ReportContent.Table]
    }

    private func promotionPage(
        _ name: String, problem: String? = nil, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let office = try await ModelOffice(self)
        guard office[name] != nil, name != office.serving else { throw HTTPError(.notFound) }
        let t = Texts.all(in: context.language)
        let report = try await office.report(on: name, in: ledger)
        let content = PromotionContent(
            problem: problem.flatMap { t[$0] }, model: name, serving: office.serving,
            obstacle: report.obstacle(errorLimit: pipeline.promise).flatMap { t["obstacle_\($0.rawValue)"] },
            tables: shadowTables(report, context.language))
        return try page(
            "promotion", title: "models_promote", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// What the form says served when the person looked.
    ///
    /// - Throws: `HTTPError` for a form that does not say it.
    private func shown(_ context: DeskContext, in office: ModelOffice) throws -> ModelsAtWork {
        guard let serving = context.form?["serving"] else { throw HTTPError(.badRequest) }
        // The pipeline's own has no bytes in the ledger, and none are asked for here.
        return ModelsAtWork(
            serving: serving == office.own ? nil : ModelsAtWork.Version(identifier: serving, digest: ""), shadow: nil)
    }

    private func promote(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let name = context.form?["model"], let account = context.account else { throw HTTPError(.badRequest) }
        let office = try await ModelOffice(self)
        guard let version = office[name] else { throw HTTPError(.notFound) }
        let seen = try shown(context, in: office)
        let report = try await office.report(on: name, in: ledger)
        // Evidence may have come in since the page was shown.
        guard report.obstacle(errorLimit: pipeline.promise) == nil else {
            return try await promotionPage(name, problem: "models_not_better", request, context)
        }
        do {
            try await ModelKeeper.check(version, in: blobs)
        } catch is LedgerError {
            return try await promotionPage(name, problem: "models_unreadable", request, context)
        }
        let words = context.form?["reason"].map { "; \($0.prefix(500))" } ?? ""
        try await ledger.promoteModel(
            name, by: account.name, reason: report.evidence + words, seeing: seen, now: clock())
        return .redirect(to: "/models")
    }

    // MARK: The one before decides again

    private struct RollbackContent: Sendable {
        var problem: String?
        var serving: String
        var before: String
    }

    private func rollbackPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil
    ) async throws -> Response {
        let office = try await ModelOffice(self)
        guard let before = office.before else { throw HTTPError(.notFound) }
        let content = RollbackContent(
            problem: problem.map { Texts.text($0, in: context.language) }, serving: office.serving, before: before)
        return try page(
            "rollback", title: "models_rollback", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private func rollBack(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let account = context.account else { throw HTTPError(.unauthorized) }
        guard let reason = context.form?["reason"] else {
            return try await rollbackPage(request, context, problem: "models_reason")
        }
        let office = try await ModelOffice(self)
        try await ledger.rollBackModel(
            by: account.name, reason: String(reason.prefix(500)), seeing: try shown(context, in: office), now: clock())
        return .redirect(to: "/models")
    }
}
