import ArgumentParser
import Foundation
import Ledger

/// `hoso queue`: a unit's work.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "A unit's dossiers: HoSo proposes, an officer accepts or returns.",
        subcommands: [List.self, Review.self, Accept.self, Return.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The dossiers in a unit's queue, the nearest deadline first.")

        @Option(help: ArgumentHelp("The unit's identifier, such as van-phong.", valueName: "id"))
        var unit: String

        @Option(help: "proposed, accepted, paused, returned or completed; may be repeated. Default: the first three.")
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

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a proposed dossier on.")

        @OptionGroup var move: QueueMove

        func run() async throws {
            try await move.make { try await $0.accept(move.item, by: move.actor, now: $1) }
        }
    }

    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives a dossier back that is not the unit's.")

        @OptionGroup var move: QueueMove

        @Option(help: "Why, in words: it is kept with the dossier.")
        var reason: String

        func validate() throws {
            guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason says nothing") }
        }

        func run() async throws {
            try await move.make { try await $0.return(move.item, by: move.actor, reason: reason, now: $1) }
        }
    }
}

/// What every move of an item needs: which one, and who moves it.
struct QueueMove: ParsableArguments {
    @Argument(help: "The item, as `hoso queue list` shows it.")
    var item: String

    @Option(name: .customLong("by"), help: ArgumentHelp("The officer's name or number.", valueName: "who"))
    var actor: String

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard actor.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--by names nobody") }
    }

    func make(_ move: (Ledger, Date) async throws -> QueueItem) async throws {
        try await reporting {
            let now = Date()
            let item = try await move(try await ledger.openForWriting(now: now), now)
            Console.say("item \(item.id) of \(item.unit) is \(item.state.rawValue): dossier \(item.dossier)")
        }
    }
}

extension QueueItem.State: ExpressibleByArgument {}
