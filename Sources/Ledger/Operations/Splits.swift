package import Foundation

/// A dossier as splitting left it.
package struct DossierRecord: Hashable, Sendable {
    package enum State: String, Sendable {
        case split
        case triaged
    }

    package var id: String
    package var scan: String
    /// 1-based in the scan.
    package var position: Int
    package var state: State
    /// 1-based in the scan, ascending.
    package var pages: [Int]
}

extension Ledger {
    /// Records how a fully read scan falls into dossiers. A second call changes nothing and returns what
    /// the first recorded.
    ///
    /// - Parameter drafts: Each dossier's pages, 1-based, in the order of the dossiers. Every page that was
    ///   read or quarantined lies in exactly one; blank pages and separators may lie in one. Empty for a
    ///   scan of nothing but blank pages and separators, which is then done.
    /// - Throws: `LedgerError.illegalMove` where pages are still open; `.refused` where a page is lost or
    ///   lies in two dossiers.
    package func recordSplit(_ scan: String, into drafts: [[Int]], now: Date) async throws -> [DossierRecord] {
        let identifiers = drafts.map { _ in newIdentifier(now) }
        return try await driver.write { transaction in
            let known = try transaction.scan(scan)
            switch known.state {
            case .split, .triaged, .quarantined: return try transaction.dossiers(of: scan)
            case .registered, .reading:
                throw LedgerError.illegalMove("scan \(scan) is \(known.state.rawValue): not every page is settled")
            case .read: break
            }
            try transaction.check(drafts, cover: scan)
            for (index, (identifier, pages)) in zip(identifiers, drafts).enumerated() {
                try transaction.insertDossier(identifier, of: scan, position: index + 1, pages: pages, now: now)
            }
            try transaction.run("UPDATE scans SET state = 'split' WHERE id = $1", .text(scan))
            try transaction.append(.scanSplit, at: now, scan: scan, detail: ["dossiers": String(drafts.count)])
            try transaction.finishIfTriaged(scan, now: now)
            return try transaction.dossiers(of: scan)
        }
    }

    /// A scan's dossiers in order.
    package func dossiers(of scan: String) async throws -> [DossierRecord] {
        try await driver.read { try $0.dossiers(of: scan) }
    }

    /// Dossiers that are split and not yet triaged, oldest scan first: what a killed run left to do.
    package func dossiersToTriage(in scope: Scope, limit: Int = 100) async throws -> [DossierRecord] {
        try await driver.read { transaction in
            let scans = try transaction.rows(
                """
                SELECT s.id FROM scans s WHERE s.state = 'split' \(scope.condition(on: "s.id"))
                ORDER BY s.arrival LIMIT \(scope.parameter(1))
                """,
                scope.values(.integer(limit))
            ) { try $0.text("id") }
            return Array(
                try scans.flatMap { try transaction.dossiers(of: $0) }.filter { $0.state == .split }.prefix(limit))
        }
    }
}

extension Transaction {
    func insertDossier(_ id: String, of scan: String, position: Int, pages: [Int], now: Date) throws {
        try run(
            "INSERT INTO dossiers (id, scan, position, state, split_at) VALUES ($1, $2, $3, 'split', $4)",
            .text(id), .text(scan), .integer(position), .time(now))
        for page in pages {
            try run(
                "INSERT INTO dossier_pages (scan, page, dossier) VALUES ($1, $2, $3)",
                .text(scan), .integer(page), .text(id))
        }
    }

    /// A scan whose last dossier has been triaged is done.
    func finishIfTriaged(_ scan: String, now: Date) throws {
        let finished = try run(
            """
            UPDATE scans SET state = 'triaged', lease_owner = NULL, lease_until = NULL
            WHERE id = $1 AND state = 'split' AND NOT EXISTS (
                SELECT 1 FROM dossiers WHERE scan = $1 AND state = 'split')
            """,
            .text(scan))
        if finished == 1 { try append(.scanTriaged, at: now, scan: scan) }
    }

    func dossiers(of scan: String) throws -> [DossierRecord] {
        let pages = try rows("SELECT dossier, page FROM dossier_pages WHERE scan = $1 ORDER BY page", .text(scan)) {
            (dossier: try $0.text("dossier"), page: try $0.integer("page"))
        }
        let byDossier = Dictionary(grouping: pages, by: \.dossier)
        return try rows(
            "SELECT id, position, state FROM dossiers WHERE scan = $1 AND replaced_at IS NULL ORDER BY position",
            .text(scan)
        ) {
            let id = try $0.text("id")
            return DossierRecord(
                id: id, scan: scan, position: try $0.integer("position"), state: try $0.word("state"),
                pages: byDossier[id, default: []].map(\.page))
        }
        // Those of a later division have later positions, wherever their pages lie.
        .sorted { ($0.pages.first ?? 0, $0.position) < ($1.pages.first ?? 0, $1.position) }
    }

    /// - Throws: `LedgerError.refused` unless every page with something on it lies in exactly one draft.
    func check(_ drafts: [[Int]], cover scan: String) throws {
        let states = try rows("SELECT number, state FROM pages WHERE scan = $1", .text(scan)) {
            (number: try $0.integer("number"), state: try $0.word("state", as: PageRecord.State.self))
        }
        var open = Set(states.filter { $0.state == .read || $0.state == .quarantined }.map(\.number))
        var free = Set(states.map(\.number)).subtracting(open)
        for (index, draft) in drafts.enumerated() {
            guard !draft.isEmpty else { throw LedgerError.refused("dossier \(index + 1) of scan \(scan) has no pages") }
            for page in draft where open.remove(page) == nil && free.remove(page) == nil {
                throw LedgerError.refused("page \(page) of scan \(scan) is in two dossiers, or is not there")
            }
        }
        if let lost = open.min() {
            throw LedgerError.refused("page \(lost) of scan \(scan) is in no dossier")
        }
    }
}
