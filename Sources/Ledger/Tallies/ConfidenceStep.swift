internal import Foundation

/// How sure a model was, in twentieths, as the tallies count it.
package enum ConfidenceStep {
    /// Steps from 0 to 1.
    package static let count = 20

    /// The step of a probability, 0…19; 1 falls into the last.
    package static func number(of probability: Double) -> Int {
        min(max(Int((probability * Double(count)).rounded(.down)), 0), count - 1)
    }

    static func name(of probability: Double) -> String { String(number(of: probability)) }
}

extension Transaction {
    /// The step of a dossier's first decision; nil where no procedure was named.
    func confidence(of dossier: String) throws -> String? {
        try row(
            "SELECT probability FROM decisions WHERE dossier = $1 AND number = 1 AND probability IS NOT NULL",
            .text(dossier)
        ) { try $0.realOrNil("probability").map(ConfidenceStep.name) } ?? nil
    }

    /// Counts the confidence of every decision there is, for a ledger whose tallies had none.
    ///
    /// - Complexity: Reads the kinds of all events once.
    func countConfidences() throws {
        // An older ledger's tallies were made on the way here by code that counts them already.
        try run("DELETE FROM tally_pairs WHERE kind = $1", .text(TallyPair.Kind.confidence.rawValue))
        var last = 0
        var change = TallyChange()
        while true {
            let found = try rows(
                """
                SELECT e.sequence, e.happened_at, c.probability, c.model
                FROM events e JOIN decisions c ON c.dossier = e.dossier AND c.number = 1
                WHERE e.sequence > $1 AND e.kind = 'dossier.triaged' ORDER BY e.sequence LIMIT 2000
                """,
                .integer(last)
            ) { row in
                (
                    sequence: try row.integer("sequence"), at: try row.time("happened_at"),
                    probability: try row.realOrNil("probability"), model: try row.text("model")
                )
            }
            for decision in found {
                guard let probability = decision.probability else { continue }
                change.pair(
                    .confidence, decision.model, ConfidenceStep.name(of: probability),
                    on: OfficeDay.number(of: decision.at))
            }
            guard let end = found.last?.sequence else { break }
            last = end
        }
        pending.with { $0.change.add(change) }
    }
}
