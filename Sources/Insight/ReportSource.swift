package import Ledger
internal import Routing

/// Where a report's figures come from: the ledger's tallies, and by what they are kept apart.
package struct ReportSource: Sendable {
    package var ledger: Ledger
    package var period: ReportPeriod
    package var dimensions: Set<ReportDimension>
    package var directory: ReportDirectory

    package init(
        ledger: Ledger, period: ReportPeriod, by dimensions: Set<ReportDimension> = [], directory: ReportDirectory
    ) {
        self.ledger = ledger
        self.period = period
        self.dimensions = dimensions
        self.directory = directory
    }

    /// What was counted in the period.
    func counted(_ measures: [Measure]) async throws -> [ReportKey: [Measure: Int]] {
        merge(try await ledger.tallies(on: period.days, measures, by: grouping))
    }

    /// What there was at the end of a day, of measures that are changes of a stock. Without months.
    func stock(_ measures: [Measure], atEndOf day: Int) async throws -> [ReportKey: [Measure: Int]] {
        merge(try await ledger.tallies(untilEndOf: day, measures, by: grouping))
    }

    func durations() async throws -> [(key: ReportKey, stage: DossierStage, histogram: DurationHistogram)] {
        var merged: [ReportKey: [DossierStage: DurationHistogram]] = [:]
        for sum in try await ledger.durations(on: period.days, by: grouping) {
            let key = key(of: sum.place, month: sum.month)
            merged[key, default: [:]][sum.stage, default: DurationHistogram()].add(sum.histogram)
        }
        return merged.sorted { $0.key < $1.key }.flatMap { key, stages in
            DossierStage.allCases.compactMap { stage in stages[stage].map { (key, stage, $0) } }
        }
    }

    /// The finest grouping of the tallies that the report needs.
    private var grouping: TallyGrouping {
        let needsUnit = dimensions.contains(.unit)
        return TallyGrouping(
            // Where items went that were never taken on is told by the unit alone.
            unit: true,
            procedure: !dimensions.isDisjoint(with: [.procedure, .field])
                || (needsUnit && directory.unitNow != nil),
            month: dimensions.contains(.month))
    }

    func key(of place: TallyPlace, month: Int? = nil) -> ReportKey {
        ReportKey(
            unit: dimensions.contains(.unit)
                ? directory.unitNow.map { $0(place.unit, place.procedure) } ?? place.unit : nil,
            procedure: dimensions.contains(.procedure) ? place.procedure : nil,
            field: dimensions.contains(.field) ? directory.field(place.procedure) ?? "" : nil,
            month: dimensions.contains(.month) ? month.map { Day(number: $0) } : nil)
    }

    private func merge(_ sums: [TallySum]) -> [ReportKey: [Measure: Int]] {
        var merged: [ReportKey: [Measure: Int]] = [:]
        for sum in sums where sum.place.unit != TallyPlace.outside {
            merged[key(of: sum.place, month: sum.month), default: [:]].merge(sum.amounts, uniquingKeysWith: +)
        }
        return merged
    }
}

extension [Measure: Int] {
    func of(_ measures: Measure...) -> Int { measures.reduce(0) { $0 + self[$1, default: 0] } }

    /// What a unit has, where everything since the beginning was added up.
    var open: Int {
        Measure.gains.reduce(0) { $0 + self[$1, default: 0] } - Measure.losses.reduce(0) { $0 + self[$1, default: 0] }
    }

    static func + (left: [Measure: Int], right: [Measure: Int]) -> [Measure: Int] {
        left.merging(right, uniquingKeysWith: +)
    }
}

/// A share of a whole; nil where there is no whole.
func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
}
