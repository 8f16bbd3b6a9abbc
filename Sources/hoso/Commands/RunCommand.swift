import ArgumentParser
import Dossiers
import Foundation
import Ledger
import Routing
import Triage

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract:
            "Triages scans to the end: every dossier into a unit's queue, to review, or quarantined with a reason.",
        discussion: """
            Files that were triaged before are not done again. A run that was interrupted or killed is finished by
            giving the same command again. Exit status 2 says that some input was quarantined or refused.
            """)

    @Argument(help: "Files and folders; a folder with all that lies below it.")
    var inputs: [String]

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    @Option(help: "When the dossiers were received, for their deadlines: \(ReceiptTime.forms). Default: now.")
    var received: String?

    @Flag(help: "Somebody waits: before everything in a shared ledger that is not urgent.")
    var urgent = false

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @Flag(help: "One JSON object a dossier, then a summary.")
    var json = false

    @Flag(
        help: """
            With --json: also one object an event as it happens, told from the others by its key "event". A suggestion
            from the first lines comes first, then one from the whole first page, then the pages behind it.
            """)
    var events = false

    @Flag(help: "No progress and no list of dossiers, only the summary.")
    var quiet = false

    func validate() throws {
        if events, !json { throw ValidationError("--events goes with --json") }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 or more") }
    }

    func run() async throws {
        let outcome: RunOutcome = try await reporting {
            let office = try await Office.open(pipelineOptions, ledgerOptions)
            let receivedAt = try received.map { try receipt($0, under: office.pipeline) }
            let progress = ProgressLine(isShown: Console.hasTerminal && !quiet)
            let batch = Ledger.randomIdentifier(at: Date())
            let run = office.run(
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, receivedAt: receivedAt,
                urgency: urgent ? .desk : .night, onProgress: progress.show, onEvent: events ? EventLines().say : nil)
            let listing = InputListing(of: inputs)
            let intake = try await run.run(listing, batch: batch)
            progress.clear()
            let report = RunReport(office: office, json: json, quiet: quiet)
            return try await report.show(intake, leftAlone: listing.leftAlone, batch: batch)
        }
        guard outcome.isWhole else { throw ExitStatus.quarantined.exitCode }
    }

    private func receipt(_ text: String, under pipeline: Pipeline) throws -> Date {
        let calendar = pipeline.router.calendar
        guard let time = ReceiptTime.parse(text, in: calendar.timeZone, opening: calendar.opening) else {
            throw ValidationError("--received takes \(ReceiptTime.forms)")
        }
        return time
    }
}
