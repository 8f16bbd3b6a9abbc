import Classification
import Dossiers
import Foundation
import Ledger
import Reading
import Triage

/// Everything a working command needs, opened once: the pipeline, the model, the ledger with its scans.
struct Office {
    let pipeline: Pipeline
    let understanding: Understanding
    let models: ModelKeeper
    let ledger: Ledger
    let blobs: any BlobStore
    private let workspace: WorkFolder

    /// - Throws: `ConfigurationError`, `ModelDirectory.Unusable`, `LedgerError`.
    static func open(_ pipelineOptions: PipelineOptions, _ ledgerOptions: LedgerOptions) async throws -> Office {
        let pipeline = try pipelineOptions.load()
        let model = try ModelDirectory(path: pipeline.modelDirectory.path).model()
        let ledger = try await ledgerOptions.openAlone(now: Date())
        await makeMonths(of: ledger)
        try await ledger.setHooks(of: Set(pipeline.hooks.keys), now: ledger.now)
        let blobs = try await ledgerOptions.openBlobs()
        if try ledgerOptions.coldBlobPlace == nil, try await ledger.hasCooledScans() {
            Console.complain("hoso: some scans lie in a colder store, which is not named here: give --cold-blobs")
        }
        let workspace = try WorkFolder(in: ledgerOptions.dataFolder, isShared: ledgerOptions.isShared)
        if try ledgerOptions.isShared { try await check(blobs, of: ledger) }
        try blobs.clearLeftovers(olderThan: try ledgerOptions.isShared ? .seconds(86_400) : .zero)
        let understanding = try pipeline.understanding(with: model)
        return Office(
            pipeline: try await pipeline.passOn(in: ledger, now: ledger.now).pipeline,
            understanding: understanding,
            models: try await ModelKeeper(pipeline: pipeline, own: understanding, ledger: ledger, blobs: blobs),
            ledger: ledger, blobs: blobs, workspace: workspace)
    }

    /// As `open`, for a host that stays: after a power cut it may be up before the ledger's server or the store is. They
    /// are waited for, however long, and that is said when it begins and once a minute.
    static func openWhenThere(
        _ pipelineOptions: PipelineOptions, _ ledgerOptions: LedgerOptions
    ) async throws -> Office {
        let isShared = try ledgerOptions.isShared
        var sayNext = ContinuousClock.now
        while true {
            do {
                return try await open(pipelineOptions, ledgerOptions)
            } catch LedgerError.busy(let reason) where isShared {
                if ContinuousClock.now >= sayNext {
                    Console.complain("hoso: \(reason); waiting for it")
                    sayNext = .now + .seconds(60)
                }
                try await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// Rows have a place without them, so nothing stops for it.
    private static func makeMonths(of ledger: Ledger) async {
        do {
            try await ledger.makeMonths(now: ledger.now)
        } catch {
            Console.complain("hoso: the next months' tables are not made yet: \(error)")
        }
    }

    /// A host that is pointed at another store would find none of the scans, and quarantine one after the other.
    private static func check(_ blobs: any BlobStore, of ledger: Ledger) async throws {
        guard let scan = try await ledger.newestScan() else { return }
        guard try await blobs.contains(scan.digest) else {
            throw LedgerError.unavailable(
                "the blob store does not have the ledger's scans: use the --blobs with which they were taken in")
        }
    }

    func run(
        jobs: Int, receivedAt: Date?, urgency: Urgency = .night,
        onProgress: @escaping @Sendable (LedgerCounts) -> Void = { _ in },
        onEvent: (@Sendable (TriageEvent) -> Void)? = nil
    ) -> TriageRun {
        TriageRun(
            pipeline: pipeline, understanding: understanding, models: models, ledger: ledger, blobs: blobs,
            launcher: ReaderLauncher(executable: Executable.path, settings: pipeline.readerSettings), jobs: jobs,
            workspace: workspace.url.path, receivedAt: receivedAt, urgency: urgency, clock: { [ledger] in ledger.now },
            onProgress: onProgress, onEvent: onEvent)
    }
}
