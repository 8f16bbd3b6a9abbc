import Synchronization

/// Whether a test is over.
final class Over: Sendable {
    private let flag = Atomic(false)

    var isAsked: Bool { flag.load(ordering: .relaxed) }

    func ask() { flag.store(true, ordering: .relaxed) }
}
