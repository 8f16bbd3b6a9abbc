import ArgumentParser
import Foundation
import Ledger
import Triage

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Triages what a scanner puts into a folder, until stopped.",
        discussion: """
            A file is taken in when it has not changed for two seconds; it stays where it is. Files that were triaged
            before are not done again, also after a restart. Ctrl-C or SIGTERM stops after the files in hand, a second
            one at once; what is left is done by the next watch or run.
            """)

    @Argument(help: "The folder, with all that lies below it.")
    var folder: String = "."

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    @Option(help: "Seconds between two looks into the folder.")
    var every: Double = 2

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @Flag(help: "One JSON object a dossier, and a summary after each look that found something.")
    var json = false

    @Flag(help: "No list of dossiers, only the summaries.")
    var quiet = false

    /// Files triaged between two looks.
    private static let filesAtOnce = 16

    func validate() throws {
        guard every >= 0.1, every <= 3600 else { throw ValidationError("--every takes 0.1 to 3600 seconds") }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 or more") }
    }

    func run() async throws {
        try await reporting {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw ValidationError("\(folder) is no folder; name the one that the scanner writes into")
            }
            let office = try await Office.openWhenThere(pipelineOptions, ledgerOptions)
            let stop = StopSignal()
            let report = RunReport(office: office, json: json, quiet: quiet)
            var hotFolder = HotFolder(path: folder)
            if !quiet { Console.complain("watching \(folder); Ctrl-C stops") }
            while !stop.isAsked {
                let listing = hotFolder.look(at: Date(), limit: Self.filesAtOnce)
                guard !listing.files.isEmpty || !listing.refused.isEmpty else {
                    try await stop.sleep(seconds: every)
                    continue
                }
                try await triage(listing, in: office, report: report)
            }
        }
    }

    private func triage(_ listing: InputListing, in office: Office, report: RunReport) async throws {
        let batch = Ledger.randomIdentifier(at: Date())
        let run = office.run(
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, receivedAt: nil, onProgress: { _ in },
            onEvent: nil)
        let intake = try await run.run(listing, batch: batch)
        _ = try await report.show(intake, leftAlone: 0, batch: batch)
    }
}
