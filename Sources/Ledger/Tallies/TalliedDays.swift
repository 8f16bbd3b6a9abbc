extension Ledger {
    /// The first and the last day of which anything is counted; nil of an empty ledger.
    package func talliedDays() async throws -> ClosedRange<Int>? {
        try await driver.read { transaction in
            let ends = try transaction.row(
                "SELECT MIN(start) AS first, MAX(start) AS last FROM tallies WHERE span = 'day'"
            ) { (first: try $0.integerOrNil("first"), last: try $0.integerOrNil("last")) }
            guard let first = ends?.first, let last = ends?.last else { return nil }
            return first...last
        }
    }
}
