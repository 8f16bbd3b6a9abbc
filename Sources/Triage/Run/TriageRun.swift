import Dossiers
package import Foundation
package import Ledger
internal import Routing
internal import Scans

/// One run over some inputs: everything from intake to the units' queues, to the end.
///
/// All that matters stands in the ledger after each step, so that a run that was killed is finished by the next.
package struct TriageRun: Sendable {
    package var pipeline: Pipeline
    /// With the model that the pipeline file names.
    package var understanding: Understanding
    /// Knows of other versions that serve or try themselves; nil where there can be none.
    package var models: ModelKeeper?
    package var ledger: Ledger
    package var blobs: any BlobStore
    package var launcher: ReaderLauncher
    /// Reader processes at work at once.
    package var jobs: Int
    /// A folder for pages on their way to a reader; emptied by the caller when no run uses it.
    package var workspace: String
    /// When the dossiers were handed in, for their deadlines; nil where that is when their scans arrive here.
    package var receivedAt: Date?
    /// Whether somebody waits for these dossiers.
    package var urgency: Urgency
    /// The ledger's.
    package var clock: @Sendable () -> Date
    /// Called once a second while there is work, from any thread.
    package var onProgress: @Sendable (LedgerCounts) -> Void
    /// Told what happens as it happens, from any thread; nil where nobody waits, which saves reading title zones.
    package var onEvent: (@Sendable (TriageEvent) -> Void)?

    package init(
        pipeline: Pipeline, understanding: Understanding, models: ModelKeeper? = nil, ledger: Ledger,
        blobs: any BlobStore,
        launcher: ReaderLauncher,
        jobs: Int, workspace: String, receivedAt: Date?, urgency: Urgency = .night,
        clock: @escaping @Sendable () -> Date,
        onProgress: @escaping @Sendable (LedgerCounts) -> Void, onEvent: (@Sendable (TriageEvent) -> Void)? = nil
    ) {
        self.pipeline = pipeline
        self.understanding = understanding
        self.models = models
        self.ledger = ledger
        self.blobs = blobs
        self.launcher = launcher
        self.jobs = jobs
        self.workspace = workspace
        self.receivedAt = receivedAt
        self.urgency = urgency
        self.clock = clock
        self.onProgress = onProgress
        self.onEvent = onEvent
    }

    /// Takes in the inputs and works until each is triaged, quarantined or refused; in a shared ledger others may do part
    /// of it.
    ///
    /// - Parameter batch: A new name for the batch that these inputs make in the ledger.
    /// - Throws: `ReaderFailure.cannotStart` where no reader can be had; `LedgerError`.
    package func run(_ inputs: InputListing, batch: String) async throws -> Intake {
        // What is leased in a ledger of one process was left by one that is gone.
        if !ledger.isShared { try await ledger.releaseLeases() }
        try await ledger.startBatch(batch, now: clock())
        let board = RunBoard(ledger: ledger, scope: .batch(batch), span: .untilDone, clock: clock)
        return try await withWorkers(of: batch, at: board) {
            let intake = try await takeIn(inputs, batch: batch)
            await board.intakeIsDone()
            return intake
        } afterwards: {
            guard try await ledger.counts(in: .batch(batch)).isBalanced else { throw LostPages(batch: batch) }
        }
    }

    /// Runs workers while `body` does something beside them, and waits until they are done.
    func withWorkers<Result: Sendable>(
        of process: String, at board: RunBoard, _ body: () async throws -> Result,
        afterwards: () async throws -> Void = {}
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self, returning: Result.self) { group in
            for number in 1...max(jobs, 1) {
                group.addTask {
                    do {
                        try await RunWorker(name: "\(process)/\(number)", run: self, board: board).work()
                    } catch {
                        // The others finish what they hold; what is left stays in the ledger for the next run.
                        await board.stop()
                        throw error
                    }
                }
            }
            let renewing = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: RunBoard.renewal)
                    await board.renewLeases()
                }
            }
            defer { renewing.cancel() }
            do {
                let result = try await body()
                try await group.waitForAll()
                try await afterwards()
                return result
            } catch {
                await board.stop()
                throw error
            }
        }
    }

    /// What decides now, and what decides beside it.
    package func modelsAtWork() async throws -> ModelKeeper.AtWork {
        try await models?.current() ?? ModelKeeper.AtWork(understanding: understanding, shadow: nil)
    }

    /// Which pages make a separator sheet or begin a dossier.
    var marks: SheetMarks { SheetMarks(separators: pipeline.separators, firstPages: pipeline.firstPages) }

    func quarantine(_ scan: ScanRecord, reason: String) async throws {
        try await ledger.quarantineScan(scan.id, reason: reason, pipeline: pipeline.version, now: clock())
    }

    /// Splits a scan that is wholly read into dossiers and decides each.
    ///
    /// - Parameter damage: What is wrong with the file although its pages could be read, in words.
    /// - Returns: How many were decided.
    func conclude(_ scan: ScanRecord, damage: String?) async throws -> Int {
        let drafts = BatchSplitter.dossiers(of: try await outlines(of: scan))
        let dossiers = try await ledger.recordSplit(scan.id, into: drafts.map(\.pages), now: clock())
        let draftsByPages = Dictionary(drafts.map { ($0.pages, $0) }) { first, _ in first }
        let handedInAt = scan.handedInAt ?? scan.receivedAt
        // Units may have been reorganised, by this process or another, since the run began.
        let pipeline = try await pipeline.reorganized(in: ledger)
        var decided = 0
        for dossier in dossiers where dossier.state == .split {
            try await withholdIfSecret(dossier, of: scan)
            let read = ReadDossier(
                id: dossier.id, source: scan.name, arrivedAt: scan.receivedAt, receivedAt: handedInAt,
                pages: try await pages(dossier.pages, of: scan), damage: damage,
                // A split recorded under an older pipeline stays; it has nothing to propose.
                code: draftsByPages[dossier.pages]?.code,
                proposals: draftsByPages[dossier.pages]?.proposals ?? [])
            let atWork = try await modelsAtWork()
            let result = atWork.understanding.result(of: read, under: pipeline, now: clock())
            let receipt = DossierReceipt(
                at: handedInAt, channel: pipeline.channel,
                field: result.procedure.flatMap { pipeline.catalogue[$0.code]?.field })
            let recorded = try await ledger.recordTriage(
                result, pipeline: pipeline.version, receipt: receipt, now: clock())
            if recorded == .recorded { decided += 1 }
            onEvent?(.decided(result))
            if let shadow = atWork.shadow {
                // The dossier is decided; what a candidate thinks of it may be lost.
                try? await ledger.recordShadow(shadow.shadowDecision(on: read, under: pipeline), now: clock())
            }
        }
        // What was handed in while a unit was there that is no longer is its successor's to do.
        if decided > 0 { try await pipeline.passOn(in: ledger, now: clock()) }
        return decided
    }

    /// Of a dossier in which a page bears the mark of a state secret nothing is kept that was read off the others.
    private func withholdIfSecret(_ dossier: DossierRecord, of scan: ScanRecord) async throws {
        guard let first = dossier.pages.first, let last = dossier.pages.last else { return }
        let pages = try await ledger.pages(of: scan.id, first...last, withText: false)
        guard pages.contains(where: { dossier.pages.contains($0.number) && $0.reason == SecrecyMark.reason })
        else { return }
        try await ledger.withhold(
            dossier.pages, of: scan.id, reason: SecrecyMark.reasonOfOthers, now: clock())
    }

    /// Pages whose words are held each in its place; a dossier of more is a batch without sheets, and goes to a person.
    private static let pagesHeldWhole = 50

    /// A dossier's pages; those past the first ones as lines only, so that one of a thousand pages fits into memory.
    private func pages(_ numbers: [Int], of scan: ScanRecord) async throws -> [PageRecord] {
        guard let last = numbers.last else { return [] }
        let members = Set(numbers)
        var pages: [PageRecord] = []
        var next = numbers.first ?? last
        while next <= last {
            let end = min(next + Self.pagesHeldWhole - 1, last)
            for var page in try await ledger.pages(of: scan.id, next...end) where members.contains(page.number) {
                if pages.count >= Self.pagesHeldWhole { page.recognized = page.recognized?.withLinesAsWords() }
                pages.append(page)
            }
            next = end + 1
        }
        return pages
    }

    /// The pages as the splitter sees them; no more than a stretch of their text is held at a time.
    private func outlines(of scan: ScanRecord) async throws -> [PageOutline] {
        let stretch = 50
        let count = scan.pageCount ?? 0
        var outlines: [PageOutline] = []
        for first in stride(from: 1, through: count, by: stretch) {
            outlines += try await ledger.pages(of: scan.id, first...min(first + stretch - 1, count))
                .map { PageOutline($0, marks: marks) }
        }
        return outlines
    }
}

/// A batch whose pages are not all accounted for: an error in the program, never in the input.
package struct LostPages: Error, CustomStringConvertible {
    package var batch: String

    package var description: String {
        "the pages of batch \(batch) do not add up: pages in are not read + blank + separator + quarantined; "
            + "keep the data folder and report this"
    }
}
