internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// Finding dossiers by number, name and words. What is looked for is sent in a form's body: an address would stand
    /// in browsers' histories and proxies' logs.
    var searchRoutes: [DeskRoute] {
        [
            .get("/search", DossierRights.readers) { request, context in
                try page("search", title: "search", SearchContent(), request, context)
            },
            .post("/search", DossierRights.readers, searchPage),
        ]
    }

    private struct SearchContent: Sendable {
        struct Item: Sendable {
            var unit: String
            var state: String
        }

        struct Row: Sendable {
            var dossier: String
            var number: String
            var source: String
            var applicant: String
            var procedure: String
            var items: [Item]
            var due: String
        }

        var words = ""
        var problem: String?
        var isAnswered = false
        var hasRows = false
        var rows: [Row] = []
        var isCut = false
    }

    private static let mostHits = 50

    private func searchPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        var content = SearchContent(words: context.form?["words"] ?? "")
        guard let query = SearchQuery(content.words) else {
            content.problem = t["search_missing"]
            return try page("search", title: "search", content, request, context, status: .unprocessableContent)
        }
        let hits = try await find(query, for: context.account, limit: Self.mostHits + 1)
        content.isAnswered = true
        content.isCut = hits.count > Self.mostHits
        content.rows = hits.prefix(Self.mostHits).map { row($0, context.account, t) }
        content.hasRows = !content.rows.isEmpty
        return try page("search", title: "search", content, request, context)
    }

    /// What somebody may find: a unit finds its own, and complaints only where it leads.
    func find(_ query: SearchQuery, for account: Account?, limit: Int) async throws -> [SearchHit] {
        guard let account else { throw HTTPError(.unauthorized) }
        let unit = account.role == .unit ? account.unit ?? "" : nil
        let hits = try await ledger.search(
            query, unit: unit, inherited: unit.map(inherited) ?? [], limit: limit, by: account.name, now: clock())
        return hits.filter { hit in
            let isRestricted = hit.procedureCode.flatMap { pipeline.catalogue[$0] }?.isRestricted ?? false
            return DossierRights.admits(account, to: hit.items, isRestricted: isRestricted, holder: holder)
        }
    }

    private func row(_ hit: SearchHit, _ account: Account?, _ t: [String: String]) -> SearchContent.Row {
        let own = items(of: hit, for: account)
        return SearchContent.Row(
            dossier: hit.dossier, number: hit.number ?? hit.dossier, source: hit.source,
            applicant: hit.applicant ?? "", procedure: hit.procedureName ?? hit.procedureCode ?? "",
            items: own.map { .init(unit: unitName($0.unit), state: t["state_\($0.state.rawValue)"] ?? "") },
            due: own.compactMap(\.due).min().map(day) ?? "")
    }
}
