internal import Ledger
internal import Routing

/// Before time, on time, late: what was promised and what was kept.
package struct DeadlineReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        package var received: Int
        /// Done before the day, on the day (or without one), and after it.
        package var early: Int
        package var onTime: Int
        package var undated: Int
        package var late: Int
        package var refused: Int
        package var withdrawn: Int
        /// At the end of the line's month or of the period: all that is open, of that what waits for a supplement,
        /// and what is past its day.
        package var open: Int
        package var waiting: Int
        package var overdue: Int
        /// Days from receipt to the two dates, added up over the items whose two dates are known.
        package var limited: Int
        package var statutoryDays: Int
        package var promisedDays: Int

        /// Of what was done and had a day, and of what is past its day and still open, the share done by the day.
        package var strictRate: Double? { share(early + onTime, of: early + onTime + late + overdue) }

        /// As the state's form counts: what waits for a supplement, is refused or withdrawn counts as on time.
        package var officialRate: Double? {
            let kept = early + onTime + undated + refused + withdrawn + waiting
            return share(kept, of: kept + late)
        }

        /// How much shorter the office's promise is than the law's limit; 0 where it is the same.
        package var reduction: Double? {
            statutoryDays > 0 ? Double(statutoryDays - promisedDays) / Double(statutoryDays) : nil
        }
    }

    package var lines: [Line]

    package init(from source: ReportSource) async throws {
        let flows: [Measure] =
            Measure.gains + Measure.losses + [.waiting, .overdue, .limited, .statutoryDays, .promisedDays]
        let stocks: [Measure] = Measure.gains + Measure.losses + [.waiting, .overdue]
        let counted = try await source.counted(flows)
        let before = try await source.stock(stocks, atEndOf: source.period.from.number - 1)
        let months: [Day?] =
            source.dimensions.contains(.month) ? source.period.months.map { Day(number: $0) } : [nil]

        var groups = Set(before.keys)
        for key in counted.keys { groups.insert(key.withoutMonth) }
        lines = groups.sorted().flatMap { group in
            var stock = before[group, default: [:]]
            return months.compactMap { month in
                var key = group
                key.month = month
                let flow = counted[key, default: [:]]
                stock = stock + flow
                let line = Line(key: key, flow: flow, stock: stock)
                return line.isEmpty ? nil : line
            }
        }
    }
}

extension ReportKey {
    var withoutMonth: ReportKey {
        var key = self
        key.month = nil
        return key
    }
}

extension DeadlineReport.Line {
    fileprivate init(key: ReportKey, flow: [Measure: Int], stock: [Measure: Int]) {
        self.init(
            key: key, received: flow.of(.receivedCounter, .receivedOnline, .receivedPost),
            early: flow.of(.closedEarly), onTime: flow.of(.closedOnTime), undated: flow.of(.closedUndated),
            late: flow.of(.closedLate), refused: flow.of(.refused), withdrawn: flow.of(.withdrawn), open: stock.open,
            waiting: stock.of(.waiting), overdue: stock.of(.overdue), limited: flow.of(.limited),
            statutoryDays: flow.of(.statutoryDays), promisedDays: flow.of(.promisedDays))
    }

    fileprivate var isEmpty: Bool {
        [received, early, onTime, undated, late, refused, withdrawn, open, limited].allSatisfy { $0 == 0 }
    }
}
