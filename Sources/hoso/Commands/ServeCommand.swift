import ArgumentParser
import Desk
import Foundation
import Ledger
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "The desk: web pages for the reception, the units and the supervisor.",
        discussion: """
            Other commands that write to the same data folder wait until it ends; those that only read work beside it.
            Accounts are made first: hoso account add NAME --role administrator.
            """)

    @Option(
        help: ArgumentHelp(
            "Where to listen. Only this computer reaches 127.0.0.1; 0.0.0.0 is every network it is in.",
            valueName: "host:port"))
    var listen: ListenAddress = .standard

    @Flag(
        name: .customLong("behind-tls"),
        help: "A proxy in front speaks TLS with the browsers: cookies are kept to encrypted connections.")
    var isBehindTLS = false

    @Option(
        name: .customLong("watch"),
        help: ArgumentHelp("Also take in what a scanner puts into this folder.", valueName: "dir"))
    var watched: String?

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        if let watched {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: watched, isDirectory: &isFolder), isFolder.boolValue else {
                throw ValidationError("\(watched) is no folder; name the one that the scanner writes into")
            }
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 or more") }
    }

    func run() async throws {
        try await reporting {
            let office = try await Office.open(pipelineOptions, ledgerOptions)
            if try await office.ledger.accounts().allSatisfy({ $0.closedAt != nil }) {
                Console.complain("nobody can log in yet: stop, and make an account with hoso account add")
            }
            if !listen.isLoopback, !isBehindTLS {
                Console.complain("passwords and papers pass the network unencrypted: put a proxy with TLS in front")
            }
            let run = office.run(
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, receivedAt: nil, urgency: .desk)
            let stop = StopSignal()
            var settings = DeskSettings(address: listen, isSecure: isBehindTLS)
            let isStopAsked: @Sendable () -> Bool = { [asked = stop.asked] in asked.isAsked }
            settings.isStopAsked = isStopAsked
            let desk = try Desk(run, settings: settings, clock: { Date() })
            var logger = Logger(label: "hoso", factory: { StreamLogHandler.standardError(label: $0) })
            logger.logLevel = .warning
            // Scans are read beside the pages, until the pages end.
            let reading = Task { [logger] in await desk.triage(isStopAsked: isStopAsked, logger: logger) }
            let watching = Task { [logger, watched, isStopAsked] in
                if let watched { await desk.watch(watched, isStopAsked: isStopAsked, logger: logger) }
            }
            let ended = await Task { [logger] in
                try await desk.serve(logger: logger) { address in
                    Console.complain("the desk listens on http://\(address)")
                }
            }.result
            stop.ask()
            await reading.value
            await watching.value
            try ended.get()
        }
    }
}

extension ListenAddress: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
