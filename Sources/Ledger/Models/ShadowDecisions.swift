package import Dossiers
package import Foundation

/// What a candidate would have made of a dossier. Nothing is done on its word.
package struct ShadowDecision: Hashable, Sendable {
    package var dossier: String
    /// `commune-vi/2`
    package var model: String
    package var decision: Decision
    package var procedure: String?
    /// 0…1; nil without a procedure.
    package var probability: Double?

    package init(dossier: String, model: String, decision: Decision, procedure: String?, probability: Double?) {
        self.dossier = dossier
        self.model = model
        self.decision = decision
        self.procedure = procedure
        self.probability = probability
    }
}

/// A dossier that two models decided, and what a person said of it.
package struct ShadowCase: Hashable, Sendable {
    /// By the one that served.
    package var serving: ShadowDecision
    package var shadow: ShadowDecision
    /// Nil while no person's word stands.
    package var word: PersonsWord?

    package init(serving: ShadowDecision, shadow: ShadowDecision, word: PersonsWord?) {
        self.serving = serving
        self.shadow = shadow
        self.word = word
    }
}

extension Ledger {
    /// Records what a candidate would have decided; a second time changes nothing.
    package func recordShadow(_ decision: ShadowDecision, now: Date) async throws {
        _ = try await driver.write { transaction in
            try transaction.run(
                """
                INSERT INTO shadow_decisions (dossier, model, decided_at, decision, procedure_code, probability)
                VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (model, dossier) DO NOTHING
                """,
                .text(decision.dossier), .text(decision.model), .time(now), .text(decision.decision.rawValue),
                .text(decision.procedure), .real(decision.procedure == nil ? nil : decision.probability ?? 0))
        }
    }

    /// Every dossier that a version decided in the shadow of another, with that one's decision and a person's word.
    ///
    /// - Parameter serving: The version beside which it did.
    /// - Complexity: O(dossiers that it decided).
    package func shadowCases(of model: String, beside serving: String) async throws -> [ShadowCase] {
        try await driver.read { transaction in
            var reading = WordReading()
            try transaction.rows(
                """
                SELECT e.sequence, e.kind, e.happened_at, e.detail, c.dossier, c.procedure_code
                FROM shadow_decisions s JOIN decisions c ON c.dossier = s.dossier AND c.number = 1
                JOIN dossiers d ON d.id = s.dossier AND d.replaced_at IS NULL
                JOIN events e ON e.dossier = s.dossier
                WHERE s.model = $1 AND c.model = $2 AND e.kind IN (\(WordReading.kinds)) ORDER BY e.sequence
                """,
                .text(model), .text(serving), make: WordReading.Event.init
            ).forEach { reading.follow($0) }
            let words = reading.words
            return try transaction.rows(
                """
                SELECT s.dossier, s.decision, s.procedure_code, s.probability, c.decision AS served,
                    c.procedure_code AS served_code, c.probability AS served_probability
                FROM shadow_decisions s JOIN decisions c ON c.dossier = s.dossier AND c.number = 1
                JOIN dossiers d ON d.id = s.dossier AND d.replaced_at IS NULL
                WHERE s.model = $1 AND c.model = $2 ORDER BY s.dossier
                """,
                .text(model), .text(serving)
            ) { row in
                let dossier = try row.text("dossier")
                return ShadowCase(
                    serving: ShadowDecision(
                        dossier: dossier, model: serving, decision: try row.word("served"),
                        procedure: try row.textOrNil("served_code"),
                        probability: try row.realOrNil("served_probability")),
                    shadow: ShadowDecision(
                        dossier: dossier, model: model, decision: try row.word("decision"),
                        procedure: try row.textOrNil("procedure_code"),
                        probability: try row.realOrNil("probability")),
                    word: words[dossier])
            }
        }
    }
}
