import ArgumentParser
import Foundation
import Ledger
import Triage

/// `hoso deliveries send`
struct DeliveriesSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Sends what waits to the units' own systems, until nothing waits.",
        discussion: """
            The units file says which units have a web hook; docs/delivery.md says what a receiver gets and how it \
            checks that. Ended at any moment, the same command goes on: a receiver knows by its id a message that it gets \
            twice. Exit status 2 says that messages were given up, 75 that some wait longer than --patience.
            """)

    @Option(help: ArgumentHelp("How long to wait for the next attempt that is due.", valueName: "seconds"))
    var patience = 60.0

    @Flag(help: "Goes on until it is stopped, also with what is written meanwhile.")
    var watch = false

    @Option(help: "Requests at once.")
    var jobs = 8

    @Flag(help: "One JSON object at the end.")
    var json = false

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs should be 1 to 64") }
        guard (0...86_400).contains(patience) else { throw ValidationError("--patience should be 0 to 86400") }
    }

    func run() async throws {
        let status = try await reporting {
            let targets = try targets()
            let folder = ledger.dataFolder.appending(path: "deliveries")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // One sender a data folder, so that what one of the same name left behind is free.
            let lock = try DataLock(on: folder)
            defer { withExtendedLifetime(lock) {} }
            let tally = try await sender(to: targets).run(patience: watch ? nil : patience)
            try await say(tally)
            return tally.givenUp > 0 ? ExitStatus.quarantined : tally.nextDue == nil ? .done : .tryAgain
        }
        if status != .done { throw status.exitCode }
    }

    /// - Throws: `ConfigurationError`, `HookProblem`.
    private func targets() throws -> [String: DeliverySender.Target] {
        let pipeline = try pipeline.load()
        guard !pipeline.hooks.isEmpty else {
            throw HookProblem(
                unit: "any unit",
                problem: "the units file of \(pipeline.name) has none; docs/delivery.md says how to add one")
        }
        var targets: [String: DeliverySender.Target] = [:]
        for (unit, hook) in pipeline.hooks {
            targets[unit] = DeliverySender.Target(
                hook, try hook.signature(of: unit, environment: ProcessInfo.processInfo.environment))
        }
        return targets
    }

    private func sender(to targets: [String: DeliverySender.Target]) async throws -> DeliverySender {
        try await ledger.openForWriting(now: Date()).setHooks(of: Set(targets.keys), now: Date())
        let options = ledger
        // Nobody may write while the ledger is carried over to a server.
        let patience = watch ? Double.infinity : 60
        return try DeliverySender(
            name: "\(ProcessInfo.processInfo.hostName):deliveries", targets: targets, jobs: jobs,
            openLedger: { try await options.openForWriting(now: Date(), patience: patience) },
            encode: { try JSONLine.text(ResultObject(result: $0)) }, clock: { Date() },
            chance: { Double.random(in: 0...1) },
            onGivenUp: { delivery, problem in
                Console.complain("given up: \(delivery.id): \(problem)")
            })
    }

    private func say(_ tally: DeliverySender.Tally) async throws {
        let counts = try await ledger.openForReading().deliveryCounts()
        if json {
            Console.say(
                try JSONLine.text(
                    SendingObject(
                        delivered: tally.delivered, failed: tally.failed, givenUp: tally.givenUp,
                        waiting: counts.waiting, dead: counts.dead, next: tally.nextDue.map(LocalTime.text))))
        } else {
            Console.say(
                "\(tally.delivered) delivered, \(tally.failed) attempts failed, \(tally.givenUp) given up; "
                    + "\(counts.waiting) waiting, \(counts.dead) dead")
        }
        if tally.nextDue == nil, counts.waiting > 0 {
            Console.complain("\(counts.waiting) wait for units that have no web hook any more")
        }
    }
}

/// What a run of `hoso deliveries send --json` did, and what is left.
private struct SendingObject: Encodable {
    let delivered: Int
    let failed: Int
    let givenUp: Int
    let waiting: Int
    let dead: Int
    let next: String?

    private enum CodingKeys: String, CodingKey {
        case delivered, failed
        case givenUp = "given_up"
        case waiting, dead, next
    }
}
