package import Foundation

extension Ledger {
    /// The versions, oldest first.
    package func modelVersions() async throws -> [ModelVersion] {
        try await driver.read { transaction in
            try transaction.rows("SELECT * FROM models ORDER BY added_at, identifier", make: ModelVersion.init)
        }
    }

    /// Which version served when, oldest first. Before the first change it was the pipeline's own model.
    package func modelChanges() async throws -> [ModelChange] {
        try await driver.read { try $0.modelChanges() }
    }

    /// Which models decide now. Cheap: asked before every dossier.
    package func modelsAtWork() async throws -> ModelsAtWork {
        try await driver.read { transaction in
            let version = { (row: ResultRow) in
                ModelsAtWork.Version(identifier: try row.text("identifier"), digest: try row.text("digest"))
            }
            return ModelsAtWork(
                serving: try transaction.row(
                    """
                    SELECT m.identifier, m.digest FROM model_changes c JOIN models m ON m.identifier = c.model
                    WHERE c.number = (SELECT MAX(number) FROM model_changes)
                    """, make: version),
                shadow: try transaction.row(
                    "SELECT identifier, digest FROM models WHERE is_shadow = 1", make: version))
        }
    }

    /// Keeps a version whose bytes are in the blob store. A shadow takes the place of the one before.
    ///
    /// - Returns: Whether it is new; the same version with the same bytes is kept once.
    /// - Throws: `LedgerError.illegalMove` where a version of that name has other bytes.
    @discardableResult
    package func addModel(_ version: ModelVersion) async throws -> Bool {
        try await driver.write { transaction in
            let known = try transaction.row(
                "SELECT digest FROM models WHERE identifier = $1", .text(version.identifier)
            ) { try $0.text("digest") }
            if let known {
                guard known == version.digest else {
                    throw LedgerError.illegalMove(
                        "the ledger has another model \(version.identifier): a version never changes, choose a new one")
                }
                return false
            }
            try transaction.run(
                """
                INSERT INTO models (identifier, digest, kind, added_at, added_by, card, figures, is_shadow)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
                """,
                .text(version.identifier), .text(version.digest), .text(version.kind.rawValue),
                .time(version.addedAt), .text(version.addedBy), .text(version.card), .text(version.figures))
            try transaction.append(
                .modelAdded, at: version.addedAt, actor: version.addedBy,
                detail: ["model": version.identifier, "digest": version.digest])
            if version.isShadow {
                try transaction.setShadow(to: version.identifier, by: version.addedBy, now: version.addedAt)
            }
            return true
        }
    }

    /// Lets a version decide beside the one that serves, in place of any other; nil for none.
    package func setShadow(to identifier: String?, by actor: String, now: Date) async throws {
        try await driver.write { transaction in
            if let identifier {
                try transaction.requireModel(identifier)
                guard try transaction.servingModel() != identifier else {
                    throw LedgerError.illegalMove("\(identifier) serves: it cannot be its own shadow")
                }
            }
            try transaction.setShadow(to: identifier, by: actor, now: now)
        }
    }

    /// Lets a version serve from now on: one transaction, so that a kill leaves the old one or the new one.
    ///
    /// - Parameters:
    ///   - reason: On what evidence, or in a person's words.
    ///   - shown: What served when whoever decides this looked; nil where that does not matter.
    /// - Throws: `LedgerError.unknown`; `.illegalMove` where it serves already, or another than was shown does.
    package func promoteModel(
        _ identifier: String, by actor: String, reason: String, seeing shown: ModelsAtWork? = nil, now: Date
    ) async throws {
        try await driver.write { transaction in
            try transaction.requireModel(identifier)
            try transaction.require(shown)
            guard try transaction.servingModel() != identifier else {
                throw LedgerError.illegalMove("\(identifier) serves already")
            }
            try transaction.change(.promoted, to: identifier, by: actor, reason: reason, now: now)
        }
    }

    /// Lets the version serve again that did before the present one.
    ///
    /// - Parameter shown: What served when whoever decides this looked, so that two who go back at once go back once;
    ///   nil where that does not matter.
    /// - Returns: That version; nil for the model that the pipeline file names.
    /// - Throws: `LedgerError.illegalMove` where there was none before, or another than was shown serves.
    @discardableResult
    package func rollBackModel(
        by actor: String, reason: String, seeing shown: ModelsAtWork? = nil, now: Date
    ) async throws -> String? {
        try await driver.write { transaction in
            try transaction.require(shown)
            let stack = ModelChange.stack(of: try transaction.modelChanges())
            guard stack.count > 1 else {
                throw LedgerError.illegalMove(
                    "the pipeline's own model serves and none did before: there is nothing to go back to")
            }
            let before = stack[stack.count - 2]
            try transaction.change(.rolledBack, to: before, by: actor, reason: reason, now: now)
            return before
        }
    }
}

extension Transaction {
    func modelChanges() throws -> [ModelChange] {
        try rows("SELECT * FROM model_changes ORDER BY number", make: ModelChange.init)
    }

    fileprivate func servingModel() throws -> String? {
        try row("SELECT model FROM model_changes ORDER BY number DESC LIMIT 1") { try $0.textOrNil("model") } ?? nil
    }

    fileprivate func requireModel(_ identifier: String) throws {
        let found = try row("SELECT identifier FROM models WHERE identifier = $1", .text(identifier)) { _ in true }
        guard found != nil else {
            throw LedgerError.unknown("the ledger has no model \(identifier): `hoso model list` shows its versions")
        }
    }

    fileprivate func require(_ shown: ModelsAtWork?) throws {
        guard let shown, shown.serving?.identifier != (try servingModel()) else { return }
        throw LedgerError.illegalMove("another version serves by now: look at it, and decide again")
    }

    fileprivate func setShadow(to identifier: String?, by actor: String, now: Date) throws {
        let before = try row("SELECT identifier FROM models WHERE is_shadow = 1") { try $0.text("identifier") }
        guard before != identifier else { return }
        try run("UPDATE models SET is_shadow = 0 WHERE is_shadow = 1")
        if let identifier { try run("UPDATE models SET is_shadow = 1 WHERE identifier = $1", .text(identifier)) }
        try append(.modelShadowed, at: now, actor: actor, detail: ["model": identifier ?? ""])
    }

    fileprivate func change(
        _ kind: ModelChange.Kind, to model: String?, by actor: String, reason: String, now: Date
    ) throws {
        let from = try servingModel()
        let isShadow = try row("SELECT identifier FROM models WHERE is_shadow = 1") { try $0.text("identifier") }
        if let model, isShadow == model { try setShadow(to: nil, by: actor, now: now) }
        try run(
            """
            INSERT INTO model_changes (number, kind, model, changed_at, actor, reason)
            SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4, $5 FROM model_changes
            """,
            .text(kind.rawValue), .text(model), .time(now), .text(actor), .text(reason))
        try append(
            kind == .promoted ? .modelPromoted : .modelRolledBack, at: now, actor: actor,
            detail: ["model": model ?? "", "from": from ?? "", "reason": reason])
    }
}
