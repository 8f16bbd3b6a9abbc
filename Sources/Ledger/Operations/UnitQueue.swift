package import Foundation

/// A dossier in a unit's queue.
package struct QueueItem: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// HoSo's suggestion; an officer accepts or returns it.
        case proposed
        case accepted
        /// Not this unit's: it goes back to be routed anew.
        case returned
        case paused
        case completed
    }

    package var id: String
    package var dossier: String
    package var unit: String
    package var state: State
    package var due: Date?
    package var openedAt: Date
    /// Nil where nothing was suggested.
    package var procedureCode: String?
    package var procedureName: String?
    package var scan: String
    /// The scan file's name.
    package var source: String
    /// The dossier's pages in it, 1-based.
    package var pages: [Int]
}

extension Ledger {
    /// A unit's items, the nearest deadline first, those without one last.
    ///
    /// - Parameter states: Empty for every state.
    package func queue(of unit: String, _ states: Set<QueueItem.State>, limit: Int) async throws -> [QueueItem] {
        try await driver.read { transaction in
            let wanted = states.isEmpty ? Set(QueueItem.State.allCases) : states
            let list = wanted.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            return try transaction.rows(
                """
                \(Transaction.selectingItems) WHERE q.unit = $1 AND q.state IN (\(list))
                ORDER BY CASE WHEN q.due_at IS NULL THEN 1 ELSE 0 END, q.due_at, q.id LIMIT $2
                """,
                .text(unit), .integer(limit)
            ) { try transaction.item($0) }
        }
    }

    /// An officer takes a proposed dossier on.
    ///
    /// - Parameter actor: Who accepts it, as the office names its people.
    /// - Throws: `LedgerError.unknown`; `.illegalMove` unless the item is proposed.
    @discardableResult
    package func accept(_ item: String, by actor: String, now: Date) async throws -> QueueItem {
        try await move(item, to: .accepted, from: [.proposed], as: .itemAccepted, by: actor, now: now)
    }

    /// An officer gives a dossier back that is not the unit's.
    ///
    /// - Parameter reason: In the officer's words; kept with the event.
    /// - Throws: `LedgerError.unknown`; `.illegalMove` unless the item is proposed or accepted.
    @discardableResult
    package func `return`(_ item: String, by actor: String, reason: String, now: Date) async throws -> QueueItem {
        try await move(
            item, to: .returned, from: [.proposed, .accepted], as: .itemReturned, by: actor,
            detail: ["reason": reason], now: now)
    }

    private func move(
        _ id: String, to state: QueueItem.State, from allowed: Set<QueueItem.State>, as kind: LedgerEvent.Kind,
        by actor: String, detail: [String: String] = [:], now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let item = try transaction.item(id)
            guard allowed.contains(item.state) else {
                throw LedgerError.illegalMove(
                    "item \(id) is \(item.state.rawValue) and cannot become \(state.rawValue): "
                        + "only \(allowed.map(\.rawValue).sorted().joined(separator: " and ")) items can")
            }
            try transaction.run(
                "UPDATE queue_items SET state = $2, changed_at = $3 WHERE id = $1",
                .text(id), .text(state.rawValue), .time(now))
            try transaction.append(
                kind, at: now, scan: item.scan, dossier: item.dossier, item: id, actor: actor,
                detail: detail.merging(["unit": item.unit]) { given, _ in given })
            return try transaction.item(id)
        }
    }
}

extension Transaction {
    fileprivate static let selectingItems = """
        SELECT q.id, q.dossier, q.unit, q.state, q.due_at, q.opened_at, d.procedure_code, d.procedure_name,
            d.scan, s.name AS source
        FROM queue_items q JOIN dossiers d ON d.id = q.dossier JOIN scans s ON s.id = d.scan
        """

    /// - Throws: `LedgerError.unknown`.
    fileprivate func item(_ id: String) throws -> QueueItem {
        let found = try row("\(Self.selectingItems) WHERE q.id = $1", .text(id)) { try item($0) }
        guard let found else {
            throw LedgerError.unknown("no queue has an item \(id): `hoso queue list --unit UNIT` shows those there are")
        }
        return found
    }

    fileprivate func item(_ row: ResultRow) throws -> QueueItem {
        let dossier = try row.text("dossier")
        return QueueItem(
            id: try row.text("id"), dossier: dossier, unit: try row.text("unit"), state: try row.word("state"),
            due: try row.timeOrNil("due_at"), openedAt: try row.time("opened_at"),
            procedureCode: try row.textOrNil("procedure_code"), procedureName: try row.textOrNil("procedure_name"),
            scan: try row.text("scan"), source: try row.text("source"),
            pages: try pages(of: dossier))
    }
}
