package import Dossiers
package import Foundation

/// A dossier that waits for a person: to review, or because it could not be read.
package struct ReviewItem: Hashable, Sendable {
    package var dossier: String
    package var decision: Decision
    /// In words.
    package var reason: String
    /// A suggestion only.
    package var procedureCode: String?
    package var procedureName: String?
    package var due: Date?
    /// The scan file's name, and the dossier's pages in it, 1-based.
    package var source: String
    package var pages: [Int]
    /// The scan in the blob store.
    package var digest: String
    /// Of the suggestion, 0…1; nil where there is none.
    package var probability: Double?
    package var triagedAt: Date
}

/// A place among the dossiers that wait for a person.
package struct ReviewPlace: Codable, Hashable, Sendable {
    package var probability: Double?
    /// When it came among them.
    package var since: Date
    package var dossier: String

    package init(_ item: ReviewItem) {
        probability = item.probability
        since = item.triagedAt
        dossier = item.dossier
    }

    /// - Parameter first: The number of the condition's first parameter.
    fileprivate func condition(_ order: Ledger.ReviewOrder, from first: Int) -> (text: String, values: [Value]) {
        let (time, id) = (first, first + 1)
        let older = "(d.triaged_at > $\(time) OR (d.triaged_at = $\(time) AND d.id > $\(id)))"
        let values: [Value] = [.time(since), .text(dossier)]
        guard order == .hardest else { return ("AND \(older)", values) }
        let surer = "COALESCE(d.probability, 0)"
        return (
            "AND (\(surer) > $\(first + 2) OR (\(surer) = $\(first + 2) AND \(older)))",
            values + [.real(probability ?? 0)]
        )
    }
}

extension Ledger {
    /// In which order people look.
    package enum ReviewOrder: String, CaseIterable, Sendable {
        case oldest
        /// Where the machine knew least first.
        case hardest
    }

    /// Dossiers that no unit has because a person must look first and has not yet; those that units returned are
    /// `returnedToNobody`.
    ///
    /// - Parameter place: Only those behind it in this order; nil from the first on.
    package func waitingForPerson(
        _ order: ReviewOrder = .oldest, after place: ReviewPlace? = nil, limit: Int
    ) async throws -> [ReviewItem] {
        try await driver.read { transaction in
            let (behind, values) = place?.condition(order, from: 2) ?? ("", [])
            return try transaction.rows(
                """
                SELECT d.id, d.decision, d.reason, d.procedure_code, d.procedure_name, d.probability, d.due_at,
                    d.triaged_at, s.name AS source, s.digest
                FROM dossiers d JOIN scans s ON s.id = d.scan
                WHERE \(Transaction.waitingForPerson) \(behind)
                    AND NOT EXISTS (SELECT 1 FROM queue_items q WHERE q.dossier = d.id AND q.state = 'returned')
                ORDER BY \(order == .hardest ? "COALESCE(d.probability, 0)," : "") d.triaged_at, d.id LIMIT $1
                """,
                [.integer(limit)] + values
            ) { row in
                let dossier = try row.text("id")
                return ReviewItem(
                    dossier: dossier, decision: try row.word("decision"), reason: try row.text("reason"),
                    procedureCode: try row.textOrNil("procedure_code"),
                    procedureName: try row.textOrNil("procedure_name"), due: try row.timeOrNil("due_at"),
                    source: try row.text("source"), pages: try transaction.pages(of: dossier),
                    digest: try row.text("digest"), probability: try row.realOrNil("probability"),
                    triagedAt: try row.time("triaged_at"))
            }
        }
    }
}

extension Transaction {
    /// The condition on `dossiers d` that no unit has it because a person must look first and has not yet.
    static let waitingForPerson = """
        d.decision IN ('review', 'quarantined') AND d.replaced_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM confirmations c WHERE c.dossier = d.id)
        """

    /// A dossier's pages, 1-based in its scan, ascending.
    func pages(of dossier: String) throws -> [Int] {
        try rows("SELECT page FROM dossier_pages WHERE dossier = $1 ORDER BY page", .text(dossier)) {
            try $0.integer("page")
        }
    }
}
