package import Dossiers

/// A page of a scan, and how far it has come.
package struct PageRecord: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case pending
        /// A worker has it, until its lease runs out.
        case reading
        case read
        case blank
        case separator
        case quarantined

        package var isSettled: Bool { self != .pending && self != .reading }
    }

    /// 1-based in the scan.
    package var number: Int
    package var state: State
    /// Attempts that failed.
    package var attempts: Int
    package var reason: String?
    /// Seconds of machine time that the reading took.
    package var seconds: Double?
    /// What was read; nil where it was not asked for, and for a page that is not or cannot be read.
    package var recognized: RecognizedPage?
}

extension Ledger {
    /// A scan's pages in order.
    ///
    /// - Parameters:
    ///   - numbers: Only these pages, to hold no more than a stretch of a long scan; nil for all.
    ///   - withText: Whether what was read comes along: some 100 kB for a full page.
    package func pages(
        of scan: String, _ numbers: ClosedRange<Int>? = nil, withText: Bool = true
    ) async throws -> [PageRecord] {
        try await driver.read { transaction in
            _ = try transaction.scan(scan)
            return try transaction.rows(
                """
                SELECT number, state, attempts, reason, seconds, \(withText ? "recognized" : "NULL AS recognized")
                FROM pages WHERE scan = $1 AND number >= $2 AND number <= $3 ORDER BY number
                """,
                .text(scan), .integer(numbers?.lowerBound ?? 1), .integer(numbers?.upperBound ?? Int.max)
            ) { try PageRecord(row: $0, scan: scan) }
        }
    }
}

extension PageRecord {
    init(row: ResultRow, scan: String) throws {
        let number = try row.integer("number")
        self.number = number
        state = try row.word("state")
        attempts = try row.integer("attempts")
        reason = try row.textOrNil("reason")
        seconds = try row.realOrNil("seconds")
        recognized = try row.textOrNil("recognized").map {
            try StoredJSON.value(RecognizedPage.self, in: $0, of: "page \(number) of scan \(scan)")
        }
    }
}
