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
        let ledger = try await ledgerOptions.openForWriting(now: Date())
        try await ledger.setHooks(of: Set(pipeline.hooks.keys), now: ledger.now)
        let blobs = try await ledgerOptions.openBlobs()
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
