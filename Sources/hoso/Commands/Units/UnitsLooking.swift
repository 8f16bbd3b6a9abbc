import ArgumentParser
import Dossiers
import Foundation
import Ledger
import Routing
import Triage

extension UnitsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The units of a day, what each is competent for, and how much it has to do.")

        @Option(help: ArgumentHelp("The day. Default: today.", valueName: "day"))
        var on: String?

        @Flag(help: "Those too that are no longer, or not yet.")
        var all = false

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var pipeline: PipelineOptions

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            if let on, Day(on) == nil {
                throw ValidationError("--on: expected a date like 2026-12-01, not “\(on)”")
            }
        }

        func run() async throws {
            try await reporting {
                let filed = try pipeline.load()
                let ledger = try await ledger.openIfThere()
                let pipeline = try filed.reorganized(by: try await ledger?.reorganizations() ?? [])
                let today = Day(Date(), in: pipeline.router.calendar.timeZone)
                let day = on.flatMap { Day($0) } ?? today
                let units = pipeline.router.units.competences.filter { all || $0.isStanding(on: day) }
                let open = try await ledger?.countPassingItems(of: units.map(\.unit.id)) ?? [:]
                let rows = units.map { UnitRow($0, on: day, in: pipeline, open: open[$0.unit.id] ?? 0) }
                for line in json ? try rows.map(JSONLine.text) : UnitRow.table(rows) { Console.say(line) }
                guard let ledger else { return }
                let due = try await ledger.reorganizations().filter { $0.appliedAt == nil && $0.startsAt <= ledger.now }
                for record in due {
                    Console.complain(
                        "hoso: reorganisation \(record.id) holds since \(record.day); its open items follow with "
                            + "`hoso units apply`")
                }
            }
        }
    }

    struct Decisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decisions",
            abstract: "What was decided about units, when, by whom, and whether open items have followed.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            try await reporting {
                let records = try await ledger.openForReading().reorganizations()
                if records.isEmpty, !json { return Console.complain("nothing was decided about units") }
                let rows = records.map { DecisionRow($0, []) }
                for line in json ? try rows.map(JSONLine.text) : DecisionRow.table(rows) { Console.say(line) }
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Takes a decision back before its day.")

        @Argument(help: "The decision, as `hoso units decisions` shows it.")
        var id: String

        @Option(name: .customLong("by"), help: ArgumentHelp("Who takes it back.", valueName: "who"))
        var actor: String

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard actor.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--by names nobody") }
        }

        func run() async throws {
            try await reporting {
                let now = Date()
                let ledger = try await ledger.openForWriting(now: now)
                try await ledger.withdrawReorganization(id, by: actor, now: ledger.now)
                Console.say("reorganisation \(id) is withdrawn")
            }
        }
    }

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: "Lets open items follow the successors whose day has come.",
            discussion: "Every command that triages or moves items does so as well; this is for a timer at midnight.")

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var pipeline: PipelineOptions

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            try await reporting {
                let passages = try await ledger.openForWriting(now: Date(), under: try pipeline.load()).passages
                if json {
                    for passage in passages { Console.say(try JSONLine.text(PassageReport(passage))) }
                } else if passages.isEmpty {
                    Console.say("no item has to move")
                } else {
                    PassageReport.lines(passages).forEach(Console.say)
                }
            }
        }
    }
}

extension LedgerOptions {
    /// For reading; nil where an office has triaged nothing yet.
    func openIfThere() async throws -> Ledger? {
        if case .file(let file) = try ledgerPlace,
            !FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
        {
            return nil
        }
        return try await openForReading()
    }
}
