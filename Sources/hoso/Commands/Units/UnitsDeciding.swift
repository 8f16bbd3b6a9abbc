import ArgumentParser
import Dossiers
import Foundation
import Ledger
import Routing
import Triage

/// What every decision about units needs: the day, who decides, and whether it is only looked at.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first day on which it holds, such as 2026-12-01.", valueName: "day"))
    var on: String

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Who decides it. Not needed with --dry-run.", valueName: "who"))
    var actor: String?

    @Flag(help: "Only says what would change and which open items would move.")
    var dryRun = false

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var pipeline: PipelineOptions

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        _ = try day
        guard dryRun || actor?.contains(where: { !$0.isWhitespace }) == true else {
            throw ValidationError("--by: say who decides it, or look at it first with --dry-run")
        }
    }

    var day: Day {
        get throws {
            guard let day = Day(on) else {
                throw ValidationError("--on: expected a date like 2026-12-01, not “\(on)”")
            }
            return day
        }
    }

    /// Keeps a reorganisation, or shows what would come of it.
    func decide(_ change: Reorganization.Change, founding: [String: String]) async throws {
        try await reporting {
            let reorganization = Reorganization(day: try day, change: change, founded: founding)
            let pipeline = try pipeline.load()
            if dryRun {
                try await preview(reorganization, of: pipeline)
            } else {
                try await keep(reorganization, of: pipeline)
            }
        }
    }

    private func preview(_ reorganization: Reorganization, of filed: Pipeline) async throws {
        // An office that has triaged nothing yet has no items either.
        let preview = try await ReorganizationPreview(
            of: reorganization, under: filed, in: try await ledger.openIfThere())
        for line in json ? [try JSONLine.text(preview)] : preview.lines { Console.say(line) }
    }

    private func keep(_ reorganization: Reorganization, of filed: Pipeline) async throws {
        let now = Date()
        let (ledger, pipeline, earlier) = try await ledger.openForWriting(now: now, under: filed)
        PassageReport.complain(of: earlier)
        let record = try await ledger.decide(reorganization, under: pipeline, by: actor ?? "", now: now)
        let passages = try await filed.passOn(in: ledger, now: ledger.now).passages
        let decision = DecisionRow(try await ledger.reorganizations().first { $0.id == record.id } ?? record, passages)
        for line in json ? [try JSONLine.text(decision)] : decision.lines { Console.say(line) }
    }
}

/// The unit that takes work on, which may be founded by the same decision.
struct HeirOptions: ParsableArguments {
    @Option(
        name: .customLong("name"),
        help: ArgumentHelp("Founds the unit that takes the work on, with this name.", valueName: "name"))
    var name: String?

    func founding(_ unit: String) throws -> [String: String] {
        guard let name else { return [:] }
        guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--name is empty") }
        guard unit.wholeMatch(of: #/[a-z][a-z0-9-]*/#) != nil else {
            throw ValidationError(
                "“\(unit)” should be of lower-case letters, digits and hyphens, such as van-phong")
        }
        return [unit: name]
    }
}

extension UnitsCommand {
    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: "Units end on a day, and one has all their work.")

        @Argument(help: ArgumentHelp("The units that end, with commas.", valueName: "unit,unit,..."))
        var units: String

        @Option(help: ArgumentHelp("The unit that has their work then.", valueName: "unit"))
        var into: String

        @OptionGroup var heir: HeirOptions

        @OptionGroup var decision: DecisionOptions

        func run() async throws {
            let names = units.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            try await decision.decide(.merge(names, into: into), founding: heir.founding(into))
        }
    }

    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: "Fields or procedures of a unit pass to another on a day.",
            discussion: """
                A unit that is split among several takes one decision for each; the last one may end it with --rest, \
                which says who has what is left.
                """)

        @Argument(help: ArgumentHelp("The unit that gives work away.", valueName: "unit"))
        var unit: String

        @Option(help: ArgumentHelp("The unit that gets it.", valueName: "unit"))
        var to: String

        @Option(help: ArgumentHelp("A field of administration that passes; may be repeated.", valueName: "field"))
        var field: [String] = []

        @Option(
            help: ArgumentHelp(
                "A procedure that passes whatever its field; may be repeated.", valueName: "code"))
        var procedure: [String] = []

        @Option(help: ArgumentHelp("Ends the unit: who has all its other work.", valueName: "unit"))
        var rest: String?

        @OptionGroup var heir: HeirOptions

        @OptionGroup var decision: DecisionOptions

        func validate() throws {
            guard !field.isEmpty || !procedure.isEmpty else {
                throw ValidationError("name what passes: --field or --procedure, or merge the whole unit")
            }
            guard to != unit else { throw ValidationError("--to names the unit itself") }
            if let double = Dictionary(grouping: field + procedure, by: { $0 }).first(where: { $0.value.count > 1 }) {
                throw ValidationError("“\(double.key)” is named twice")
            }
        }

        func run() async throws {
            try reporting {
                let catalogue = try decision.pipeline.load().catalogue
                if let unknown = field.first(where: { !catalogue.fields.contains($0) }) {
                    throw ValidationError("no procedure of the catalogue is of the field “\(unknown)”")
                }
                if let unknown = procedure.first(where: { catalogue[$0] == nil }) {
                    throw RoutingError.unknownProcedure(unknown)
                }
            }
            let share = Reorganization.Share(unit: to, fields: Set(field), procedures: Set(procedure))
            try await decision.decide(
                .split(unit, shares: [share], rest: rest ?? unit), founding: heir.founding(to))
        }
    }

    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: "A unit has another name from a day on; its identifier stays.")

        @Argument(help: ArgumentHelp("The unit.", valueName: "unit"))
        var unit: String

        @Option(help: "The new name.")
        var name: String

        @OptionGroup var decision: DecisionOptions

        func validate() throws {
            guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--name is empty") }
        }

        func run() async throws {
            try await decision.decide(.rename(unit, name: name), founding: [:])
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "A unit ends on a day; who has its work then is named, unless it has none.")

        @Argument(help: ArgumentHelp("The unit.", valueName: "unit"))
        var unit: String

        @Option(help: ArgumentHelp("The unit that has its work then.", valueName: "unit"))
        var into: String?

        @OptionGroup var decision: DecisionOptions

        func run() async throws {
            try await decision.decide(.close(unit, successor: into), founding: [:])
        }
    }
}
