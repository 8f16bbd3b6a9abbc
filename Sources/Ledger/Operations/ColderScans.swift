package import Foundation

/// A scan that may go into a colder store.
package struct CoolableScan: Hashable, Sendable {
    package var id: String
    package var arrival: Int
    package var digest: String
    package var bytes: Int
}

extension Ledger {
    /// Scans that lie in the first store and may go into the colder one, by arrival: everything on them was decided, and
    /// every dossier was closed, before a time.
    package func scansToCool(closedBefore limit: Date, after arrival: Int, limit count: Int) async throws
        -> [CoolableScan]
    {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT s.id, s.arrival, s.digest, s.bytes FROM scans s
                WHERE s.cooled_at IS NULL AND s.arrival > $2 AND s.state IN ('triaged', 'quarantined')
                    AND s.received_at < $1
                    AND NOT EXISTS (
                        SELECT 1 FROM dossiers d WHERE d.scan = s.id AND d.replaced_at IS NULL
                            AND (d.state <> 'triaged' OR d.triaged_at >= $1
                                OR NOT EXISTS (SELECT 1 FROM queue_items q WHERE q.dossier = d.id)
                                    AND NOT EXISTS (
                                        SELECT 1 FROM confirmations c WHERE c.dossier = d.id AND c.confirmed_at < $1)
                                OR EXISTS (
                                    SELECT 1 FROM queue_items q WHERE q.dossier = d.id
                                        AND (q.state NOT IN ('completed', 'handed-over', 'refused', 'withdrawn')
                                            OR q.changed_at >= $1))))
                ORDER BY s.arrival LIMIT $3
                """,
                .time(limit), .integer(arrival), .integer(count)
            ) { row in
                CoolableScan(
                    id: try row.text("id"), arrival: try row.integer("arrival"), digest: try row.text("digest"),
                    bytes: try row.integer("bytes"))
            }
        }
    }

    /// Whether scans lie in a colder store.
    package func hasCooledScans() async throws -> Bool {
        try await driver.read { transaction in
            try transaction.row("SELECT id FROM scans WHERE cooled_at IS NOT NULL LIMIT 1") { try $0.text("id") } != nil
        }
    }

    /// Notes that scans lie in the colder store now.
    package func noteCooled(_ scans: [String], now: Date) async throws {
        guard !scans.isEmpty else { return }
        try await driver.write { transaction in
            for scan in scans {
                try transaction.run("UPDATE scans SET cooled_at = $2 WHERE id = $1", .text(scan), .time(now))
            }
        }
    }
}
