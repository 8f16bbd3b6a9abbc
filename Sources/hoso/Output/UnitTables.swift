import Dossiers
import Foundation
import Ledger
import Routing
import Triage

/// A unit as `hoso units list` shows it.
struct UnitRow: Encodable {
    let unit: String
    let name: String
    let from: String
    let until: String?
    let successor: String?
    /// Fields of administration whose procedures it has on the day.
    let fields: [String]
    /// Procedures of the catalogue that it has on the day.
    let procedures: Int
    /// Items it is not done with, and such as it gave back that nobody has.
    let open: Int

    init(_ competence: Competence, on day: Day, in pipeline: Pipeline, open: Int) {
        let id = competence.unit.id
        let units = pipeline.router.units
        let held = pipeline.catalogue.procedures.filter { procedure in
            units.places.values.contains { place in
                units.competentUnits(for: procedure, at: place, on: day).contains { $0.id == id }
            }
        }
        unit = id
        name = units.unit(id, on: day)?.name ?? id
        // A units file without a day begins with the calendar's count.
        from = competence.from.description
        until = competence.until?.description
        successor = competence.successor
        fields = Set(held.map(\.field)).sorted()
        procedures = held.count
        self.open = open
    }

    static func table(_ rows: [UnitRow]) -> [String] {
        TextTable.lines(
            [["UNIT", "FROM", "UNTIL", "SUCCESSOR", "FIELDS", "PROCEDURES", "OPEN", "NAME"]]
                + rows.map { row in
                    [
                        row.unit, row.from, row.until ?? "-", row.successor ?? "-", String(row.fields.count),
                        String(row.procedures), String(row.open), TextTable.cell(row.name, 60),
                    ]
                })
    }
}

/// Items that followed, as commands print it.
struct PassageReport: Encodable {
    let from: String
    let to: String
    let items: Int

    init(_ passage: Passage) {
        (from, to, items) = (passage.from, passage.to, passage.items)
    }

    static func lines(_ passages: [Passage]) -> [String] {
        passages.map { "\($0.items) open items of \($0.from) are with \($0.to) now" }
    }

    /// What an earlier decision moved is told beside what a command is asked for.
    static func complain(of passages: [Passage]) {
        lines(passages).forEach { Console.complain("hoso: \($0)") }
    }
}

/// A decision about units as commands print it.
struct DecisionRow: Encodable {
    let decision: String
    let kind: String
    let day: String
    let units: [String]
    let heirs: [String]
    let decided: String
    let by: String
    /// When open items followed.
    let applied: String?
    let moved: [PassageReport]

    init(_ record: ReorganizationRecord, _ passages: [Passage]) {
        let reorganization = try? record.reorganization()
        decision = record.id
        kind = record.kind.rawValue
        day = record.day
        units = reorganization?.units ?? []
        heirs = reorganization?.heirs ?? []
        decided = LocalTime.text(record.decidedAt)
        by = record.actor
        applied = record.appliedAt.map(LocalTime.text)
        moved = passages.map(PassageReport.init)
    }

    var lines: [String] {
        let whose = units.joined(separator: ", ")
        let heirs = heirs.isEmpty ? "" : " → \(heirs.joined(separator: ", "))"
        let state =
            applied == nil
            ? "its open items follow on that day; `hoso units withdraw \(decision)` takes it back until then"
            : "holds, and open items have followed"
        return ["decision \(decision): \(kind) \(whose)\(heirs) on \(day); \(state)"]
            + moved.map { "\($0.items) open items of \($0.from) are with \($0.to) now" }
    }

    static func table(_ rows: [DecisionRow]) -> [String] {
        TextTable.lines(
            [["DECISION", "KIND", "DAY", "UNITS", "HEIRS", "FOLLOWED", "BY"]]
                + rows.map { row in
                    [
                        row.decision, row.kind, row.day, row.units.joined(separator: ","),
                        row.heirs.isEmpty ? "-" : row.heirs.joined(separator: ","), row.applied ?? "not yet",
                        TextTable.cell(row.by, 40),
                    ]
                })
    }
}

extension ReorganizationPreview {
    /// A terminal's worth of items; `--json` has them all.
    private static let itemsShown = 40

    var lines: [String] {
        var lines = ["would \(kind) \(units.joined(separator: ", ")) on \(day)", ""]
        lines += TextTable.lines(
            [["WORK FROM", "TO", "PROCEDURES", "FIELD"]]
                + work.map { [$0.from, $0.to, String($0.procedures), $0.field] })
        lines += ["", "\(items.count) open items would move"]
        if !items.isEmpty {
            lines += TextTable.lines(
                [["ITEM", "STATE", "FROM", "TO", "PROCEDURE"]]
                    + items.prefix(Self.itemsShown).map { [$0.item, $0.state, $0.from, $0.to, $0.procedure ?? "-"] })
        }
        if items.count > Self.itemsShown {
            lines.append("and \(items.count - Self.itemsShown) more: --json has them all")
        }
        return lines
    }
}
