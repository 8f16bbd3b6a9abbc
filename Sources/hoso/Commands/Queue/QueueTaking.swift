import ArgumentParser
import Foundation
import Ledger
import Routing
import Triage

extension QueueCommand {
    struct Next: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next",
            abstract: "The proposed dossier with a unit's nearest deadline; with --accept the officer takes it on.")

        @Option(help: ArgumentHelp("The unit's identifier, such as van-phong.", valueName: "id"))
        var unit: String

        @Flag(help: "Takes it on: two officers who ask at once get two dossiers.")
        var accept = false

        @Option(name: .customLong("by"), help: ArgumentHelp("The officer who takes it on.", valueName: "who"))
        var actor: String?

        @Flag(help: "One JSON object.")
        var json = false

        @OptionGroup var pipeline: PipelineOptions

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            if accept, actor?.contains(where: { !$0.isWhitespace }) != true {
                throw ValidationError("--accept needs --by, the officer who takes it on")
            }
        }

        func run() async throws {
            let item = try await reporting { try await found() }
            guard let item else { return Console.complain("nothing is proposed to \(unit)") }
            if json {
                Console.say(try JSONLine.text(QueueRow(item)))
            } else {
                QueueTable([item]).lines.forEach(Console.say)
            }
        }

        private func found() async throws -> QueueItem? {
            guard accept, let actor else { return try await ledger.openForReading().nextInLine(of: unit) }
            let now = Date()
            let (ledger, pipeline, _) = try await ledger.openForWriting(now: now, under: try pipeline.load())
            return try await ledger.acceptNext(of: unit, by: actor, series: pipeline.numbers(at: now), now: now)
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Takes a proposed dossier on, and gives it its number.")

        @OptionGroup var move: QueueMove

        @OptionGroup var pipeline: PipelineOptions

        func run() async throws {
            let office = try reporting { try pipeline.load() }
            try await move.make(under: office) { ledger, office, now in
                try await ledger.accept(move.item, by: move.officer.actor, series: office.numbers(at: now), now: now)
            }
        }
    }

    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "Gives a dossier back that is not the unit's.",
            discussion: "What the officer says is remembered: the model learns from it.")

        @OptionGroup var move: QueueMove

        @OptionGroup var why: ReasonOption

        @Option(help: ArgumentHelp("The right unit, which gets it; without, nobody has it yet.", valueName: "unit"))
        var to: String?

        @Option(help: ArgumentHelp("The right procedure, if that was the mistake.", valueName: "code"))
        var procedure: String?

        @OptionGroup var pipeline: PipelineOptions

        func run() async throws {
            let office = try reporting { try pipeline.load() }
            try await move.make(under: office) { ledger, office, now in
                if let to { try office.requireUnit(to, at: now) }
                if let procedure { _ = try office.router.procedure(procedure) }
                return try await ledger.return(
                    move.item, by: move.officer.actor, reason: why.reason, to: to, procedure: procedure, now: now)
            }
        }
    }

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: "Gives a dossier that nobody works on to another unit, as a proposal.")

        @OptionGroup var move: QueueMove

        @Option(help: ArgumentHelp("The unit that gets it.", valueName: "unit"))
        var to: String

        @OptionGroup var pipeline: PipelineOptions

        func run() async throws {
            let office = try reporting { try pipeline.load() }
            try await move.make(under: office) { ledger, office, now in
                try office.requireUnit(to, at: now)
                return try await ledger.assign(move.item, to: to, by: move.officer.actor, now: now)
            }
        }
    }
}
