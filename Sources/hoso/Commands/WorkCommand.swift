import ArgumentParser
import Foundation
import Ledger
import Triage

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Works on a shared ledger beside other machines, until stopped.",
        discussion: """
            A host joins by pointing at the ledger and the scans, and leaves at any moment: what it had in hand is \
            another's after a minute. Work is taken from the ledger page by page: what somebody waits for first, then \
            the dossiers that were handed in first. Ctrl-C or SIGTERM stops after the pages in hand, a second one at \
            once. A ledger or store that is away is waited for.
            """)

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @Option(help: "What this host is called in the list of workers. Default: its own name.")
    var host: String?

    @Flag(help: "Shows who works, and who did in the last day.")
    var list = false

    @Flag(help: "With --list one JSON object a worker, otherwise one at the end.")
    var json = false

    @Flag(help: "Says nothing but troubles and the end.")
    var quiet = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 or more") }
        if let host, host.isEmpty { throw ValidationError("--host needs a name") }
        guard try ledgerOptions.isShared else {
            throw ValidationError(
                "work is shared over a ledger on a server: give --ledger postgres://USER@HOST/DATABASE; "
                    + "for one machine there are `hoso run` and `hoso watch`")
        }
    }

    func run() async throws {
        try await reporting {
            if list { return try await showWorkers() }
            let office = try await Office.openWhenThere(pipelineOptions, ledgerOptions)
            let worker = WorkerRecord(
                id: "\(hostName)-\(Ledger.randomIdentifier(at: Date()))", host: hostName,
                readers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
                pipeline: "\(office.pipeline.name) \(office.pipeline.version)", at: office.ledger.now)
            try await complainOfOthers(worker, in: office)
            let stop = StopSignal()
            let diary = WorkDiary(isSilent: quiet)
            if !quiet { Console.complain("working as \(worker.id) with \(worker.readers) readers; Ctrl-C stops") }
            let done = try await office.run(jobs: worker.readers, receivedAt: nil).work(
                as: worker, isStopAsked: { [asked = stop.asked] in asked.isAsked },
                onTrouble: { Console.complain("hoso: \($0); waiting for it") }, onProgress: diary.note)
            let seconds = diary.seconds
            if json {
                Console.say(try JSONLine.text(WorkObject(worker: worker.id, done: done, seconds: seconds)))
            } else {
                Console.say("\(done.pages) pages read, \(done.dossiers) dossiers decided in \(Int(seconds)) s")
            }
        }
    }

    private var hostName: String { host ?? ProcessInfo.processInfo.hostName }

    /// Who decides by other rules than the others should know it.
    private func complainOfOthers(_ worker: WorkerRecord, in office: Office) async throws {
        let others = try await office.ledger.workers(seenSince: office.ledger.now - WorkerTable.silence)
        for other in others where other.leftAt == nil && other.pipeline != worker.pipeline {
            Console.complain(
                "hoso: \(other.host) works with pipeline \(other.pipeline), this host with \(worker.pipeline): "
                    + "give both the same files")
        }
    }

    private func showWorkers() async throws {
        let ledger = try await ledgerOptions.openForReading()
        let workers = try await ledger.workers(seenSince: ledger.now - 86_400)
        let table = WorkerTable(workers: workers, now: ledger.now)
        for line in json ? try table.objects() : table.lines() { Console.say(line) }
    }
}

/// How a worker's end is told with --json.
private struct WorkObject: Encodable {
    struct Summary: Encodable {
        var worker: String
        var pages: Int
        var dossiers: Int
        var seconds: Double
    }

    var summary: Summary

    init(worker: String, done: WorkProgress, seconds: Double) {
        summary = Summary(worker: worker, pages: done.pages, dossiers: done.dossiers, seconds: seconds)
    }
}
