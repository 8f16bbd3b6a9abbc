package import Ledger
internal import Routing

/// Every table of every report over all that a ledger has counted, to hold one ledger against another.
package struct EveryReport: Hashable, Sendable {
    package var tables: [ReportTable]

    /// How many cells there are that are not words.
    package var figures: Int {
        tables.reduce(0) { count, table in
            count + table.rows.reduce(0) { $0 + $1.count { if case .text = $0 { false } else { true } } }
        }
    }

    package init(of ledger: Ledger) async throws {
        tables = []
        guard let days = try await ledger.talliedDays(),
            let period = ReportPeriod(from: Day(number: days.lowerBound), to: Day(number: days.upperBound))
        else { return }
        for dimensions in Self.groupings {
            let source = ReportSource(ledger: ledger, period: period, by: dimensions, directory: .none)
            tables += [
                try await source.deadlineTable(), try await source.periodicFormTable(), try await source.volumeTable(),
                try await source.timeTable(), try await source.satisfactionTable(), try await source.serviceTable(),
            ]
        }
        let source = ReportSource(ledger: ledger, period: period, by: [.unit], directory: .none)
        tables += try await source.accuracyTables()
        tables.append(try await source.dueSoonTable())
    }

    private static let groupings: [Set<ReportDimension>] = [[], [.unit], [.procedure], [.unit, .month]]
}
