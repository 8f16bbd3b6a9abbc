import ArgumentParser
import Dossiers
import Foundation
import Ledger
import Routing
import Triage

/// What every move of an item needs: which one, and who moves it.
struct QueueMove: ParsableArguments {
    @Argument(help: "The item, as `hoso queue list` shows it.")
    var item: String

    @OptionGroup var officer: OfficerOptions

    @OptionGroup var ledger: LedgerOptions

    func make(_ move: (Ledger, Date) async throws -> QueueItem) async throws {
        try await reporting {
            let now = Date()
            officer.report(try await move(try await ledger.openForWriting(now: now), now))
        }
    }

    /// The same with the pipeline's units as they are today.
    func make(under pipeline: Pipeline, _ move: (Ledger, Pipeline, Date) async throws -> QueueItem) async throws {
        try await reporting {
            let now = Date()
            let (ledger, pipeline, _) = try await ledger.openForWriting(now: now, under: pipeline)
            officer.report(try await move(ledger, pipeline, now))
        }
    }
}

/// Who moves an item, and how what came of it is printed.
struct OfficerOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: ArgumentHelp("The officer's name or number.", valueName: "who"))
    var actor: String

    @Flag(help: "One JSON object.")
    var json = false

    func validate() throws {
        guard actor.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--by names nobody") }
    }

    func report(_ item: QueueItem) {
        if json, let line = try? JSONLine.text(QueueRow(item)) { return Console.say(line) }
        let number = item.number.map { ", number \($0)" } ?? ""
        let due = item.due.map { ", due \(LocalTime.text($0))" } ?? ""
        Console.say("item \(item.id) of \(item.unit) is \(item.state.rawValue): dossier \(item.dossier)\(number)\(due)")
    }
}

/// Why, in the officer's words.
struct ReasonOption: ParsableArguments {
    @Option(help: "Why, in words: it is kept with the dossier.")
    var reason: String

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason says nothing") }
    }
}

extension Pipeline {
    /// The numbers that dossiers accepted now get.
    func numbers(at now: Date) -> NumberSeries? { numbering?.series(on: now, in: router.calendar.timeZone) }

    /// - Throws: `ValidationError` for a unit that is in nobody's table, or not on a day.
    func requireUnit(_ id: String, at now: Date) throws {
        let today = Day(now, in: router.calendar.timeZone)
        guard let unit = router.units.competence(of: id) else {
            let known = router.units.competences.filter { $0.isStanding(on: today) }.map(\.unit.id)
            throw ValidationError("no unit “\(id)” in the units file; it knows \(known.joined(separator: ", "))")
        }
        guard !unit.isStanding(on: today) else { return }
        guard let until = unit.until, until <= today else {
            throw ValidationError("unit “\(id)” begins only on \(unit.from)")
        }
        let heir = unit.successor.map { ": its work is with “\($0)”" } ?? ""
        throw ValidationError("unit “\(id)” is closed since \(until)\(heir)")
    }
}

extension LedgerOptions {
    /// Opens the ledger for writing, and lets items follow the successors of their units if their day has come.
    ///
    /// - Returns: The pipeline with the units as they are.
    func openForWriting(
        now: Date, under pipeline: Pipeline
    ) async throws -> (ledger: Ledger, pipeline: Pipeline, passages: [Passage]) {
        let ledger = try await openForWriting(now: now)
        let (reorganized, passages) = try await pipeline.passOn(in: ledger, now: ledger.now)
        return (ledger, reorganized, passages)
    }
}
