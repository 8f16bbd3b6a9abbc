internal import Synchronization

/// The one press of the process: Cairo 1.16 crashes where two threads set type with the same face at once.
enum Press {
    private static let lock = Mutex(())

    /// Whatever Cairo makes has to be gone when the work returns.
    static func alone<Result: Sendable>(_ work: () throws(PrintFailure) -> Result) throws(PrintFailure) -> Result {
        try lock.withLock { _ throws(PrintFailure) in try work() }
    }
}
