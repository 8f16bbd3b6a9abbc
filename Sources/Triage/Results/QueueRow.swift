internal import Dossiers
package import Ledger

/// An item as `hoso queue list --json` prints it.
package struct QueueRow: Encodable, Sendable {
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

    package struct Procedure: Encodable, Sendable {
        let code: String
        let name: String?
    }

    package init(_ item: QueueItem) {
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
package struct ReviewRow: Encodable, Sendable {
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

    package init(_ item: ReviewItem) {
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
