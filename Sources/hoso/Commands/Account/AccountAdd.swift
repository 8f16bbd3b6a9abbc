import ArgumentParser
import Desk
import Foundation
import Ledger
import Triage

extension AccountCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Adds an account.",
            discussion: """
                The password is asked for on a terminal, or read as one line from standard input; with --sign-on there is \
                none.
                """)

        @Argument(help: "What the person logs in with: small letters without marks, digits, and . - _")
        var name: String

        @Option(help: "reception, unit, supervisor or administrator.")
        var role: Account.Role

        @Option(help: ArgumentHelp("Whose dossiers it sees; for the role unit.", valueName: "id"))
        var unit: String?

        @Option(
            name: .customLong("sign-on"),
            help: ArgumentHelp(
                "No password: who is called this at the office's single sign-on opens the account.",
                valueName: "identity"))
        var identity: String?

        @OptionGroup var pipeline: PipelineOptions
        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard Account.isName(name) else {
                throw ValidationError("a name is 1 to 40 small letters without marks, digits, and . - _ inside")
            }
            if role == .unit, unit == nil { throw ValidationError("--role unit needs --unit, whose dossiers it sees") }
            if role != .unit, unit != nil { throw ValidationError("--unit goes with --role unit only") }
            if let identity { try IdentityEntry.check(identity) }
        }

        func run() async throws {
            try await reporting {
                let now = Date()
                if let unit {
                    let known = try await ledger.openIfThere()?.reorganizations() ?? []
                    try pipeline.load().reorganized(by: known).requireUnit(unit, at: now)
                }
                let hash =
                    identity == nil ? try PasswordHash(of: PasswordEntry.new(), salt: RandomBytes.make(16)) : nil
                try await ledger.openForWriting(now: now).addAccount(
                    name, role: role, unit: unit, password: hash?.text, signOn: identity, by: nil, now: now)
            }
            Console.complain(
                "\(name) may log in as \(role.rawValue)\(identity == nil ? "" : ", by the single sign-on")")
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password", abstract: "Gives an account another password, unlocks it, and ends its sessions.",
            discussion: "The password is asked for on a terminal, or read as one line from standard input.")

        @Argument(help: "The account's name.")
        var name: String

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            try await reporting {
                let hash = try PasswordHash(of: PasswordEntry.new(), salt: RandomBytes.make(16))
                let now = Date()
                try await ledger.openForWriting(now: now).setPassword(of: name, to: hash.text, by: nil, now: now)
            }
            Console.complain("\(name) has another password")
        }
    }
}
