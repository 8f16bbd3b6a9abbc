internal import Synchronization

/// Whether writes are being gathered, and what they have counted so far.
final class BulkWriting: Sendable {
    private let isGathering = Mutex(false)
    let pending = PendingTallies()

    var isOpen: Bool { isGathering.withLock { $0 } }
    func open() { isGathering.withLock { $0 = true } }
    func close() { isGathering.withLock { $0 = false } }
}
