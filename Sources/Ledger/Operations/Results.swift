package import Dossiers
internal import Foundation

/// What has become of the pages and dossiers of a scope.
package struct LedgerCounts: Hashable, Sendable {
    package var scans: [ScanRecord.State: Int]
    package var pages: [PageRecord.State: Int]
    package var dossiers: [Decision: Int]
    /// Split and not yet triaged.
    package var dossiersOpen: Int
    /// The pages that the scans were found to have, each counted once when its file was opened.
    package var pagesOfScans: Int

    /// Whether every page is accounted for: pages in = read + blank + separator + quarantined.
    package var isBalanced: Bool {
        pages.filter { $0.key.isSettled }.values.reduce(0, +) == pagesOfScans
    }
}

extension Ledger {
    /// Hands out the results of triaged dossiers with their scans' identifiers, one by one, in the order of their scans (of the batch, or
    /// of arrival) and of their place in them. Holds no more than 100 results at a time.
    package func forEachResult(
        in scope: Scope, _ body: (String, DossierResult) async throws -> Void
    ) async throws {
        var place = (order: 0, position: 0)
        while true {
            let (order, position) = place
            let page = try await driver.read { try $0.results(in: scope, after: (order, position), limit: 100) }
            for result in page { try await body(result.scan, result.value) }
            guard let last = page.last else { return }
            place = (last.order, last.position)
        }
    }

    /// The result of one dossier; nil until it is triaged.
    package func result(of dossier: String) async throws -> DossierResult? {
        try await driver.read { transaction in
            try transaction.row(
                "SELECT result FROM dossiers WHERE id = $1 AND result IS NOT NULL", .text(dossier)
            ) { try StoredJSON.value(DossierResult.self, in: $0.text("result"), of: "dossier \(dossier)") }
        }
    }

    package func counts(in scope: Scope) async throws -> LedgerCounts {
        try await driver.read { transaction in
            let scans = try transaction.count(
                "SELECT s.state AS name, COUNT(*) AS count FROM scans s \(scope.join(on: "s.id")) GROUP BY s.state",
                scope, as: ScanRecord.State.self)
            let pages = try transaction.count(
                "SELECT p.state AS name, COUNT(*) AS count FROM pages p \(scope.join(on: "p.scan")) GROUP BY p.state",
                scope, as: PageRecord.State.self)
            let dossiers = try transaction.count(
                """
                SELECT d.decision AS name, COUNT(*) AS count FROM dossiers d \(scope.join(on: "d.scan"))
                WHERE d.decision IS NOT NULL AND d.replaced_at IS NULL GROUP BY d.decision
                """,
                scope, as: Decision.self)
            return LedgerCounts(
                scans: scans, pages: pages, dossiers: dossiers,
                dossiersOpen: try transaction.number(
                    "SELECT COUNT(*) AS n FROM dossiers d \(scope.join(on: "d.scan")) WHERE d.decision IS NULL", scope),
                pagesOfScans: try transaction.number(
                    "SELECT CAST(COALESCE(SUM(s.page_count), 0) AS BIGINT) AS n FROM scans s \(scope.join(on: "s.id"))",
                    scope))
        }
    }
}

private struct PlacedResult: Sendable {
    var scan: String
    var order: Int
    var position: Int
    var value: DossierResult
}

extension Transaction {
    fileprivate func results(
        in scope: Scope, after place: (order: Int, position: Int), limit: Int
    ) throws -> [PlacedResult] {
        let order = scope == .everything ? "s.arrival" : "b.position"
        return try rows(
            """
            SELECT s.id AS scan, \(order) AS scan_order, d.position AS position, d.result AS result
            FROM scans s \(scope.join(on: "s.id")) JOIN dossiers d ON d.scan = s.id
            WHERE d.result IS NOT NULL AND d.replaced_at IS NULL AND (\(order), d.position) > (\(scope.parameter(1)), \(scope.parameter(2)))
            ORDER BY \(order), d.position LIMIT \(scope.parameter(3))
            """,
            scope.values(.integer(place.order), .integer(place.position), .integer(limit))
        ) { row in
            PlacedResult(
                scan: try row.text("scan"), order: try row.integer("scan_order"), position: try row.integer("position"),
                value: try StoredJSON.value(DossierResult.self, in: row.text("result"), of: "a dossier's result"))
        }
    }

    fileprivate func count<Word: RawRepresentable<String> & Hashable>(
        _ sql: String, _ scope: Scope, as: Word.Type
    ) throws -> [Word: Int] {
        let pairs = try rows(sql, scope.values()) { (try $0.word("name", as: Word.self), try $0.integer("count")) }
        return Dictionary(pairs) { $0 + $1 }
    }

    fileprivate func number(_ sql: String, _ scope: Scope) throws -> Int {
        try row(sql, scope.values()) { try $0.integer("n") } ?? 0
    }

    /// Scans with more or fewer pages than were counted in them, in words.
    func miscountedScans() throws -> [String] {
        try rows(
            """
            SELECT s.id AS id, s.page_count AS counted, COUNT(p.number) AS present
            FROM scans s LEFT JOIN pages p ON p.scan = s.id
            GROUP BY s.id, s.page_count HAVING COALESCE(s.page_count, 0) <> COUNT(p.number)
            """
        ) { row in
            let counted = try row.integerOrNil("counted") ?? 0
            return "scan \(try row.text("id")) has \(counted) pages, \(try row.integer("present")) are there"
        }
    }
}
