import Foundation
package import Ledger

/// What a worker on a shared ledger tells of itself.
package struct WorkProgress: Hashable, Sendable {
    /// Since it came.
    package var pages: Int
    package var dossiers: Int

    package init(pages: Int, dossiers: Int) {
        self.pages = pages
        self.dossiers = dossiers
    }
}

extension TriageRun {
    /// Works on whatever the ledger has to do, until told to stop; then what is in hand is finished.
    ///
    /// A ledger or store that is away is waited for, however long: what was in hand is left to others meanwhile.
    ///
    /// - Parameters:
    ///   - worker: What it is known by in the ledger; its identifier is no other process's.
    ///   - isStopAsked: Looked at ten times a second.
    ///   - onTrouble: Told of each time that the ledger or the store was away.
    ///   - onProgress: Told every quarter of a minute, from any thread.
    /// - Throws: `ReaderFailure.cannotStart`; `LedgerError` for what will not pass.
    package func work(
        as worker: WorkerRecord, isStopAsked: @escaping @Sendable () -> Bool,
        onTrouble: @escaping @Sendable (LedgerError) -> Void, onProgress: @escaping @Sendable (WorkProgress) -> Void
    ) async throws -> WorkProgress {
        var done = WorkProgress(pages: 0, dossiers: 0)
        var worker = worker
        while !isStopAsked() {
            let board = RunBoard(ledger: ledger, scope: .everything, span: .endless, clock: clock)
            do {
                try await withWorkers(of: worker.id, at: board) {
                    try await attend(board, as: worker, before: done, isStopAsked: isStopAsked, onProgress: onProgress)
                }
            } catch let error as LedgerError where error.isPassing {
                onTrouble(error)
            }
            done.pages += await board.pagesRead
            done.dossiers += await board.dossiersDecided
            if !isStopAsked() { try await pause(unless: isStopAsked) }
        }
        (worker.pages, worker.dossiers) = (done.pages, done.dossiers)
        worker.leftAt = clock()
        // The ledger may be away: others see by its silence that it is gone.
        try? await ledger.note(worker)
        return done
    }

    /// Beside the workers: tells the ledger that they are there.
    private func attend(
        _ board: RunBoard, as worker: WorkerRecord, before: WorkProgress, isStopAsked: @Sendable () -> Bool,
        onProgress: @Sendable (WorkProgress) -> Void
    ) async throws {
        var next = ContinuousClock.now
        var nextDay = next + .seconds(86_400)
        while !isStopAsked(), await board.isAtWork {
            if ContinuousClock.now >= nextDay {
                nextDay += .seconds(86_400)
                // Not done today: there are two months for another try.
                try? await ledger.makeMonths(now: clock())
            }
            if ContinuousClock.now >= next {
                next += RunBoard.renewal
                var worker = worker
                worker.pages = before.pages + (await board.pagesRead)
                worker.dossiers = before.dossiers + (await board.dossiersDecided)
                try await ledger.note(worker)
                onProgress(WorkProgress(pages: worker.pages, dossiers: worker.dossiers))
                // A reorganisation's day may begin while nothing is triaged.
                try await pipeline.passOn(in: ledger, now: clock())
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        await board.stop()
    }

    /// Between losing the ledger or the store and the next try.
    private func pause(unless isStopAsked: @Sendable () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(5)
        while !isStopAsked(), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(100)) }
    }
}

extension LedgerError {
    /// Whether the ledger or the store may be there again later.
    fileprivate var isPassing: Bool {
        switch self {
        case .busy, .unavailable: true
        default: false
        }
    }
}
