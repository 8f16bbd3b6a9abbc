import Foundation
internal import Ledger

/// Hands out work to this process's workers. What is to do, and who has it, stands in the ledger; here is what this
/// process has in hand, so that its leases are renewed and what it cannot do is given back.
actor RunBoard {
    /// How long work goes on.
    enum Span: Sendable {
        /// Until the scope's scans are done, by whomever.
        case untilDone
        /// Until it is stopped.
        case endless
    }

    private let ledger: Ledger
    nonisolated let scope: Scope
    private let span: Span
    private let clock: @Sendable () -> Date
    private var isIntakeDone = false
    private var isStopped = false
    private var inHand: [String: WorkClaim] = [:]
    private var scanFiles: [String: ScanFile] = [:]
    private var failedCounts: [String: Int] = [:]
    private var progressShown = ContinuousClock.now
    private(set) var pagesRead = 0
    private(set) var dossiersDecided = 0

    /// Seconds after which others may have what this process holds, unless it was renewed meanwhile.
    static let lease: TimeInterval = 60
    /// Between two renewals.
    static let renewal = Duration.seconds(15)

    init(ledger: Ledger, scope: Scope, span: Span, clock: @escaping @Sendable () -> Date) {
        self.ledger = ledger
        self.scope = scope
        self.span = span
        self.clock = clock
    }

    func intakeIsDone() { isIntakeDone = true }

    /// Lets every worker finish what it holds and take nothing more.
    func stop() { isStopped = true }

    var isAtWork: Bool { !isStopped }

    /// Nil when all is done, or when work was stopped.
    func next(for worker: String) async throws -> WorkClaim? {
        while !isStopped, !Task.isCancelled {
            // Before looking: what is put down while this one looks must not be missed.
            let mayComeLater = try await mayComeLater()
            if let claim = try await ledger.claimWork(for: worker, in: scope, now: clock(), leaseFor: Self.lease) {
                inHand[worker] = claim
                return claim
            }
            guard mayComeLater else { return nil }
            await ledger.waitForWork()
        }
        return nil
    }

    private func mayComeLater() async throws -> Bool {
        if span == .endless || !isIntakeDone || !inHand.isEmpty { return true }
        return try await ledger.hasOpenScans(in: scope)
    }

    func finished(by worker: String) {
        if case .conclude(let claim) = inHand.removeValue(forKey: worker) { scanFiles[claim.scan.id] = nil }
    }

    /// Lets others do what a worker could not: it was not the work's fault.
    func giveBack(from worker: String) async {
        guard let claim = inHand.removeValue(forKey: worker) else { return }
        // Where the ledger is away, the lease ends by itself.
        try? await ledger.giveBack(claim)
    }

    /// Where the ledger is away, leases may be lost; then the others' results count, and this process's are dropped.
    func renewLeases() async {
        try? await ledger.renew(Array(inHand.values), now: clock(), leaseFor: Self.lease)
    }

    /// Once a second: counting costs more the larger the batch.
    func isProgressDue() -> Bool {
        let now = ContinuousClock.now
        guard now - progressShown >= .seconds(1) else { return false }
        progressShown = now
        return true
    }

    func count(pages: Int = 0, dossiers: Int = 0) {
        pagesRead += pages
        dossiersDecided += dossiers
    }

    // MARK: What is known of scans in work

    func scanFile(of scan: String) -> ScanFile? { scanFiles[scan] }

    func keep(_ file: ScanFile, of scan: String) { scanFiles[scan] = file }

    /// A file that is not there any more, or may have been replaced.
    func forget(_ scan: String) { scanFiles[scan] = nil }

    /// How often counting this scan's pages has failed, this time included.
    func countFailed(for scan: String) -> Int {
        failedCounts[scan, default: 0] += 1
        return failedCounts[scan, default: 0]
    }
}
