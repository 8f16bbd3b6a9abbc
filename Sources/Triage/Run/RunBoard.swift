import Foundation
internal import Ledger

/// What a worker can do next.
enum Job: Sendable {
    /// Find out what kind of file a scan is and how many pages it has.
    case count(ScanRecord)
    case read(PageClaim)
    /// Split a scan that is wholly read, and decide its dossiers.
    case conclude(ScanRecord)
}

/// Hands out work to this process's workers. What is to do stands in the ledger; here is only who does it now.
actor RunBoard {
    private let ledger: Ledger
    nonisolated let scope: Scope
    private let clock: @Sendable () -> Date
    /// Seconds, longer than a page may take.
    private let lease: TimeInterval
    private var isIntakeDone = false
    private var isStopped = false
    private var busyWorkers = 0
    private var scansInHand: Set<String> = []
    private var scanFiles: [String: ScanFile] = [:]
    private var failedCounts: [String: Int] = [:]
    private var progressShown = ContinuousClock.now

    init(ledger: Ledger, scope: Scope, lease: TimeInterval, clock: @escaping @Sendable () -> Date) {
        self.ledger = ledger
        self.scope = scope
        self.lease = lease
        self.clock = clock
    }

    func intakeIsDone() { isIntakeDone = true }

    /// Lets every worker finish what it holds and take nothing more.
    func stop() { isStopped = true }

    /// Nil when all is done. What finishes dossiers soonest comes first: conclude, then read, then count.
    func next(for worker: String) async throws -> Job? {
        while !isStopped, !Task.isCancelled {
            // Before looking: work that another worker puts down while this one looks must not be missed.
            let mayComeLater = !isIntakeDone || busyWorkers > 0
            if let job = try await find(for: worker) {
                busyWorkers += 1
                return job
            }
            guard mayComeLater else { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }

    func finished(_ job: Job) {
        busyWorkers -= 1
        switch job {
        case .count(let scan): scansInHand.remove(scan.id)
        case .conclude(let scan):
            scansInHand.remove(scan.id)
            scanFiles[scan.id] = nil
        case .read: break
        }
    }

    /// Once a second: counting costs more the larger the batch.
    func isProgressDue() -> Bool {
        let now = ContinuousClock.now
        guard now - progressShown >= .seconds(1) else { return false }
        progressShown = now
        return true
    }

    private func find(for worker: String) async throws -> Job? {
        for state in [ScanRecord.State.split, .read] {
            if let scan = take(try await ledger.scans(state, in: scope, limit: 16)) { return .conclude(scan) }
        }
        if let claim = try await ledger.claimNextPage(for: worker, in: scope, now: clock(), leaseFor: lease) {
            return .read(claim)
        }
        return take(try await ledger.scans(.registered, in: scope, limit: 16)).map(Job.count)
    }

    private func take(_ scans: [ScanRecord]) -> ScanRecord? {
        scans.first { scansInHand.insert($0.id).inserted }
    }

    // MARK: What is known of scans in work

    func scanFile(of scan: String) -> ScanFile? { scanFiles[scan] }

    func keep(_ file: ScanFile, of scan: String) { scanFiles[scan] = file }

    /// How often counting this scan's pages has failed, this time included.
    func countFailed(for scan: String) -> Int {
        failedCounts[scan, default: 0] += 1
        return failedCounts[scan, default: 0]
    }
}
