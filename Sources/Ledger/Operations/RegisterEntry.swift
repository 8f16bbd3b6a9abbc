package import Dossiers
package import Foundation

/// A dossier's line in the register (sổ theo dõi hồ sơ).
package struct RegisterEntry: Sendable {
    package var dossier: String
    /// Its number (mã số hồ sơ), once it has one.
    package var number: String?
    package var procedureCode: String?
    package var procedureName: String?
    /// The unit that leads.
    package var unit: String
    package var registeredAt: Date
    package var due: Date?
    package var handedOverAt: Date?
    package var fields: [ExtractedField]
}

extension Ledger {
    /// The dossiers that citizens handed in from one moment on and before another, in that order.
    ///
    /// - Complexity: reads all items of the ledger once; there is no index by the day of registering.
    package func registerEntries(from start: Date, before end: Date) async throws -> [RegisterEntry] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT q.dossier, q.unit, q.registered_at, q.due_at, q.handed_over_at, d.number, d.procedure_code,
                    d.procedure_name, d.result
                FROM queue_items q JOIN dossiers d ON d.id = q.dossier
                WHERE q.position = 1 AND q.registered_at >= $1 AND q.registered_at < $2
                ORDER BY q.registered_at, q.dossier
                """,
                .time(start), .time(end)
            ) { row in
                let dossier = try row.text("dossier")
                let result = try StoredJSON.value(
                    DossierResult.self, in: row.text("result"), of: "dossier \(dossier)")
                return RegisterEntry(
                    dossier: dossier, number: try row.textOrNil("number"),
                    procedureCode: try row.textOrNil("procedure_code"),
                    procedureName: try row.textOrNil("procedure_name"), unit: try row.text("unit"),
                    registeredAt: try row.time("registered_at"), due: try row.timeOrNil("due_at"),
                    handedOverAt: try row.timeOrNil("handed_over_at"), fields: result.fields)
            }
        }
    }
}
