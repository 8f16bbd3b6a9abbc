internal import Dossiers
internal import Foundation

extension Transaction {
    /// A dossier that people still speak about.
    struct OpenDossier {
        var scan: String
        /// What stands there now.
        var procedure: String?
        /// What the machine decided.
        var suggested: String?
    }

    /// - Throws: `LedgerError.unknown`; `.illegalMove` for one that is not triaged, was divided, or was dismissed.
    func openDossier(_ id: String) throws -> OpenDossier {
        let found = try row(
            """
            SELECT d.scan, d.state, d.procedure_code, d.replaced_at,
                (SELECT procedure_code FROM decisions WHERE dossier = d.id ORDER BY number DESC LIMIT 1) AS suggested,
                (SELECT COUNT(*) FROM confirmations c WHERE c.dossier = d.id AND c.outcome = 'dismissed') AS dismissals
            FROM dossiers d WHERE d.id = $1
            """,
            .text(id)
        ) { row in
            (
                dossier: OpenDossier(
                    scan: try row.text("scan"), procedure: try row.textOrNil("procedure_code"),
                    suggested: try row.textOrNil("suggested")),
                state: try row.word("state", as: DossierRecord.State.self),
                isGone: try row.integerOrNil("replaced_at") != nil || row.integer("dismissals") > 0
            )
        }
        guard let found else { throw LedgerError.unknown("the ledger knows no dossier \(id)") }
        guard found.state == .triaged else {
            throw LedgerError.illegalMove("dossier \(id) is not understood yet: wait until it is")
        }
        guard !found.isGone else {
            throw LedgerError.illegalMove("dossier \(id) was divided anew or dismissed: nothing is left to say of it")
        }
        return found.dossier
    }

    func write(_ confirmation: Confirmation, labels: [FieldLabel]) throws {
        let number =
            try row(
                "SELECT COALESCE(MAX(number), 0) + 1 AS number FROM confirmations WHERE dossier = $1",
                .text(confirmation.dossier)
            ) { try $0.integer("number") } ?? 1
        try run(
            """
            INSERT INTO confirmations
                (dossier, number, outcome, confirmed_at, actor, suggested, procedure_code, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            .text(confirmation.dossier), .integer(number), .text(confirmation.outcome.rawValue),
            .time(confirmation.at), .text(confirmation.actor), .text(confirmation.suggested),
            .text(confirmation.procedureCode), .text(confirmation.reason))
        var named: Set<FieldName> = []
        for label in labels where named.insert(label.name).inserted {
            try run(
                """
                INSERT INTO field_labels (dossier, number, name, was, value, page, x, y, width, height)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                .text(confirmation.dossier), .integer(number), .text(label.name.rawValue), .text(label.was),
                .text(label.value), .integer(label.page), .integer(label.box?.x), .integer(label.box?.y),
                .integer(label.box?.width), .integer(label.box?.height))
        }
    }

    /// The dossier as the person left it. What the machine decided stays in `decisions` and `fields`.
    func writeConfirmed(_ result: DossierResult) throws {
        try run(
            """
            UPDATE dossiers SET procedure_code = $2, procedure_name = $3, probability = $4, unit = $5, due_at = $6,
                result = $7
            WHERE id = $1
            """,
            .text(result.dossier), .text(result.procedure?.code), .text(result.procedure?.name),
            .real(result.procedure?.probability), .text(result.unit), .time(result.due),
            .text(try StoredJSON.text(of: result)))
    }

    /// Puts the dossier where its tasks say: items that stand right stay, others go to their unit, what is missing is
    /// proposed, and what is too many is taken back.
    func place(
        _ result: DossierResult, _ items: [QueueItem], scan: String, wasCorrected: Bool, receipt: DossierReceipt,
        by actor: String, newIdentifier: () -> String, now: Date
    ) throws {
        for (item, task) in zip(items, result.tasks) {
            try put(item, as: task, result.procedure?.code, wasCorrected: wasCorrected, by: actor, now: now)
        }
        for item in items.dropFirst(result.tasks.count) {
            try move(
                item, to: .refused, from: [.proposed, .returned], as: .itemRefused, by: actor,
                detail: ["reason": "the dossier is of another procedure"], now: now)
        }
        for position in items.count..<max(items.count, result.tasks.count) {
            try propose(
                result, task: result.tasks[position], position: position + 1, scan: scan, receipt: receipt, by: actor,
                item: newIdentifier(), now: now)
        }
    }

    private func put(
        _ item: QueueItem, as task: DossierResult.Task, _ procedure: String?, wasCorrected: Bool, by actor: String,
        now: Date
    ) throws {
        var item = item
        if wasCorrected || item.unit != task.unit || item.state == .returned {
            if item.state == .proposed {
                var detail = ["reason": "a person confirmed another procedure", "to": task.unit]
                detail["procedure"] = procedure
                try move(item, to: .returned, from: [.proposed], as: .itemReturned, by: actor, detail: detail, now: now)
            }
            item = try give(try self.item(item.id), to: task.unit, why: "returned", by: actor, now: now)
        }
        try setDue(
            of: item,
            to: DueDates(due: task.due, statutory: task.statutoryDue ?? task.due, cause: .recounted), by: actor,
            now: now)
    }
}
