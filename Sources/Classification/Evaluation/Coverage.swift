import Foundation

/// How much can be left to the model while its errors stay under a promised rate.
package struct Coverage: Codable, Hashable, Sendable {
    /// The error rates for which models keep a threshold.
    package static let promises = [0.005, 0.01, 0.02, 0.05]

    /// The promised error rate, 0…1.
    package var errorRate: Double
    /// The least probability that may act alone.
    package var threshold: Double
    /// Share of all texts at or above the threshold, 0…1.
    package var coverage: Double
    /// The error rate among those, 0…1.
    package var observedErrorRate: Double

    /// Nil where no threshold keeps the promise with 95 % confidence, be it for errors or for too few texts.
    ///
    /// Thresholds are tried in a fixed order, from the strictest on and up to the first that fails, from a few starting
    /// points that share the risk: who takes the best of all thresholds on the same texts promises too much (fixed
    /// sequence testing; Angelopoulos et al., "Learn then Test", 2021).
    package init?(of judged: [JudgedText], errorRate: Double) {
        let ranked = judged.sorted { $0.probability > $1.probability }
        let errors = ranked.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.isRight ? 0 : 1)) }
        let risk = Self.risk / Double(Self.starts.count)
        let fewest = Int((log(risk) / log1p(-errorRate)).rounded(.up))
        var best = 0
        for start in Self.starts {
            var wanted = Double(fewest) * start
            while Int(wanted) <= ranked.count {
                // Texts of equal probability stand or fall together.
                let count = Self.withEquals(Int(wanted), in: ranked)
                guard Self.upperBound(errors: errors[count], of: count, risk: risk) <= errorRate else { break }
                best = max(best, count)
                if count == ranked.count { break }
                wanted = min(max(wanted * Self.step, Double(count + 1)), Double(ranked.count))
            }
        }
        guard best > 0 else { return nil }
        self.errorRate = errorRate
        threshold = ranked[best - 1].probability
        coverage = Double(best) / Double(judged.count)
        observedErrorRate = Double(errors[best]) / Double(best)
    }

    /// How much passes at a threshold that was found otherwise, or on more texts than these.
    package init(of judged: [JudgedText], errorRate: Double, threshold: Double) {
        let passed = judged.filter { $0.probability >= threshold }
        self.errorRate = errorRate
        self.threshold = threshold
        coverage = Double(passed.count) / Double(max(judged.count, 1))
        observedErrorRate = Double(passed.count { !$0.isRight }) / Double(max(passed.count, 1))
    }

    /// Whether so many texts with so many errors keep an error rate's upper bound under the promise.
    static func isBorneOut(_ errorRate: Double, by count: Int, errors: Int) -> Bool {
        count > errors && upperBound(errors: errors, of: count, risk: risk / Double(starts.count)) <= errorRate
    }

    /// One minus the confidence of a promise.
    private static let risk = 0.05
    /// Where the tries begin, in multiples of the fewest texts that can bear a promise out.
    private static let starts = [1.0, 2, 4, 8]
    /// From one try to the next, so many times as many texts.
    private static let step = 1.1

    private static func withEquals(_ count: Int, in ranked: [JudgedText]) -> Int {
        var count = count
        while count < ranked.count, ranked[count].probability == ranked[count - 1].probability { count += 1 }
        return count
    }

    /// The greatest error rate that so small a risk leaves possible (Clopper and Pearson 1934, one-sided).
    private static func upperBound(errors: Int, of count: Int, risk: Double) -> Double {
        guard errors < count else { return 1 }
        var low = Double(errors) / Double(count)
        var high = 1.0
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if probability(ofAtMost: errors, of: count, rate: middle) > risk { low = middle } else { high = middle }
        }
        return high
    }

    /// Binomial distribution, summed in logarithms.
    private static func probability(ofAtMost errors: Int, of count: Int, rate: Double) -> Double {
        var term = Double(count) * log1p(-rate)
        var sum = exp(term)
        for k in stride(from: 1, through: errors, by: 1) {
            term += log(Double(count - k + 1) / Double(k)) + log(rate) - log1p(-rate)
            sum += exp(term)
        }
        return sum
    }
}
