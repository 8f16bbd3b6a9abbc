internal import Foundation

extension Transaction {
    static let selectingItems = """
        SELECT q.id, q.dossier, q.unit, q.state, q.due_at, q.statutory_due_at, q.opened_at, q.registered_at,
            q.accepted_at, q.completed_at, q.handed_over_at, q.officer, q.channel, q.field, q.paused_for,
            q.extensions, d.number, d.procedure_code, d.procedure_name, d.scan, s.name AS source
        FROM queue_items q JOIN dossiers d ON d.id = q.dossier JOIN scans s ON s.id = d.scan
        """

    /// - Throws: `LedgerError.unknown`.
    func item(_ id: String) throws -> QueueItem {
        let found = try row("\(Self.selectingItems) WHERE q.id = $1", .text(id)) { try item($0) }
        guard let found else {
            throw LedgerError.unknown("no queue has an item \(id): `hoso queue list --unit UNIT` shows those there are")
        }
        return found
    }

    func item(_ row: ResultRow) throws -> QueueItem {
        let dossier = try row.text("dossier")
        return QueueItem(
            id: try row.text("id"), dossier: dossier, unit: try row.text("unit"), state: try row.word("state"),
            due: try row.timeOrNil("due_at"), statutoryDue: try row.timeOrNil("statutory_due_at"),
            openedAt: try row.time("opened_at"), registeredAt: try row.time("registered_at"),
            acceptedAt: try row.timeOrNil("accepted_at"), completedAt: try row.timeOrNil("completed_at"),
            handedOverAt: try row.timeOrNil("handed_over_at"), officer: try row.textOrNil("officer"),
            channel: try row.wordOrNil("channel"), field: try row.textOrNil("field"),
            pausedFor: try row.wordOrNil("paused_for"), extensions: try row.integer("extensions"),
            number: try row.textOrNil("number"), procedureCode: try row.textOrNil("procedure_code"),
            procedureName: try row.textOrNil("procedure_name"), scan: try row.text("scan"),
            source: try row.text("source"), pages: try pages(of: dossier))
    }

    /// An item's pauses, oldest first.
    func pauses(of item: String) throws -> [Pause] {
        try rows("SELECT why, from_at, until_at FROM pauses WHERE item = $1 ORDER BY number", .text(item)) {
            Pause(why: try $0.word("why"), from: try $0.time("from_at"), until: try $0.timeOrNil("until_at"))
        }
    }
}
