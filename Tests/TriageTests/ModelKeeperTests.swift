import Classification
import Dossiers
import Foundation
import Ledger
import Testing
import Triage

/// Which version decides follows the ledger, also while work is running.
@Suite struct ModelKeeperTests {
    fileprivate static let now = Date(timeIntervalSince1970: 1_785_981_600)

    /// An office on its first day, and a ledger of its own.
    private struct Office {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keeper-\(UUID().uuidString)")
        let pipeline: Pipeline
        let ledger: Ledger
        let blobs: FolderBlobStore

        init() async throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            pipeline = try PipelineFile.load(root.appending(path: "Pipelines/commune.yaml"))
            ledger = try await Ledger.open(at: folder.appending(path: "ledger.sqlite"), now: ModelKeeperTests.now)
            blobs = try FolderBlobStore(in: folder.appending(path: "blobs"))
        }

        func keeper() async throws -> ModelKeeper {
            let own = try pipeline.catalogueModel(name: "catalogue", version: "1")
            return try await ModelKeeper(
                pipeline: pipeline, own: try pipeline.understanding(with: .catalogue(own)), ledger: ledger, blobs: blobs
            )
        }

        /// Keeps a version; its bytes only where that is asked for.
        func add(_ version: String, withBytes: Bool = true) async throws {
            let model = try pipeline.catalogueModel(name: "catalogue", version: version)
            let file = folder.appending(path: version)
            try model.fileContents().write(to: file)
            let digest = withBytes ? try await blobs.put(file).digest : String(repeating: "f", count: 64)
            try await ledger.addModel(
                ModelVersion(
                    identifier: "catalogue/\(version)", digest: digest, kind: .catalogue, addedAt: ModelKeeperTests.now,
                    addedBy: "chief", card: "", figures: "", isShadow: true))
        }

        func promote(_ version: String) async throws {
            try await ledger.promoteModel(
                "catalogue/\(version)", by: "chief", reason: "a test", now: ModelKeeperTests.now)
        }
    }

    @Test func promotion_isTakenUpForTheNextDossier_andSoIsARollback() async throws {
        let office = try await Office()
        defer { try? FileManager.default.removeItem(at: office.folder) }
        let keeper = try await office.keeper()
        #expect(try await keeper.current().understanding.model == "catalogue/1")
        try await office.add("2")
        #expect(try await keeper.current().understanding.model == "catalogue/1")
        #expect(try await keeper.current().shadow?.model == "catalogue/2")
        try await office.promote("2")
        #expect(try await keeper.current().understanding.model == "catalogue/2")
        #expect(try await keeper.current().shadow == nil)
        try await office.ledger.rollBackModel(by: "chief", reason: "", now: ModelKeeperTests.now)
        #expect(try await keeper.current().understanding.model == "catalogue/1")
    }

    @Test func versionWhoseBytesAreMissing_isNotTakenUp_butStopsWhoeverBegins() async throws {
        let office = try await Office()
        defer { try? FileManager.default.removeItem(at: office.folder) }
        let keeper = try await office.keeper()
        try await office.add("2", withBytes: false)
        #expect(try await keeper.current().shadow == nil)
        try await office.promote("2")
        #expect(try await keeper.current().understanding.model == "catalogue/1")
        await #expect(throws: LedgerError.self) { try await office.keeper() }
    }
}
