import Dossiers
import Foundation
import Ledger
import Triage

/// A unit's queue for a terminal: no value read off a page.
struct QueueTable {
    private let rows: [[String]]

    init(_ items: [QueueItem]) {
        rows =
            [["ITEM", "DOSSIER", "STATE", "DUE", "PROCEDURE", "SOURCE"]]
            + items.map { item in
                [
                    item.id, item.dossier, item.state.rawValue, item.due.map(LocalTime.text) ?? "-",
                    TextTable.cell("\(item.procedureCode ?? "") \(item.procedureName ?? "")", 48),
                    "\(TextTable.cell(item.source, 40)) p\(TextTable.ranges(of: item.pages))",
                ]
            }
    }

    /// What waits for a person.
    init(_ items: [ReviewItem]) {
        rows =
            [["DOSSIER", "DECISION", "SUGGESTION", "SOURCE", "REASON"]]
            + items.map { item in
                [
                    item.dossier, item.decision.rawValue,
                    TextTable.cell("\(item.procedureCode ?? "-") \(item.procedureName ?? "")", 40),
                    "\(TextTable.cell(item.source, 40)) p\(TextTable.ranges(of: item.pages))",
                    TextTable.cell(item.reason),
                ]
            }
    }

    var lines: [String] { TextTable.lines(rows) }
}
