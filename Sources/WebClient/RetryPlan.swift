/// When something that failed is tried again: twice as long after each failure, up to a limit, each time by chance between
/// half of that and all of it, so that what failed together does not come back together.
package struct RetryPlan: Hashable, Sendable {
    /// Seconds after the first failure.
    package var first: Double
    package var longest: Double
    /// After so many attempts in vain nobody tries any more.
    package var attempts: Int

    package init(first: Double = 5, longest: Double = 21_600, attempts: Int = 20) {
        self.first = first
        self.longest = longest
        self.attempts = attempts
    }

    /// Seconds to wait after an attempt, the first being 1; nil after the last.
    ///
    /// - Parameters:
    ///   - wish: the least that the other side asked for.
    ///   - chance: 0…1.
    package func wait(after attempt: Int, wish: Double = 0, chance: Double) -> Double? {
        guard attempt < attempts else { return nil }
        var span = first
        for _ in 1..<max(attempt, 1) where span < longest { span *= 2 }
        span = min(span, longest)
        return max(span / 2 + span / 2 * chance, min(wish, longest))
    }
}
