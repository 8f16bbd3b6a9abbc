import Dossiers
import Foundation
internal import Ledger
internal import Reading
internal import Scans

/// One worker: a reader process at a time, and the jobs it does with it.
struct RunWorker: Sendable {
    let name: String
    let run: TriageRun
    let board: RunBoard

    /// Works until nothing is left. A reader that dies is replaced; the page it held is tried again or quarantined.
    func work() async throws {
        while true {
            do {
                try await run.launcher.withReader { reader in
                    while let claim = try await board.next(for: name) {
                        try await carryOut(claim, with: reader)
                        if await board.isProgressDue() { run.onProgress(try await run.ledger.counts(in: board.scope)) }
                    }
                }
                return
            } catch let failure as ReaderFailure {
                if case .cannotStart = failure { throw failure }
            }
        }
    }

    /// - Throws: `ReaderFailure` after it was put down in the ledger, so that the reader is replaced; `LedgerError` where
    ///   the ledger or the store cannot be used: then what was in hand is given back.
    private func carryOut(_ claim: WorkClaim, with reader: ReaderProcess) async throws {
        do {
            try await perform(claim, with: reader)
            await board.finished(by: name)
        } catch let failure as ReaderFailure {
            // A page's claim is used up by its failure; a scan is free for another try.
            await board.giveBack(from: name)
            throw failure
        } catch LedgerError.staleClaim {
            // This process was away for longer than its lease; another has done it, or is at it.
            await board.finished(by: name)
        } catch {
            await board.giveBack(from: name)
            throw error
        }
    }

    private func perform(_ claim: WorkClaim, with reader: ReaderProcess) async throws {
        switch claim {
        case .count(let claim):
            try await count(claim.scan, with: reader)
            try await suggest(claim.scan, with: reader)
        case .read(let claim): try await read(claim, with: reader)
        case .conclude(let claim):
            let decided = try await run.conclude(claim.scan, damage: damage(of: claim.scan, with: reader))
            await board.count(dossiers: decided)
            await run.blobs.letGo(claim.scan.digest)
        }
    }

    private func count(_ scan: ScanRecord, with reader: ReaderProcess) async throws {
        do {
            let file = try await open(scan.id, digest: scan.digest, with: reader)
            try await run.ledger.setPageCount(of: scan.id, to: file.pageCount, format: file.format, now: run.clock())
        } catch LedgerError.illegalMove {
            throw LedgerError.staleClaim("another worker has settled scan \(scan.id)")
        } catch let unreadable as ScanFile.Unreadable {
            try await run.quarantine(scan, reason: unreadable.reason)
        } catch let failure as ReaderFailure {
            if await board.countFailed(for: scan.id) >= run.pipeline.limits.attemptsPerPage {
                try await run.quarantine(scan, reason: "its pages cannot be counted: \(failure.reason)")
            }
            throw failure
        }
    }

    /// Where somebody waits: what the first lines say, before anything is read whole.
    private func suggest(_ scan: ScanRecord, with reader: ReaderProcess) async throws {
        guard let onEvent = run.onEvent, let file = await board.scanFile(of: scan.id) else { return }
        do {
            let page = try await reader.read(
                file, page: 1, pixelLimit: run.pipeline.limits.pixelsPerPage, workspace: run.workspace,
                extent: .titleZone)
            guard run.marks.state(of: page) == .read, !SecrecyMark.isOn(page) else { return }
            onEvent(
                .suggested(
                    scan: scan.id, name: scan.name,
                    try await run.modelsAtWork().understanding
                        .suggestion(of: page, from: .titleZone, in: run.pipeline)))
        } catch is ScanFile.Unreadable {
            // Reading the page will end the same way, and says so in the ledger.
        }
    }

    private func read(_ claim: PageClaim, with reader: ReaderProcess) async throws {
        let started = ContinuousClock.now
        do {
            let file = try await open(claim.scan, digest: claim.digest, with: reader)
            let page = try await reader.read(
                file, page: claim.page, pixelLimit: run.pipeline.limits.pixelsPerPage, workspace: run.workspace)
            if SecrecyMark.isOn(page) { throw ScanFile.Unreadable(reason: SecrecyMark.reason) }
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            let disposition: PageDisposition =
                switch run.marks.state(of: page) {
                case .separator: .separator
                case .blank: .blank
                case .read, .quarantined: .read
                }
            _ = try await run.ledger.recordRead(claim, page, as: disposition, seconds: seconds, now: run.clock())
            await board.count(pages: 1)
            try await tell(claim, page, disposition)
        } catch let unreadable as ScanFile.Unreadable {
            // Another try would end the same way.
            _ = try await run.ledger.recordFailure(
                claim, reason: unreadable.reason, attemptsAllowed: 1, now: run.clock())
        } catch let failure as ReaderFailure {
            _ = try await run.ledger.recordFailure(
                claim, reason: failure.reason, attemptsAllowed: run.pipeline.limits.attemptsPerPage, now: run.clock())
            throw failure
        }
    }

    private func tell(_ claim: PageClaim, _ page: RecognizedPage, _ disposition: PageDisposition) async throws {
        guard let onEvent = run.onEvent else { return }
        onEvent(.pageRead(scan: claim.scan, page: claim.page, disposition))
        guard claim.page == 1, disposition == .read else { return }
        let scan = try await run.ledger.scan(claim.scan)
        onEvent(
            .suggested(
                scan: scan.id, name: scan.name,
                try await run.modelsAtWork().understanding
                    .suggestion(of: page, from: .firstPage, in: run.pipeline)))
    }

    /// The scan's file, opened once a run: a PDF costs a child process each time.
    private func open(_ scan: String, digest: String, with reader: ReaderProcess) async throws -> ScanFile {
        if let file = await board.scanFile(of: scan) { return file }
        let limits = ScanFile.Limits(
            pagesPerFile: run.pipeline.limits.pagesPerFile, pixelsPerPage: run.pipeline.limits.pixelsPerPage)
        let path: String
        do {
            path = try await run.blobs.file(of: digest).path
        } catch LedgerError.unknown {
            // That this is the store of the ledger was looked at before there was work.
            throw ScanFile.Unreadable(reason: "the scan's file is no longer in the blob store")
        } catch LedgerError.damaged {
            throw ScanFile.Unreadable(reason: "the scan's file is damaged in the blob store")
        }
        let file = try await ScanFile.open(path, limits: limits, reader: reader)
        await board.keep(file, of: scan)
        return file
    }

    private func damage(of scan: ScanRecord, with reader: ReaderProcess) async throws -> String? {
        guard scan.format == "pdf" else { return nil }
        do {
            return try await open(scan.id, digest: scan.digest, with: reader).damage
        } catch let unreadable as ScanFile.Unreadable {
            // Its pages were read before it was lost: that is something for a person to see.
            return unreadable.reason
        }
    }
}
