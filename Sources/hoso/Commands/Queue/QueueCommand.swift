import ArgumentParser
import Foundation
import Ledger
import Triage

/// `hoso queue`: a unit's work.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "A unit's dossiers: HoSo proposes, an officer accepts or returns.",
        subcommands: [
            List.self, Review.self, Next.self, Accept.self, Return.self, Assign.self, Pause.self, Resume.self,
            Extend.self, Complete.self, HandOver.self, Refuse.self, Withdraw.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The dossiers in a unit's queue, the nearest deadline first.")

        @Option(help: ArgumentHelp("The unit's identifier, such as van-phong.", valueName: "id"))
        var unit: String

        @Option(
            help: """
                proposed, accepted, paused, completed, handed-over, returned, refused or withdrawn; may be repeated. \
                Default: the first three.
                """)
        var state: [QueueItem.State] = []

        @Option(help: "At most so many.")
        var limit = 100

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard limit >= 1 else { throw ValidationError("--limit should be at least 1") }
        }

        func run() async throws {
            let items = try await reporting {
                let states = state.isEmpty ? Self.openStates : Set(state)
                return try await ledger.openForReading().queue(of: unit, states, limit: limit)
            }
            if json {
                for item in items { Console.say(try JSONLine.text(QueueRow(item))) }
            } else if items.isEmpty {
                Console.complain("no dossiers in the queue of \(unit)")
            } else {
                QueueTable(items).lines.forEach(Console.say)
            }
        }

        /// What a unit still has to do something about.
        private static let openStates: Set<QueueItem.State> = [.proposed, .accepted, .paused]
    }

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "review",
            abstract: "The dossiers no unit has because a person must look first, and why; the oldest first.")

        @Option(help: "At most so many.")
        var limit = 100

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            let items = try await reporting { try await ledger.openForReading().waitingForPerson(limit: max(limit, 1)) }
            if json {
                for item in items { Console.say(try JSONLine.text(ReviewRow(item))) }
            } else if items.isEmpty {
                Console.complain("nothing waits for a person")
            } else {
                QueueTable(items).lines.forEach(Console.say)
            }
        }
    }
}

extension QueueItem.State: ExpressibleByArgument {}
