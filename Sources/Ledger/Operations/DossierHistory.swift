package import Dossiers
internal import Foundation

/// All that the ledger knows of a dossier, as of one moment.
package struct DossierHistory: Sendable {
    package var result: DossierResult
    /// Its number (mã số hồ sơ), once it has one.
    package var number: String?
    /// One for each unit that works on it, the leading one first; empty while a person has to look at it.
    package var items: [QueueItem]
    /// By item, oldest first.
    package var pauses: [String: [Pause]]
    /// Oldest first.
    package var events: [LedgerEvent]

    package init(
        result: DossierResult, number: String?, items: [QueueItem], pauses: [String: [Pause]], events: [LedgerEvent]
    ) {
        self.result = result
        self.number = number
        self.items = items
        self.pauses = pauses
        self.events = events
    }
}

extension Ledger {
    /// - Parameter name: The dossier's number or identifier, or that of an item in a queue.
    /// - Throws: `LedgerError.unknown` where there is none, or where it is not triaged yet.
    package func history(ofDossier name: String) async throws -> DossierHistory {
        try await driver.read { transaction in
            guard let id = try transaction.dossier(named: name) else {
                throw LedgerError.unknown(
                    "the ledger knows no dossier “\(name)”: give its number, or its identifier as `hoso queue list` "
                        + "shows it")
            }
            let found = try transaction.row(
                "SELECT number, result FROM dossiers WHERE id = $1 AND result IS NOT NULL", .text(id)
            ) { row in
                (
                    number: try row.textOrNil("number"),
                    result: try StoredJSON.value(DossierResult.self, in: row.text("result"), of: "dossier \(id)")
                )
            }
            guard let found else {
                throw LedgerError.unknown("dossier \(id) is not understood yet: `hoso run` goes on with it")
            }
            let items = try transaction.rows(
                "\(Transaction.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(id)
            ) { try transaction.item($0) }
            var pauses: [String: [Pause]] = [:]
            for item in items { pauses[item.id] = try transaction.pauses(of: item.id) }
            let events = try transaction.rows(
                """
                SELECT * FROM events WHERE dossier = $1 AND happened_at >= \(DossierID.beginning(of: id)) ORDER BY sequence
                """,
                .text(id), make: LedgerEvent.init)
            return DossierHistory(
                result: found.result, number: found.number, items: items, pauses: pauses, events: events)
        }
    }
}

extension Transaction {
    /// The identifier of the dossier that a person means; nil where there is none.
    func dossier(named name: String) throws -> String? {
        for statement in [
            "SELECT id FROM dossiers WHERE id = $1", "SELECT id FROM dossiers WHERE number = $1",
            "SELECT dossier AS id FROM queue_items WHERE id = $1",
        ] {
            if let id = try row(statement, .text(name), make: { try $0.text("id") }) { return id }
        }
        return nil
    }
}
