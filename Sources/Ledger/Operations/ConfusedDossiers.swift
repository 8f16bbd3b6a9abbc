package import Foundation

/// A dossier behind one count of what was taken for what.
package struct ConfusedDossier: Hashable, Sendable {
    package var dossier: String
    /// When somebody said so.
    package var at: Date
    package var actor: String?
    package var number: String?
    package var procedureName: String?
    /// The scan file's name, and the dossier's pages in it, 1-based.
    package var source: String
    package var pages: [Int]
}

extension Ledger {
    /// The dossiers that a pair of the tallies counts, oldest first.
    ///
    /// - Parameters:
    ///   - kind: Any but `review` and `confidence`, which are no confusions.
    ///   - days: Days since 1970, in the office's time.
    /// - Complexity: O(dossiers that were returned, judged or confirmed on those days).
    package func dossiers(
        _ kind: TallyPair.Kind, taken first: String, truth second: String, on days: ClosedRange<Int>, limit: Int
    ) async throws -> [ConfusedDossier] {
        try await driver.read { transaction in
            let said: LedgerEvent.Kind =
                switch kind {
                case .audited: .auditJudged
                case .confirmed: .dossierConfirmed
                default: .itemReturned
                }
            let events = try transaction.rows(
                """
                SELECT * FROM events WHERE kind = $1 AND happened_at >= $2 AND happened_at < $3 ORDER BY sequence
                """,
                .text(said.rawValue), .time(OfficeDay.start(of: days.lowerBound)),
                .time(OfficeDay.start(of: days.upperBound + 1)), make: LedgerEvent.init)
            var found: [ConfusedDossier] = []
            for event in events where found.count < limit {
                guard let pair = try transaction.pair(kind, of: event), pair == (first, second),
                    let dossier = event.dossier
                else { continue }
                found.append(try transaction.confused(dossier, at: event.at, by: event.actor))
            }
            return found
        }
    }
}

extension Transaction {
    /// What the tallies took the event for; nil where it says nothing of that kind.
    fileprivate func pair(_ kind: TallyPair.Kind, of event: LedgerEvent) throws -> (String, String)? {
        switch kind {
        case .audited: return (event.detail["decided"] ?? "", event.detail["found"] ?? "")
        case .confirmed: return (event.detail["suggested"] ?? "", event.detail["procedure"] ?? "")
        case .misrouted: return (event.detail["unit"] ?? "", event.detail["to"] ?? "")
        case .corrected:
            guard let right = event.detail["procedure"], !right.isEmpty, let item = event.item,
                let dossier = event.dossier
            else { return nil }
            let proposed = try rows(
                """
                SELECT * FROM events WHERE dossier = $1 AND kind = $2 AND item = $3
                    AND happened_at >= \(DossierID.beginning(of: dossier))
                ORDER BY sequence LIMIT 1
                """,
                .text(dossier), .text(LedgerEvent.Kind.itemProposed.rawValue), .text(item),
                make: LedgerEvent.init
            ).first
            return (proposed?.detail["procedure"] ?? "", right)
        case .review, .confidence: return nil
        }
    }

    fileprivate func confused(_ dossier: String, at time: Date, by actor: String?) throws -> ConfusedDossier {
        let found = try row(
            """
            SELECT d.number, d.procedure_name, s.name AS source FROM dossiers d JOIN scans s ON s.id = d.scan
            WHERE d.id = $1
            """,
            .text(dossier)
        ) { row in
            ConfusedDossier(
                dossier: dossier, at: time, actor: actor, number: try row.textOrNil("number"),
                procedureName: try row.textOrNil("procedure_name"), source: try row.text("source"),
                pages: try pages(of: dossier))
        }
        guard let found else { throw LedgerError.damaged("dossier \(dossier) has events and is not there") }
        return found
    }
}
