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
                    while let job = try await board.next(for: name) {
                        do {
                            try await perform(job, with: reader)
                        } catch {
                            await board.finished(job)
                            throw error
                        }
                        await board.finished(job)
                        if await board.isProgressDue() { run.onProgress(try await run.ledger.counts(in: board.scope)) }
                    }
                }
                return
            } catch let failure as ReaderFailure {
                if case .cannotStart = failure { throw failure }
            }
        }
    }

    /// - Throws: `ReaderFailure` after it was put down in the ledger, so that the reader is replaced.
    private func perform(_ job: Job, with reader: ReaderProcess) async throws {
        switch job {
        case .count(let scan):
            try await count(scan, with: reader)
            try await suggest(scan, with: reader)
        case .read(let claim): try await read(claim, with: reader)
        case .conclude(let scan):
            try await run.conclude(scan, damage: damage(of: scan, with: reader))
            await run.blobs.letGo(scan.digest)
        }
    }

    private func count(_ scan: ScanRecord, with reader: ReaderProcess) async throws {
        do {
            let file = try await open(scan.id, digest: scan.digest, with: reader)
            try await run.ledger.setPageCount(of: scan.id, to: file.pageCount, format: file.format, now: run.clock())
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
            guard run.marks.state(of: page) == .read else { return }
            onEvent(
                .suggested(
                    scan: scan.id, name: scan.name,
                    run.understanding.suggestion(of: page, from: .titleZone, in: run.pipeline)))
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
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            let disposition: PageDisposition =
                switch run.marks.state(of: page) {
                case .separator: .separator
                case .blank: .blank
                case .read, .quarantined: .read
                }
            _ = try await run.ledger.recordRead(claim, page, as: disposition, seconds: seconds, now: run.clock())
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
                run.understanding.suggestion(of: page, from: .firstPage, in: run.pipeline)))
    }

    /// The scan's file, opened once a run: a PDF costs a child process each time.
    private func open(_ scan: String, digest: String, with reader: ReaderProcess) async throws -> ScanFile {
        if let file = await board.scanFile(of: scan) { return file }
        let limits = ScanFile.Limits(
            pagesPerFile: run.pipeline.limits.pagesPerFile, pixelsPerPage: run.pipeline.limits.pixelsPerPage)
        let file = try await ScanFile.open(run.blobs.file(of: digest).path, limits: limits, reader: reader)
        await board.keep(file, of: scan)
        return file
    }

    private func damage(of scan: ScanRecord, with reader: ReaderProcess) async throws -> String? {
        guard scan.format == "pdf" else { return nil }
        return try await open(scan.id, digest: scan.digest, with: reader).damage
    }
}
