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
    package init?(of judged: [JudgedText], errorRate: Double) {
        let ranked = judged.sorted { $0.probability > $1.probability }
        var errors = 0
        var best: (count: Int, errors: Int)?
        for (index, text) in ranked.enumerated() {
            if !text.isRight { errors += 1 }
            // Texts of equal probability stand or fall together.
            if index + 1 < ranked.count, ranked[index + 1].probability == text.probability { continue }
            if Self.upperBound(errors: errors, of: index + 1) <= errorRate { best = (index + 1, errors) }
        }
        guard let best else { return nil }
        self.errorRate = errorRate
        threshold = ranked[best.count - 1].probability
        coverage = Double(best.count) / Double(judged.count)
        observedErrorRate = Double(best.errors) / Double(best.count)
    }

    /// The greatest error rate that 95 % confidence leaves possible (Clopper and Pearson 1934, one-sided).
    static func upperBound(errors: Int, of count: Int) -> Double {
        guard errors < count else { return 1 }
        var low = Double(errors) / Double(count)
        var high = 1.0
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if probability(ofAtMost: errors, of: count, rate: middle) > 0.05 { low = middle } else { high = middle }
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
