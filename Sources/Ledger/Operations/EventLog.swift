internal import Foundation

/// Which events somebody wants to see.
package struct EventFilter: Hashable, Sendable {
    package var kind: LedgerEvent.Kind?
    /// A dossier's number or identifier, or that of an item in a queue.
    package var dossier: String?
    package var actor: String?

    package init(kind: LedgerEvent.Kind? = nil, dossier: String? = nil, actor: String? = nil) {
        self.kind = kind
        self.dossier = dossier
        self.actor = actor
    }
}

extension Ledger {
    /// Events, the newest first; none for a dossier that is not there.
    ///
    /// - Parameters:
    ///   - last: Only those before this one; nil from the newest on.
    ///   - limit: How many at most.
    package func events(_ filter: EventFilter, before last: Int? = nil, limit: Int) async throws -> [LedgerEvent] {
        try await driver.read { transaction in
            var conditions = ["sequence < $1"]
            var values: [Value] = [.integer(last ?? Int.max)]
            if let kind = filter.kind {
                values.append(.text(kind.rawValue))
                conditions.append("kind = $\(values.count)")
            }
            if let name = filter.dossier {
                guard let dossier = try transaction.dossier(named: name) else { return [] }
                values.append(.text(dossier))
                conditions.append("dossier = $\(values.count)")
                conditions.append("happened_at >= \(DossierID.beginning(of: dossier))")
            }
            if let actor = filter.actor {
                values.append(.text(actor))
                conditions.append("actor = $\(values.count)")
            }
            values.append(.integer(limit))
            return try transaction.rows(
                """
                SELECT * FROM events WHERE \(conditions.joined(separator: " AND "))
                ORDER BY sequence DESC LIMIT $\(values.count)
                """,
                values, make: LedgerEvent.init)
        }
    }
}
