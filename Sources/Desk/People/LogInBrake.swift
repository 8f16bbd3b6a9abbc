package import Foundation
internal import Synchronization

/// Holds back those who try passwords: an account after wrong ones in a row, an address after many tries.
package final class LogInBrake: Sendable {
    /// Tries from one address in a minute. An office behind one address logs in in the morning, so not too few.
    private static let triesAMinute = 30
    /// More addresses than an office has; past it the oldest are forgotten.
    private static let addressesKept = 10_000

    private struct Tries {
        var since: Date
        var count: Int
    }

    private let tries = Mutex<[String: Tries]>([:])

    package init() {}

    /// Seconds an account is locked after so many wrong passwords in a row: none for the first four, then a minute,
    /// doubling to an hour.
    package static func lock(after failures: Int) -> TimeInterval {
        guard failures >= 5 else { return 0 }
        return min(60 * pow(2, Double(min(failures - 5, 6))), 3_600)
    }

    /// Counts a try, and says whether it may be looked at.
    package func admits(_ address: String, now: Date) -> Bool {
        tries.withLock { tries in
            if tries.count >= Self.addressesKept {
                tries = tries.filter { now.timeIntervalSince($0.value.since) < 60 }
                if tries.count >= Self.addressesKept { tries.removeAll() }
            }
            var known = tries[address] ?? Tries(since: now, count: 0)
            if now.timeIntervalSince(known.since) >= 60 { known = Tries(since: now, count: 0) }
            known.count += 1
            tries[address] = known
            return known.count <= Self.triesAMinute
        }
    }
}
