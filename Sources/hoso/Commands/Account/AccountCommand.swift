import ArgumentParser
import Foundation
import Ledger

/// `hoso account`: the people who work at the desk.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Who may log in to the desk.",
        subcommands: [Add.self, List.self, Password.self, SignOn.self, Close.self, Token.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Every account.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            let (accounts, signOns) = try await reporting {
                let ledger = try await ledger.openForReading()
                return (try await ledger.accounts(), try await ledger.signOns())
            }
            if json {
                for account in accounts {
                    Console.say(try JSONLine.text(AccountRow(account, signOns[account.name])))
                }
            } else if accounts.isEmpty {
                Console.complain("no accounts: hoso account add NAME --role administrator")
            } else {
                let rows = accounts.map {
                    [
                        $0.name, $0.role.rawValue, $0.unit ?? "", $0.closedAt == nil ? "open" : "closed",
                        AccountRow($0, signOns[$0.name]).ways.joined(separator: ", "),
                    ]
                }
                TextTable.lines([["name", "role", "unit", "state", "logs in by"]] + rows).forEach(Console.say)
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Closes an account for good: who is logged in with it is logged out.")

        @Argument(help: "The account's name.")
        var name: String

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            try await reporting {
                let now = Date()
                try await ledger.openForWriting(now: now).closeAccount(name, by: nil, now: now)
            }
            Console.complain("\(name) is closed")
        }
    }
}

/// An account as a JSON object.
private struct AccountRow: Encodable {
    var name: String
    var role: String
    var unit: String?
    /// `password` or `sign-on`, or both, or none.
    var ways: [String]
    /// What the person is called at the single sign-on.
    var signOn: String?
    /// Since when they are one person there.
    var signOnSince: String?
    var added: String
    var closed: String?

    init(_ account: Account, _ signOn: SignOn?) {
        name = account.name
        role = account.role.rawValue
        unit = account.unit
        ways = (account.hasPassword ? ["password"] : []) + (signOn == nil ? [] : ["sign-on"])
        self.signOn = signOn?.identity
        signOnSince = signOn?.boundAt?.ISO8601Format()
        added = account.addedAt.ISO8601Format()
        closed = account.closedAt?.ISO8601Format()
    }
}

extension Account.Role: ExpressibleByArgument {}
