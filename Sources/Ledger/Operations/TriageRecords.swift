package import Dossiers
package import Foundation

/// Whether a call did something.
package enum Recording: Hashable, Sendable {
    case recorded
    /// It had been recorded before; nothing has changed.
    case alreadyRecorded
}

extension Ledger {
    /// Records what triage made of a dossier: its fields, its decision, its items in the units' queues and
    /// the events, and that its scan is done when this was the last. A second call changes nothing.
    ///
    /// Only a dossier decided `auto` is proposed to units; one to review waits for a person first.
    ///
    /// - Parameters:
    ///   - pipeline: Name and version of the pipeline, `commune/<digest>`.
    ///   - receipt: How and when the citizen handed the dossier in; nil for now.
    /// - Throws: `LedgerError.unknown` for a dossier that was not split off a scan; `.refused` for a result
    ///   that breaks the schema.
    @discardableResult
    package func recordTriage(
        _ result: DossierResult, pipeline: String, receipt: DossierReceipt? = nil, now: Date
    ) async throws -> Recording {
        let newIdentifier = newIdentifier
        return try await driver.write { transaction in
            let found = try transaction.row(
                "SELECT scan, state FROM dossiers WHERE id = $1", .text(result.dossier)
            ) { (scan: try $0.text("scan"), state: try $0.word("state", as: DossierRecord.State.self)) }
            guard let found else { throw LedgerError.unknown("the ledger knows no dossier \(result.dossier)") }
            guard found.state == .split else { return .alreadyRecorded }
            try transaction.triage(
                result, scan: found.scan, pipeline: pipeline, receipt: receipt ?? DossierReceipt(at: now),
                newIdentifier: { newIdentifier(now) }, now: now)
            try transaction.finishIfTriaged(found.scan, now: now)
            return .recorded
        }
    }
}

extension Transaction {
    func triage(
        _ result: DossierResult, scan: String, pipeline: String, receipt: DossierReceipt,
        newIdentifier: () -> String, now: Date
    ) throws {
        try writeOutcome(of: result, pipeline: pipeline, now: now)
        if let code = result.code { try keepCode(code, of: result.dossier) }
        try writeFields(of: result)
        let values = result.fields.compactMap(\.value) + [result.code, result.procedure?.code].compactMap { $0 }
        try remember(values + [result.source], of: result.dossier)
        try writeDecision(of: result, pipeline: pipeline, now: now)
        try append(
            .dossierTriaged, at: now, scan: scan, dossier: result.dossier,
            detail: detail(of: result, pipeline: pipeline))
        if result.decision == .auto {
            try propose(result, scan: scan, receipt: receipt, newIdentifier: newIdentifier, now: now)
        }
    }

    /// What the tallies count a dossier by, among the rest.
    private func detail(of result: DossierResult, pipeline: String) -> [String: String] {
        var detail = ["decision": result.decision.rawValue, "model": result.model, "pipeline": pipeline]
        detail["code"] = result.code
        detail["procedure"] = result.procedure?.code
        detail["confidence"] = result.procedure.map { ConfidenceStep.name(of: $0.probability) }
        detail["unit"] = result.unit
        detail["pages"] = String(result.pages.count)
        detail["read-ms"] = String(Int((result.seconds.read * 1000).rounded()))
        detail["understand-ms"] = String(Int((result.seconds.understand * 1000).rounded()))
        if result.decision != .auto { detail["why"] = ReviewReason.kind(of: result.reason) }
        return detail
    }

    private func writeOutcome(of result: DossierResult, pipeline: String, now: Date) throws {
        try run(
            """
            UPDATE dossiers SET state = 'triaged', decision = $2, reason = $3, procedure_code = $4,
                procedure_name = $5, probability = $6, unit = $7, model = $8, pipeline = $9, due_at = $10,
                seconds = $11, result = $12, triaged_at = $13
            WHERE id = $1
            """,
            .text(result.dossier), .text(result.decision.rawValue), .text(result.reason),
            .text(result.procedure?.code), .text(result.procedure?.name), .real(result.procedure?.probability),
            .text(result.unit), .text(result.model), .text(pipeline), .time(result.due),
            .real(result.seconds.total), .text(try StoredJSON.text(of: result)), .time(now))
    }

    private func writeFields(of result: DossierResult) throws {
        for (index, field) in result.fields.enumerated() {
            try run(
                """
                INSERT INTO fields
                    (dossier, position, name, value, confidence, page, x, y, width, height, handwritten)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                .text(result.dossier), .integer(index + 1), .text(field.name.rawValue),
                // A code may hold a NUL, which no field has use for and PostgreSQL's texts cannot hold.
                .text(field.value?.replacing("\0", with: "")),
                .real(field.confidence), .integer(field.page), .integer(field.box.x), .integer(field.box.y),
                .integer(field.box.width), .integer(field.box.height), .flag(field.isHandwritten))
        }
    }

    private func writeDecision(of result: DossierResult, pipeline: String, now: Date) throws {
        try run(
            """
            INSERT INTO decisions
                (dossier, number, decided_at, decision, reason, procedure_code, probability, because, alternatives,
                 model, pipeline)
            SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            FROM decisions WHERE dossier = $1
            """,
            .text(result.dossier), .time(now), .text(result.decision.rawValue), .text(result.reason),
            .text(result.procedure?.code), .real(result.procedure?.probability),
            .text(try StoredJSON.text(of: result.procedure?.because ?? [])),
            .text(try StoredJSON.text(of: result.procedure?.alternatives ?? [])),
            .text(result.model), .text(pipeline))
    }

    private func propose(
        _ result: DossierResult, scan: String, receipt: DossierReceipt, newIdentifier: () -> String, now: Date
    ) throws {
        for (index, task) in result.tasks.enumerated() {
            try propose(
                result, task: task, position: index + 1, scan: scan, receipt: receipt, by: nil, item: newIdentifier(),
                now: now)
        }
    }

    /// Puts one task into its unit's queue.
    ///
    /// - Parameter actor: Who said so; nil where the machine decided alone.
    func propose(
        _ result: DossierResult, task: DossierResult.Task, position: Int, scan: String, receipt: DossierReceipt,
        by actor: String?, item: String, now: Date
    ) throws {
        try run(
            """
            INSERT INTO queue_items (id, dossier, position, unit, state, due_at, statutory_due_at, registered_at,
                channel, field, opened_at, changed_at, extensions)
            VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8, $9, $10, $10, 0)
            """,
            .text(item), .text(result.dossier), .integer(position), .text(task.unit), .time(task.due),
            .time(task.statutoryDue ?? task.due), .time(receipt.at), .text(receipt.channel?.rawValue),
            .text(receipt.field), .time(now))
        try append(
            .itemProposed, at: now, scan: scan, dossier: result.dossier, item: item, actor: actor,
            detail: detail(of: task, procedure: result.procedure?.code, receipt: receipt))
    }

    private func detail(
        of task: DossierResult.Task, procedure: String?, receipt: DossierReceipt
    ) -> [String: String] {
        var detail = ["unit": task.unit, "registered": String(receipt.at.milliseconds)]
        detail["procedure"] = procedure
        detail["channel"] = receipt.channel?.rawValue
        detail["due"] = task.due.map { String($0.milliseconds) }
        detail["statutory"] = (task.statutoryDue ?? task.due).map { String($0.milliseconds) }
        return detail
    }
}
