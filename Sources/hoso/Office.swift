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
    let ledger: Ledger
    let blobs: BlobStore
    private let workspace: URL

    /// - Throws: `ConfigurationError`, `ModelDirectory.Unusable`, `LedgerError`.
    static func open(_ pipelineOptions: PipelineOptions, _ ledgerOptions: LedgerOptions) async throws -> Office {
        let pipeline = try pipelineOptions.load()
        let model = try ModelDirectory(path: pipeline.modelDirectory.path).model()
        let ledger = try await ledgerOptions.openForWriting(now: Date())
        try await ledger.setHooks(of: Set(pipeline.hooks.keys), now: Date())
        // The ledger's lock is held: whatever lies here was left by processes that are gone.
        let blobs = try ledgerOptions.openBlobs()
        try blobs.clearLeftovers()
        let workspace = ledgerOptions.dataFolder.appending(path: "work")
        try? FileManager.default.removeItem(at: workspace)
        return Office(
            pipeline: pipeline,
            understanding: try pipeline.understanding(with: model),
            ledger: ledger, blobs: blobs, workspace: workspace)
    }

    func run(
        jobs: Int, receivedAt: Date?, onProgress: @escaping @Sendable (LedgerCounts) -> Void,
        onEvent: (@Sendable (TriageEvent) -> Void)? = nil
    ) -> TriageRun {
        TriageRun(
            pipeline: pipeline, understanding: understanding, ledger: ledger, blobs: blobs,
            launcher: ReaderLauncher(executable: Executable.path, settings: pipeline.readerSettings), jobs: jobs,
            workspace: workspace.path, receivedAt: receivedAt, clock: { Date() },
            onProgress: onProgress, onEvent: onEvent)
    }
}
