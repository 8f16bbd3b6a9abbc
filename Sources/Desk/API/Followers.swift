internal import Synchronization

/// How many scans each account's programs follow at once: each costs a look into the ledger every second.
final class Followers: Sendable {
    /// A reception follows what it has just put in, not a night's batch.
    static let most = 20

    private let counts = Mutex<[String: Int]>([:])

    /// - Returns: Whether one more may be followed; then `leave` has to be told of its end.
    func join(_ account: String) -> Bool {
        counts.withLock { counts in
            guard counts[account, default: 0] < Self.most else { return false }
            counts[account, default: 0] += 1
            return true
        }
    }

    func leave(_ account: String) {
        counts.withLock { counts in
            guard let count = counts[account] else { return }
            counts[account] = count > 1 ? count - 1 : nil
        }
    }
}
