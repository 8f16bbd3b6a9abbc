internal import Foundation
internal import Synchronization

/// Holds back a program that asks too often, so that people are answered: a bucket for each token that fills as time
/// goes by, and from which each request takes one.
final class ProgramBrake: Sendable {
    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let buckets = Mutex<[String: Bucket]>([:])

    /// More tokens than an office has; past it those that are full are forgotten.
    private static let kept = 1_000

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - rate: Requests a second, in the long run.
    ///   - most: Requests at once.
    /// - Returns: Nil where it may be answered, otherwise seconds to wait.
    func wait(_ token: String, rate: Double, most: Int, now: Date) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= Self.kept {
                buckets = buckets.filter { $0.value.left + now.timeIntervalSince($0.value.at) * rate < Double(most) }
            }
            var bucket = buckets[token] ?? Bucket(left: Double(most), at: now)
            bucket.left = min(Double(most), bucket.left + max(0, now.timeIntervalSince(bucket.at)) * rate)
            bucket.at = now
            defer { buckets[token] = bucket }
            guard bucket.left >= 1 else { return max(1, Int(((1 - bucket.left) / rate).rounded(.up))) }
            bucket.left -= 1
            return nil
        }
    }
}
