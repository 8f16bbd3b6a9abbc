internal import Foundation
internal import Synchronization

/// The server's time, as well as this process knows it: what the server said last, and what has passed since by a clock
/// that nobody can set. A host whose own clock is wrong does no harm then.
final class ServerClock: Sendable {
    /// Whether leases are counted by it; otherwise by the times that operations are given, as tests need it.
    let isForLeases: Bool
    private let anchor = Mutex<(time: Date, at: ContinuousClock.Instant)?>(nil)

    init(isForLeases: Bool) {
        self.isForLeases = isForLeases
    }

    /// The machine's own time until the server has told its.
    var now: Date {
        anchor.withLock { $0 }.map { $0.time + (ContinuousClock.now - $0.at) / .seconds(1) } ?? Date()
    }

    /// The server looked at its clock between the two instants.
    func set(to time: Date, askedAt asked: ContinuousClock.Instant, answeredAt answered: ContinuousClock.Instant) {
        anchor.withLock { $0 = (time, asked + (answered - asked) / 2) }
    }
}
