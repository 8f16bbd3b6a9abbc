import ArgumentParser
import Desk
import Foundation
import Insight
import Ledger
import Routing
import Triage

extension AccountCommand {
    /// `hoso account token`: what programs come with.
    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "token",
            abstract: "Tokens, by which programs use the desk's API with the rights of an account.",
            subcommands: [Add.self, List.self, Revoke.self])
    }
}

extension AccountCommand.Token {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Makes a token and prints it, once.",
            discussion: """
                The ledger keeps its SHA-256 only: a token that is lost is revoked, and another one made. A program is \
                best given an account of its own, so that the log tells it from people.
                """)

        @Argument(help: "The account that the program comes for: its role and unit are the program's.")
        var account: String

        @Option(help: ArgumentHelp("What the token is for, to know it again.", valueName: "words"))
        var name: String

        @Option(
            help: ArgumentHelp(
                "The last day on which it opens. Default: \(ProgramKey.usualDays) days from now.", valueName: "day"))
        var until: String?

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard name.contains(where: { !$0.isWhitespace }), name.count <= 100 else {
                throw ValidationError("--name should say in at most 100 letters what the token is for")
            }
            _ = try end(now: Date())
        }

        func run() async throws {
            let key = ProgramKey.make()
            let now = Date()
            let end = try end(now: now)
            try await reporting {
                try await ledger.openForWriting(now: now).issueToken(
                    key.digest, of: account, for: name, by: nil, now: now, until: end)
            }
            Console.say(key.text)
            Console.complain(
                "keep it: it is not shown again. It opens until \(LocalTime.text(end)), as \(account); "
                    + "hoso account token revoke \(key.digest.prefix(ProgramKey.shownDigits)) takes it back")
        }

        private func end(now: Date) throws -> Date {
            guard let until else { return now.addingTimeInterval(TimeInterval(ProgramKey.usualDays) * 86_400) }
            guard let day = Day(until) else {
                throw ValidationError("--until: expected a date like 2027-06-30, not “\(until)”")
            }
            let end = OfficeDay.start(of: day.number + 1)
            guard end > now else { throw ValidationError("--until \(day) is past") }
            return end
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Every token, the newest first; none of them opens.")

        @Argument(help: "Only this account's.")
        var account: String?

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            let tokens = try await reporting { try await ledger.openForReading().tokens(of: account) }
            if json {
                for token in tokens { Console.say(try JSONLine.text(TokenRow(token, now: Date()))) }
            } else if tokens.isEmpty {
                Console.complain("no tokens: hoso account token add ACCOUNT --name WHAT-FOR")
            } else {
                let rows = tokens.map { TokenRow($0, now: Date()).cells }
                TextTable.lines([["TOKEN", "ACCOUNT", "STATE", "UNTIL", "USED", "NAME"]] + rows).forEach(Console.say)
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Takes a token back: the program that has it is refused from then on.")

        @Argument(help: "The beginning of the token's digest, as the list shows it.")
        var token: String

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard !token.hasPrefix("hoso_") else {
                throw ValidationError("name the token as hoso account token list shows it, not by what opens")
            }
        }

        func run() async throws {
            try await reporting {
                let now = Date()
                try await ledger.openForWriting(now: now).revokeToken(token, by: nil, now: now)
            }
            Console.complain("the token \(token) opens nothing any more")
        }
    }
}

/// A token as lists show it.
private struct TokenRow: Encodable {
    var token: String
    var account: String
    var name: String
    var state: String
    var issued: String
    var until: String
    /// To the hour.
    var used: String?
    var revoked: String?
    /// For people: what ends with a day is over after it.
    private var lastDay: String

    private enum CodingKeys: String, CodingKey {
        case token, account, name, state, issued, until, used, revoked
    }

    init(_ token: Token, now: Date) {
        self.token = String(token.digest.prefix(ProgramKey.shownDigits))
        account = token.account
        name = token.purpose
        state = token.revokedAt != nil ? "revoked" : token.isValid(at: now) ? "valid" : "over"
        issued = LocalTime.text(token.issuedAt)
        until = LocalTime.text(token.endsAt)
        lastDay = String(LocalTime.text(token.endsAt.addingTimeInterval(-1)).prefix(10))
        used = token.usedAt.map(LocalTime.text)
        revoked = token.revokedAt.map(LocalTime.text)
    }

    var cells: [String] {
        [
            token, account, state, lastDay, used.map { String($0.prefix(16)) } ?? "-",
            TextTable.cell(name, 40),
        ]
    }
}
