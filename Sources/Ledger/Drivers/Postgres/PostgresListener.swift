internal import Foundation
internal import Synchronization

/// Hears what other processes tell of new work (`LISTEN`, `NOTIFY`), on a connection and a thread of its own.
///
/// Only a wake-up: what it misses while it has no connection is found by looking.
final class PostgresListener: Sendable {
    let bell = Bell()
    private let listening = Mutex<Listening?>(nil)
    private let address: PostgresAddress

    init(_ address: PostgresAddress) {
        self.address = address
    }

    deinit { listening.withLock { $0?.isWanted.store(false, ordering: .relaxed) } }

    func wait(atMost limit: Duration) async {
        listening.withLock { listening in
            guard listening == nil else { return }
            let fresh = Listening(address: address, bell: bell)
            listening = fresh
            Thread.detachNewThread { fresh.listen() }
        }
        await bell.wait(atMost: limit)
    }

    /// What the thread holds; not the listener, so that its going ends it.
    private final class Listening: Sendable {
        let isWanted = Atomic(true)
        private let address: PostgresAddress
        private let bell: Bell

        init(address: PostgresAddress, bell: Bell) {
            self.address = address
            self.bell = bell
        }

        func listen() {
            while isWanted.load(ordering: .relaxed) {
                do {
                    let connection = try PostgresConnection(address, clock: ServerClock(isForLeases: false))
                    try connection.listen()
                    while isWanted.load(ordering: .relaxed) {
                        if try connection.hears(within: 1) { bell.ring() }
                    }
                } catch {
                    Thread.sleep(forTimeInterval: 1)
                }
            }
        }
    }
}
