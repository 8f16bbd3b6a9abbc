import ArgumentParser
import Foundation
import Ledger

extension AccountCommand {
    /// `hoso account sign-on`: who of the office's single sign-on opens an account.
    struct SignOn: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-on",
            abstract: "Opens an account to a person of the office's single sign-on, or closes it to them.",
            discussion: """
                The first who comes with this identity is the account's person from then on, also where another is called \
                so later; inviting anew forgets who it was. A password that the account has stays.
                """)

        @Argument(help: "The account's name.")
        var name: String

        @Option(
            name: .customLong("as"),
            help: ArgumentHelp(
                "What the person is called at the single sign-on, letter by letter (hoso serve --sign-on-claim).",
                valueName: "identity"))
        var identity: String?

        @Flag(name: .customLong("off"), help: "Nobody of the single sign-on opens the account any more.")
        var isOff = false

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard (identity == nil) == isOff else { throw ValidationError("give --as IDENTITY, or --off") }
            if let identity { try IdentityEntry.check(identity) }
        }

        func run() async throws {
            let hasPassword = try await reporting {
                let now = Date()
                let ledger = try await ledger.openForWriting(now: now)
                if let identity {
                    try await ledger.invite(identity, as: name, by: nil, now: now)
                } else {
                    try await ledger.endSignOn(of: name, by: nil, now: now)
                }
                return try await ledger.accounts().first { $0.name == name }?.hasPassword ?? false
            }
            if identity != nil {
                Console.complain("\(name) is opened by the single sign-on: whoever first comes so called")
            } else {
                Console.complain(
                    "\(name) is opened by the single sign-on no longer"
                        + (hasPassword ? "" : ", and by nothing else: hoso account password \(name)"))
            }
        }
    }
}

/// What somebody is called at the single sign-on, as it is typed in.
enum IdentityEntry {
    static func check(_ identity: String) throws {
        guard SignOn.isIdentity(identity) else {
            throw ValidationError("an identity is 1 to 200 letters on one line, without spaces around it")
        }
    }
}
