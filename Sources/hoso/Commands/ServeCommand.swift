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
            Short commands (accounts, officers' moves, units, models' promotions, deliveries) work beside it on the same
            data folder; a run, a watch or another serve does so only with a ledger on a server.
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
        help: ArgumentHelp(
            "Speak TLS by this certificate, with its chain (PEM). Renewed files are taken at the next connection.",
            valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The certificate's private key (PEM, without a password).", valueName: "file"))
    var key: String?

    @Option(
        name: .customLong("trusted-proxy"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "A proxy in front whose X-Forwarded-For or Forwarded is believed, so that log-ins are held back by whoever "
                + "asks and not by the proxy: an address or a range of them.",
            valueName: "cidr"))
    var trustedProxies: [AddressRange] = []

    @Option(
        name: .customLong("watch"),
        help: ArgumentHelp("Also take in what a scanner puts into this folder.", valueName: "dir"))
    var watched: String?

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @OptionGroup var signOnOptions: SignOnOptions
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        if let watched {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: watched, isDirectory: &isFolder), isFolder.boolValue else {
                throw ValidationError("\(watched) is no folder; name the one that the scanner writes into")
            }
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key belong together; give both, or neither")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 or more") }
    }

    func run() async throws {
        try await reporting {
            let keeper = try certificateKeeper()
            let signOn = try signOnOptions.settings()
            let office = try await Office.openWhenThere(pipelineOptions, ledgerOptions)
            if try await office.ledger.accounts().allSatisfy({ $0.closedAt != nil }) {
                Console.complain("nobody can log in yet: stop, and make an account with hoso account add")
            }
            warn()
            let run = office.run(
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, receivedAt: nil, urgency: .desk)
            let stop = StopSignal()
            var settings = DeskSettings(address: listen, isSecure: isBehindTLS || keeper != nil)
            settings.certificate = keeper
            settings.signOn = signOn
            settings.trustedProxies = trustedProxies
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
                    Console.complain("the desk listens on \(keeper == nil ? "http" : "https")://\(address)")
                }
            }.result
            stop.ask()
            await reading.value
            await watching.value
            try ended.get()
        }
    }
}

extension ServeCommand {
    /// - Throws: `CertificateFault`.
    private func certificateKeeper() throws -> CertificateKeeper? {
        guard let certificate, let key else { return nil }
        let keeper = try CertificateKeeper(CertificateFiles(certificate: certificate, key: key), now: Date())
        let days = Int(keeper.end.timeIntervalSinceNow / 86_400)
        if days < 14 {
            Console.complain(
                "the certificate in \(certificate) runs out in \(days) days: have it renewed; the new file is "
                    + "taken without a restart")
        }
        return keeper
    }

    /// What works, but is hardly meant so.
    private func warn() {
        if !listen.isLoopback, !isBehindTLS, certificate == nil {
            Console.complain(
                "passwords and papers pass the network unencrypted: give --certificate and --key, or put a proxy with TLS "
                    + "in front")
        }
        if isBehindTLS, trustedProxies.isEmpty {
            Console.complain(
                "everybody's log-ins count as the proxy's: name its address with --trusted-proxy, so that one who guesses "
                    + "passwords holds up nobody else")
        }
    }
}

extension AddressRange: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension ListenAddress: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
