package import Foundation

/// A place in a unit's queue: what stands behind it stays behind it, whatever came or went meanwhile.
package struct QueuePlace: Codable, Hashable, Sendable {
    package var due: Date?
    package var item: String

    package init(due: Date?, item: String) {
        self.due = due
        self.item = item
    }

    package init(_ item: QueueItem) {
        self.init(due: item.due, item: item.id)
    }

    /// - Parameter first: The number of the condition's first parameter.
    fileprivate func condition(from first: Int) -> (text: String, values: [Value]) {
        guard let due else { return ("AND q.due_at IS NULL AND q.id > $\(first)", [.text(item)]) }
        return (
            "AND (q.due_at IS NULL OR q.due_at > $\(first) OR (q.due_at = $\(first) AND q.id > $\(first + 1)))",
            [.time(due), .text(item)]
        )
    }
}

extension Ledger {
    /// A unit's items, the nearest deadline first, those without one last.
    ///
    /// - Parameters:
    ///   - states: Empty for every state.
    ///   - place: Only those behind it; nil from the first on.
    package func queue(
        of unit: String, _ states: Set<QueueItem.State>, after place: QueuePlace? = nil, limit: Int
    ) async throws -> [QueueItem] {
        try await driver.read { transaction in
            let wanted = states.isEmpty ? Set(QueueItem.State.allCases) : states
            let list = wanted.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            let (behind, values) = place?.condition(from: 3) ?? ("", [])
            return try transaction.rows(
                """
                \(Transaction.selectingItems) WHERE q.unit = $1 AND q.state IN (\(list)) \(behind)
                ORDER BY CASE WHEN q.due_at IS NULL THEN 1 ELSE 0 END, q.due_at, q.id LIMIT $2
                """,
                [.text(unit), .integer(limit)] + values
            ) { try transaction.item($0) }
        }
    }

    /// The item that a unit should take next: of those proposed to it the one with the nearest deadline.
    ///
    /// - Complexity: two look-ups in an index, however long the queue is.
    package func nextInLine(of unit: String) async throws -> QueueItem? {
        try await driver.read { try $0.nextInLine(of: unit) }
    }

    /// An officer takes what is next in line, and has it: two officers who ask at once get two items.
    ///
    /// - Returns: Nil where nothing is proposed to the unit.
    package func acceptNext(
        of unit: String, by actor: String, series: NumberSeries?, now: Date
    ) async throws -> QueueItem? {
        try await driver.write { transaction in
            guard let next = try transaction.nextInLine(of: unit) else { return nil }
            return try transaction.accept(next, by: actor, series: series, now: now)
        }
    }

    /// - Throws: `LedgerError.unknown`.
    package func queueItem(_ id: String) async throws -> QueueItem {
        try await driver.read { try $0.item(id) }
    }

    /// A dossier's items, one for each unit that works on it.
    package func queueItems(ofDossier dossier: String) async throws -> [QueueItem] {
        try await driver.read { transaction in
            try transaction.rows(
                "\(Transaction.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(dossier)
            ) { try transaction.item($0) }
        }
    }

    /// When an item's clock stood still, oldest first.
    package func pauses(of item: String) async throws -> [Pause] {
        try await driver.read { try $0.pauses(of: item) }
    }
}

extension Transaction {
    /// Two statements, because an order that puts missing dates last would read the whole queue.
    func nextInLine(of unit: String) throws -> QueueItem? {
        for order in ["q.due_at IS NOT NULL ORDER BY q.due_at, q.id", "q.due_at IS NULL ORDER BY q.id"] {
            let found = try row(
                "\(Self.selectingItems) WHERE q.unit = $1 AND q.state = 'proposed' AND \(order) LIMIT 1", .text(unit)
            ) { try item($0) }
            if let found { return found }
        }
        return nil
    }
}
