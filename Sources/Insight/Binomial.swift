import Foundation

/// What a number of successes says of the true rate.
package enum Binomial {
    /// The exact interval: too wide rather than too narrow, also for few trials and for none that failed.
    ///
    /// - Parameter confidence: 0…1, two-sided.
    /// - Returns: Nil without trials.
    /// Source: Clopper and Pearson, "The use of confidence or fiducial limits" (1934).
    package static func interval(_ successes: Int, of trials: Int, confidence: Double) -> ClosedRange<Double>? {
        guard trials > 0, (0...trials).contains(successes) else { return nil }
        let risk = (1 - confidence) / 2
        let low = successes == 0 ? 0 : rate { atLeast(successes, of: trials, rate: $0) < risk }
        let high = successes == trials ? 1 : rate { 1 - atLeast(successes + 1, of: trials, rate: $0) > risk }
        return low...max(low, high)
    }

    /// How likely so many successes or more are by chance alone.
    ///
    /// - Parameter rate: Of a single trial, 0…1.
    package static func chance(ofAtLeast successes: Int, of trials: Int, rate: Double) -> Double {
        successes > trials ? 0 : atLeast(successes, of: trials, rate: rate)
    }

    /// The rate up to which a condition holds.
    private static func rate(upTo holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// How likely so many successes or more are, summed in logarithms.
    private static func atLeast(_ successes: Int, of trials: Int, rate: Double) -> Double {
        guard successes > 0 else { return 1 }
        guard rate > 0 else { return 0 }
        guard rate < 1 else { return 1 }
        var sum = 0.0
        for count in successes...trials {
            let ways = lgamma(Double(trials + 1)) - lgamma(Double(count + 1)) - lgamma(Double(trials - count + 1))
            sum += exp(ways + Double(count) * log(rate) + Double(trials - count) * log1p(-rate))
        }
        return min(1, sum)
    }
}
