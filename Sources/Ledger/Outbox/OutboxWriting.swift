package import Foundation

extension Ledger {
    /// Says which units have a web hook: what happens to their items from now on is written to the outbox as well.
    /// Messages of units that have none any more stay and wait.
    package func setHooks(of units: Set<String>, now: Date) async throws {
        // A look first, so that nothing is written where nothing has changed.
        let known = try await driver.read { try Set($0.hooks()) }
        guard known != units else { return }
        try await driver.write { transaction in
            let known = try Set(transaction.hooks())
            for unit in known.subtracting(units).sorted() {
                try transaction.run("DELETE FROM hooks WHERE unit = $1", .text(unit))
            }
            for unit in units.subtracting(known).sorted() {
                try transaction.run("INSERT INTO hooks (unit, since) VALUES ($1, $2)", .text(unit), .time(now))
            }
        }
    }
}

extension Transaction {
    fileprivate func hooks() throws -> [String] {
        try rows("SELECT unit FROM hooks ORDER BY unit") { try $0.text("unit") }
    }

    /// Writes to the outbox what is told of an event: to the unit that has the item, and to the one it was taken from.
    func tell(
        of kind: LedgerEvent.Kind, event: Int, at now: Date, item: String, detail: [String: String]
    ) throws {
        guard kind.rawValue.hasPrefix("item.") else { return }
        let holder = try row(
            "SELECT h.unit FROM queue_items q JOIN hooks h ON h.unit = q.unit WHERE q.id = $1", .text(item)
        ) { try $0.text("unit") }
        var told = Set([holder].compactMap { $0 })
        if kind == .itemMoved, let from = detail["from"], !told.contains(from) {
            let former = try row("SELECT unit FROM hooks WHERE unit = $1", .text(from)) { try $0.text("unit") }
            if let former { told.insert(former) }
        }
        for unit in told.sorted() { try write(kind, event: event, at: now, item: item, to: unit) }
    }

    private func write(_ kind: LedgerEvent.Kind, event: Int, at now: Date, item: String, to unit: String) throws {
        let id = "\(item)-\(event)-\(unit)"
        guard let subject = try subject(of: item) else {
            throw LedgerError.damaged("event \(event) is of an item that is not there")
        }
        let message = DeliveryMessage(
            id: id, type: kind.rawValue, event: event, at: MessageTime.text(now), recipient: unit, item: subject.item,
            dossier: subject.dossier)
        try run(
            """
            INSERT INTO deliveries
                (id, number, unit, event, kind, item, dossier, message, state, tries, due_at, written_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $9)
            """,
            .text(id), .integer(try next("delivery")), .text(unit), .integer(event), .text(kind.rawValue), .text(item),
            .text(subject.dossier.id), .text(try StoredJSON.text(of: message)), .time(now))
    }

    private func subject(of item: String) throws -> (item: DeliveryMessage.Item, dossier: DeliveryMessage.Dossier)? {
        try row(
            """
            SELECT q.unit, q.state, q.due_at, d.id AS dossier, d.number, d.procedure_code,
                d.procedure_name
            FROM queue_items q JOIN dossiers d ON d.id = q.dossier WHERE q.id = $1
            """,
            .text(item)
        ) { row in
            (
                item: DeliveryMessage.Item(
                    id: item, unit: try row.text("unit"), state: try row.text("state"),
                    due: try row.timeOrNil("due_at").map(MessageTime.text)),
                dossier: DeliveryMessage.Dossier(
                    id: try row.text("dossier"), number: try row.textOrNil("number"),
                    procedure: try row.textOrNil("procedure_code").map { code in
                        DeliveryMessage.Procedure(code: code, name: try row.textOrNil("procedure_name"))
                    })
            )
        }
    }
}
