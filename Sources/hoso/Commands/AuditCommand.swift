import ArgumentParser
import Foundation
import Ledger

/// `hoso audit`: whether what happened is still written as it was.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Checks of what the ledger says has happened.",
        subcommands: [Verify.self, Sample.self, Verdict.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Finds the first event that was changed, removed or inserted.",
            discussion: """
                Each event carries the hash of the one before. Note the last line down, outside this machine: given \
                back with --known, it shows that nothing up to there was written anew.
                """)

        @Option(
            help: ArgumentHelp("An event and its hash, as this command printed them earlier.", valueName: "number:hash")
        )
        var known: String?

        @Flag(help: "Also hold the reports' tallies against the events.")
        var tallies = false

        @Flag(help: "Count the tallies anew from the events, where they are wrong.")
        var rebuild = false

        @Flag(help: "One JSON object.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func validate() throws { _ = try noted }

        func run() async throws {
            let audit = try await reporting { try await ledger.openForReading().auditEvents(known: noted) }
            if json {
                Console.say(try JSONLine.text(AuditRow(audit)))
            } else {
                Console.say("\(audit.sound) events are as they were written")
                if let fault = audit.fault { Console.say(fault.text) }
                Console.say("known: \(audit.sound):\(audit.head)")
            }
            if audit.fault != nil { throw ExitStatus.unreadableInput.exitCode }
            if tallies || rebuild { try await checkTallies() }
        }

        private func checkTallies() async throws {
            let wrong = try await reporting { try await ledger.openForReading().miscountedTallies() }
            guard !wrong.isEmpty else { return Console.complain("the reports' tallies are what the events come to") }
            wrong.forEach(Console.complain)
            guard rebuild else { throw ExitStatus.unreadableInput.exitCode }
            try await reporting { try await ledger.openAlone(now: Date()).rebuildTallies() }
            Console.complain("the tallies were counted anew")
        }

        private var noted: (sequence: Int, hash: String)? {
            get throws {
                guard let known else { return nil }
                let parts = known.split(separator: ":")
                guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0,
                    parts[1].wholeMatch(of: #/[0-9a-f]{64}/#) != nil
                else { throw ValidationError("--known should be a number and a hash, as `hoso audit verify` prints") }
                return (sequence, String(parts[1]))
            }
        }
    }
}

/// The audit as `--json` prints it.
private struct AuditRow: Encodable {
    struct Fault: Encodable {
        let event: Int
        let kind: String
        let reason: String
    }

    let whole: Bool
    let events: Int
    let known: String
    let fault: Fault?

    init(_ audit: EventAudit) {
        whole = audit.fault == nil
        events = audit.sound
        known = "\(audit.sound):\(audit.head)"
        fault = audit.fault.map { Fault(event: $0.sequence, kind: $0.kind.rawValue, reason: $0.text) }
    }
}
