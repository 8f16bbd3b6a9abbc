/// A step of a dossier's way whose time is kept.
package enum DossierStage: String, CaseIterable, Sendable {
    /// From the scan's arrival until its pages were counted.
    case scan
    case read
    case understand
    /// From triage until a person had decided what the machine would not.
    case review
    /// From the proposal until an officer took it on.
    case accept
    /// In an officer's hands, pauses left out.
    case work
    /// The clock stood still.
    case pause
    /// From the result until the citizen had it.
    case handOver = "hand-over"

    package enum Whose: String, Sendable {
        case machine, people, citizen
    }

    package var whose: Whose {
        switch self {
        case .scan, .read, .understand: .machine
        case .review, .accept, .work, .handOver: .people
        case .pause: .citizen
        }
    }
}

/// How long things took: counts in buckets that widen with the duration, so that histograms add up.
///
/// 32 buckets to each doubling, as HdrHistogram lays them out: no value is told wrongly by more than 1/64 of it.
package struct DurationHistogram: Hashable, Sendable {
    /// By bucket.
    package private(set) var counts: [Int: Int] = [:]

    private static let perDoubling = 32

    package init() {}

    package mutating func add(_ count: Int, inBucket bucket: Int) {
        counts[bucket, default: 0] += count
    }

    package mutating func add(_ other: DurationHistogram) {
        counts.merge(other.counts, uniquingKeysWith: +)
    }

    package var count: Int { counts.values.reduce(0, +) }

    /// Milliseconds under which (or at which) lies the given share of the durations; nil for none.
    ///
    /// - Parameter share: 0…1.
    package func quantile(_ share: Double) -> Double? {
        let wanted = max(1, Int((share * Double(count)).rounded(.up)))
        var passed = 0
        for bucket in counts.keys.sorted() {
            passed += counts[bucket, default: 0]
            if passed >= wanted { return Self.middle(ofBucket: bucket) }
        }
        return nil
    }

    /// - Parameter milliseconds: Negative ones, from a clock that was put back, count as none.
    package static func bucket(of milliseconds: Int64) -> Int {
        let value = Int(max(0, milliseconds))
        guard value >= perDoubling * 2 else { return value }
        let doublings = (Int.bitWidth - 1 - value.leadingZeroBitCount) - (perDoubling.trailingZeroBitCount)
        return doublings * perDoubling + value >> doublings
    }

    static func middle(ofBucket bucket: Int) -> Double {
        guard bucket >= perDoubling * 2 else { return Double(bucket) }
        let doublings = bucket / perDoubling - 1
        let low = (bucket - doublings * perDoubling) << doublings
        return Double(low) + Double((1 << doublings) - 1) / 2
    }
}
