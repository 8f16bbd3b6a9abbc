package import Foundation

extension Ledger {
    /// Items whose clock runs and whose date lies in a stretch of time, the earliest first: of every unit or of one.
    ///
    /// - Complexity: By an index of what is open, however much is done.
    package func runningItems(due time: Range<Date>, unit: String? = nil, limit: Int) async throws -> [QueueItem] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                \(Transaction.selectingItems) WHERE q.state IN ('proposed', 'accepted', 'returned')
                    AND q.due_at >= $1 AND q.due_at < $2 \(unit == nil ? "" : "AND q.unit = $4")
                ORDER BY q.due_at, q.id LIMIT $3
                """,
                [.time(time.lowerBound), .time(time.upperBound), .integer(limit)] + (unit.map { [.text($0)] } ?? [])
            ) { try transaction.item($0) }
        }
    }

    /// How many dossiers no unit has because a person must look first.
    package func countWaitingForPerson() async throws -> Int {
        try await driver.read { transaction in
            try transaction.row(
                "SELECT COUNT(*) AS n FROM dossiers d WHERE \(Transaction.waitingForPerson)"
            ) { try $0.integer("n") } ?? 0
        }
    }
}
