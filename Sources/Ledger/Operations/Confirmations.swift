package import Dossiers
package import Foundation

/// A field as a person left it standing or keyed it in: a label, whether or not it was read right.
package struct FieldLabel: Hashable, Sendable {
    package var name: FieldName
    /// What was read; nil where nothing was.
    package var was: String?
    /// Nil where the paper has no such thing.
    package var value: String?
    /// Where it stands, 1-based in the source file; nil where it was not found.
    package var page: Int?
    package var box: PixelBox?

    package init(name: FieldName, was: String?, value: String?, page: Int? = nil, box: PixelBox? = nil) {
        self.name = name
        self.was = was
        self.value = value
        self.page = page
        self.box = box
    }

    package var isCorrection: Bool { was != value }
}

/// What a person said of a dossier.
package struct Confirmation: Hashable, Sendable {
    package enum Outcome: String, Sendable {
        case confirmed
        /// It is nothing that a unit could work on: to be scanned again, or no dossier at all.
        case dismissed
    }

    package var dossier: String
    package var outcome: Outcome
    package var at: Date
    package var actor: String
    /// What the machine had suggested, by code; nil for nothing.
    package var suggested: String?
    /// The right procedure's code: the label. Nil for a dossier that was dismissed.
    package var procedureCode: String?
    package var reason: String?
}

extension Ledger {
    /// A person says what a dossier is. It goes to the units that are competent for that, as a proposal which their
    /// officers accept; what was proposed for another procedure is taken back from its unit as misrouted.
    ///
    /// - Parameters:
    ///   - result: The dossier as the person left it: procedure, units, dates, fields, papers.
    ///   - labels: Every field that the person saw.
    ///   - receipt: How and when the citizen handed it in.
    ///   - series: The numbers of the office and day, of which it gets one for its receipt; nil for an office that gives
    ///     none.
    /// - Throws: `LedgerError.unknown`; `.illegalMove` where an officer has taken the dossier on already; `.refused` for
    ///   a result without a procedure or a unit.
    @discardableResult
    package func confirm(
        _ result: DossierResult, labels: [FieldLabel], receipt: DossierReceipt, by actor: String,
        series: NumberSeries? = nil,
        now: Date
    ) async throws -> Confirmation {
        guard let procedure = result.procedure, !result.tasks.isEmpty else {
            throw LedgerError.refused("dossier \(result.dossier) cannot be confirmed without a procedure and a unit")
        }
        let newIdentifier = newIdentifier
        return try await driver.write { transaction in
            let dossier = try transaction.openDossier(result.dossier)
            let items = try transaction.rows(
                "\(Transaction.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(result.dossier)
            ) { try transaction.item($0) }
            if let busy = items.first(where: { $0.state != .proposed && $0.state != .returned }) {
                throw LedgerError.illegalMove(
                    "dossier \(result.dossier) is \(busy.state.rawValue) at \(busy.unit): its officer can return it")
            }
            let confirmation = Confirmation(
                dossier: result.dossier, outcome: .confirmed, at: now, actor: actor, suggested: dossier.suggested,
                procedureCode: procedure.code)
            try transaction.write(confirmation, labels: labels)
            let corrected = labels.filter(\.isCorrection).map(\.name.rawValue).sorted()
            var detail = ["procedure": procedure.code, "corrected": corrected.joined(separator: " ")]
            detail["suggested"] = dossier.suggested
            try transaction.append(
                .dossierConfirmed, at: now, scan: dossier.scan, dossier: result.dossier, actor: actor, detail: detail)
            try transaction.writeConfirmed(result)
            try transaction.remember(labels.compactMap(\.value) + [procedure.code], of: result.dossier)
            if let series { try transaction.number(result.dossier, from: series) }
            try transaction.place(
                result, items, scan: dossier.scan, wasCorrected: dossier.procedure != procedure.code, receipt: receipt,
                by: actor, newIdentifier: { newIdentifier(now) }, now: now)
            return confirmation
        }
    }

    /// A person says that a dossier is nothing to work on: it leaves the review for good.
    ///
    /// - Parameter reason: In the person's words, nothing read off the page.
    /// - Throws: `LedgerError.unknown`; `.illegalMove` where a unit has it.
    package func dismiss(_ dossier: String, reason: String, by actor: String, now: Date) async throws {
        try await driver.write { transaction in
            let open = try transaction.openDossier(dossier)
            let item = try transaction.row("SELECT id FROM queue_items WHERE dossier = $1", .text(dossier)) {
                try $0.text("id")
            }
            guard item == nil else {
                throw LedgerError.illegalMove(
                    "dossier \(dossier) is in a unit's queue: that unit's officer deals with it")
            }
            try transaction.write(
                Confirmation(
                    dossier: dossier, outcome: .dismissed, at: now, actor: actor, suggested: open.suggested,
                    reason: reason), labels: [])
            try transaction.append(
                .dossierDismissed, at: now, scan: open.scan, dossier: dossier, actor: actor)
        }
    }

    /// What a person last said of a dossier; nil where nobody has looked.
    package func confirmation(of dossier: String) async throws -> Confirmation? {
        try await driver.read { transaction in
            try transaction.row(
                "SELECT * FROM confirmations WHERE dossier = $1 ORDER BY number DESC LIMIT 1", .text(dossier),
                make: Confirmation.init)
        }
    }

    /// What people said since some moment, the oldest first: what a model can learn from.
    package func confirmations(since time: Date, limit: Int) async throws -> [Confirmation] {
        try await driver.read { transaction in
            try transaction.rows(
                "SELECT * FROM confirmations WHERE confirmed_at >= $1 ORDER BY confirmed_at, dossier, number LIMIT $2",
                .time(time), .integer(limit), make: Confirmation.init)
        }
    }

    /// The fields of a dossier as the last person left them, by their names' order.
    package func fieldLabels(of dossier: String) async throws -> [FieldLabel] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT * FROM field_labels f WHERE f.dossier = $1
                    AND f.number = (SELECT MAX(c.number) FROM confirmations c WHERE c.dossier = $1)
                ORDER BY f.name
                """,
                .text(dossier), make: FieldLabel.init)
        }
    }
}

extension Confirmation {
    init(row: ResultRow) throws {
        dossier = try row.text("dossier")
        outcome = try row.word("outcome")
        at = try row.time("confirmed_at")
        actor = try row.text("actor")
        suggested = try row.textOrNil("suggested")
        procedureCode = try row.textOrNil("procedure_code")
        reason = try row.textOrNil("reason")
    }
}

extension FieldLabel {
    init(row: ResultRow) throws {
        name = try row.word("name")
        was = try row.textOrNil("was")
        value = try row.textOrNil("value")
        page = try row.integerOrNil("page")
        if let x = try row.integerOrNil("x"), let y = try row.integerOrNil("y"),
            let width = try row.integerOrNil("width"), let height = try row.integerOrNil("height")
        {
            box = PixelBox(x: x, y: y, width: width, height: height)
        }
    }
}
