import Dossiers
import Foundation
import Ledger

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

/// An item as `hoso queue list --json` prints it.
struct QueueRow: Encodable {
    let item: String
    let dossier: String
    let unit: String
    let state: String
    let due: String?
    /// The law's date, beside the office's promise.
    let statutory: String?
    let opened: String
    let received: String
    /// The dossier's number, once it is accepted.
    let number: String?
    let officer: String?
    let waits: String?
    let procedure: Procedure?
    let source: String
    /// 1-based in the source file.
    let pages: [Int]

    struct Procedure: Encodable {
        let code: String
        let name: String?
    }

    init(_ item: QueueItem) {
        self.item = item.id
        dossier = item.dossier
        unit = item.unit
        state = item.state.rawValue
        due = item.due.map(LocalTime.text)
        statutory = item.statutoryDue.map(LocalTime.text)
        opened = LocalTime.text(item.openedAt)
        received = LocalTime.text(item.registeredAt)
        number = item.number
        officer = item.officer
        waits = item.pausedFor?.rawValue
        procedure = item.procedureCode.map { Procedure(code: $0, name: item.procedureName) }
        source = item.source
        pages = item.pages
    }
}

/// A dossier that waits for a person, as `hoso queue review --json` prints it.
struct ReviewRow: Encodable {
    let dossier: String
    let decision: String
    let reason: String
    /// A suggestion only.
    let procedure: QueueRow.Procedure?
    let due: String?
    let source: String
    /// 1-based in the source file.
    let pages: [Int]
    /// SHA-256 of the scan: its name among the blobs.
    let digest: String

    init(_ item: ReviewItem) {
        dossier = item.dossier
        decision = item.decision.rawValue
        reason = item.reason
        procedure = item.procedureCode.map { QueueRow.Procedure(code: $0, name: item.procedureName) }
        due = item.due.map(LocalTime.text)
        source = item.source
        pages = item.pages
        digest = item.digest
    }
}
