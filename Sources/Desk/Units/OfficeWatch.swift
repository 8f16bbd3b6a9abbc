internal import Ledger
internal import Synchronization
internal import Triage

/// The office's pipeline with its units as the ledger's decisions have made them, whoever decided, and while the desk
/// runs.
final class OfficeWatch: Sendable {
    private struct Known {
        var pipeline: Pipeline
        /// Nil before the first look.
        var decisions: [ReorganizationRecord]?
    }

    private let known: Mutex<Known>

    init(_ pipeline: Pipeline) {
        known = Mutex(Known(pipeline: pipeline))
    }

    var pipeline: Pipeline { known.withLock { $0.pipeline } }

    /// Looks whether something was decided; cheap where nothing was. A decision that no longer fits the units file leaves
    /// the units as they were: triage says so, and the pages go on.
    func refresh(in ledger: Ledger) async throws {
        let decisions = try await ledger.reorganizations()
        known.withLock { known in
            guard known.decisions != decisions else { return }
            known.decisions = decisions
            if let pipeline = try? known.pipeline.reorganized(by: decisions) { known.pipeline = pipeline }
        }
    }
}
