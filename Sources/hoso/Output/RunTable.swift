import Dossiers
import Foundation
import Ledger
import Routing
import Triage

/// The result of a run as people read it.
struct RunTable {
    let outcome: RunOutcome
    let pipeline: Pipeline
    let listsDossiers: Bool

    /// More than this, and the list would push the summary off the screen; --json has them all.
    private static let listedDossiers = 200
    private static let listedReasons = 20

    func lines() -> [String] { (listsDossiers ? dossierLines() : []) + summaryLines() + troubleLines() }

    private func dossierLines() -> [String] {
        let decided = outcome.rows.filter { $0.decision != .quarantined && !$0.isRepeat }
        guard !decided.isEmpty else { return [] }
        let rows = decided.prefix(Self.listedDossiers).map { row in
            [
                "\(TextTable.cell(row.source, 60)) p\(TextTable.ranges(of: row.pages))",
                row.procedure.map { "\($0.code) \(TextTable.cell($0.name, 44))" } ?? "–",
                row.procedure.map { String(format: "%.2f", $0.probability) } ?? "",
                row.decision == .auto ? row.unit ?? "" : "review: \(TextTable.cell(row.reason, 60))",
                row.decision == .auto ? row.due.map(Self.day) ?? "no time limit" : "",
            ]
        }
        let more = decided.count - rows.count
        return TextTable.lines([["dossier", "procedure", "prob", "goes to", "due"]] + rows)
            + (more > 0 ? ["… and \(more) more: --json prints all"] : []) + [""]
    }

    private func summaryLines() -> [String] {
        let counts = outcome.counts
        var lines = [
            "\(counts.pagesOfScans) pages: \(outcome.pages(.read)) read, \(outcome.pages(.blank)) blank, "
                + "\(outcome.pages(.separator)) separator, \(outcome.pages(.quarantined)) quarantined",
            "\(outcome.dossierCount) dossiers: \(outcome.dossiers(.auto)) to units, \(outcome.dossiers(.review)) to review, "
                + "\(outcome.dossiers(.quarantined)) quarantined",
        ]
        if outcome.doneBefore > 0 {
            lines.append("\(outcome.doneBefore) files were triaged before: nothing of them has changed")
        }
        if outcome.sameFiles > 0 {
            lines.append("\(outcome.sameFiles) files hold the same bytes as another: each is triaged once")
        }
        let units = outcome.byUnit.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { ["  \($0.value)", $0.key, pipeline.router.units[$0.key]?.name ?? ""] }
        if !units.isEmpty { lines += ["to units:"] + TextTable.lines(units) }
        lines += reasonLines("to review:", outcome.reviewReasons)
        return lines
    }

    private func troubleLines() -> [String] {
        let quarantined = outcome.rows.filter { $0.decision == .quarantined }
            .map { ["  \(TextTable.cell($0.source))", TextTable.cell($0.reason)] }
        let refused = outcome.refused.map { ["  \(TextTable.cell($0.name))", TextTable.cell($0.reason)] }
        return (quarantined.isEmpty ? [] : ["quarantined:"] + TextTable.lines(quarantined))
            + (refused.isEmpty ? [] : ["not taken in, still where they were:"] + TextTable.lines(refused))
    }

    private func reasonLines(_ title: String, _ reasons: [String: Int]) -> [String] {
        guard !reasons.isEmpty else { return [] }
        let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let more = sorted.dropFirst(Self.listedReasons).reduce(0) { $0 + $1.value }
        return [title] + TextTable.lines(sorted.prefix(Self.listedReasons).map { ["  \($0.value)", $0.key] })
            + (more > 0 ? ["  … and \(more) for other reasons"] : [])
    }

    private static func day(_ time: Date) -> String {
        String(LocalTime.text(time).prefix(16)).replacing("T", with: " ")
    }
}
