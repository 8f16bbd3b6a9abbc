internal import Ledger
package import Routing

/// What is late, and what will be late, day by day, unless somebody does something.
package struct DueSoonReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        /// The day on which they are due; nil for those that are late already.
        package var due: Day?
        package var items: Int
    }

    package var lines: [Line]

    /// - Parameters:
    ///   - source: Its period begins today; it reaches as far ahead as one wants to look.
    package init(from source: ReportSource) async throws {
        var source = source
        source.dimensions.remove(.month)
        var found: [Line] = []
        for (key, counts) in try await source.stock([.overdue], atEndOf: source.period.from.number) {
            found.append(Line(key: key, due: nil, items: counts.of(.overdue)))
        }
        for day in source.period.days {
            var ahead = source
            // What is due on a day changes the stock of late items on the next.
            guard let next = ReportPeriod(from: Day(number: day + 1), to: Day(number: day + 1)) else { continue }
            ahead.period = next
            for (key, counts) in try await ahead.counted([.overdue]) {
                found.append(Line(key: key, due: Day(number: day), items: counts.of(.overdue)))
            }
        }
        lines = found.filter { $0.items != 0 }.sorted {
            $0.key == $1.key ? ($0.due?.number ?? 0) < ($1.due?.number ?? 0) : $0.key < $1.key
        }
    }
}
