internal import Dossiers
internal import Foundation

extension Ledger {
    /// Dossiers that a unit has returned without knowing whose they are: nobody works on them until a person says so.
    /// The longest returned first; the reason is the officer's.
    ///
    /// - Parameter place: Only those behind it; nil from the first on.
    package func returnedToNobody(after place: ReviewPlace? = nil, limit: Int) async throws -> [ReviewItem] {
        try await driver.read { transaction in
            let behind =
                place == nil ? "" : "AND (q.changed_at > $2 OR (q.changed_at = $2 AND d.id > $3))"
            let values = place.map { [Value.time($0.since), .text($0.dossier)] } ?? []
            return try transaction.rows(
                """
                SELECT d.id, d.decision, d.procedure_code, d.procedure_name, d.probability, d.due_at, q.unit,
                    q.changed_at, s.name AS source, s.digest
                FROM queue_items q JOIN dossiers d ON d.id = q.dossier JOIN scans s ON s.id = d.scan
                WHERE q.state = 'returned' \(behind) ORDER BY q.changed_at, d.id LIMIT $1
                """,
                [.integer(limit)] + values
            ) { row in
                let dossier = try row.text("id")
                let reason = try transaction.returnReason(of: dossier) ?? ""
                return ReviewItem(
                    dossier: dossier, decision: try row.word("decision"),
                    reason: "\(Self.returned)\(try row.text("unit")): \(reason)",
                    procedureCode: try row.textOrNil("procedure_code"),
                    procedureName: try row.textOrNil("procedure_name"), due: try row.timeOrNil("due_at"),
                    source: try row.text("source"), pages: try transaction.pages(of: dossier),
                    digest: try row.text("digest"), probability: try row.realOrNil("probability"),
                    triagedAt: try row.time("changed_at"))
            }
        }
    }

    /// How the reasons of returned dossiers begin; a unit's identifier follows, then what its officer wrote.
    package static let returned = "returned by "

    /// Why a dossier was last returned, in the officer's words; nil where it was not.
    package func returnReason(of dossier: String) async throws -> String? {
        try await driver.read { try $0.returnReason(of: dossier) }
    }
}

extension Transaction {
    fileprivate func returnReason(of dossier: String) throws -> String? {
        try row(
            """
            SELECT detail FROM events WHERE dossier = $1 AND kind = 'item.returned'
                AND happened_at >= \(DossierID.beginning(of: dossier))
            ORDER BY sequence DESC LIMIT 1
            """,
            .text(dossier)
        ) {
            try StoredJSON.value([String: String].self, in: $0.text("detail"), of: "a returned item")["reason"]
        } ?? nil
    }
}
