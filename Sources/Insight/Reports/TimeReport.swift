package import Ledger

/// How long each stage took, by the clock on the wall: the machine's time apart from people's.
package struct TimeReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        package var stage: DossierStage
        package var count: Int
        /// Seconds, to 1/64.
        package var median: Double
        package var ninetieth: Double
        package var ninetyNinth: Double
    }

    package var lines: [Line]

    package init(from source: ReportSource) async throws {
        lines = try await source.durations().map { key, stage, histogram in
            let seconds = { (share: Double) in (histogram.quantile(share) ?? 0) / 1_000 }
            return Line(
                key: key, stage: stage, count: histogram.count, median: seconds(0.5), ninetieth: seconds(0.9),
                ninetyNinth: seconds(0.99))
        }
    }
}
