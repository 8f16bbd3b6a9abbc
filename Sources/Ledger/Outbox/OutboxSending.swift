package import Foundation

extension Ledger {
    /// Takes messages that are due, for one sender. An item's messages are handed out one after the other, in the order
    /// of its events; one that was given up holds none back.
    ///
    /// - Parameters:
    ///   - sender: a name that no other sender has at the same time.
    ///   - seconds: after them, another sender may have what this one has not settled.
    package func claimDeliveries(
        for sender: String, to units: [String], limit: Int, now: Date, leaseFor seconds: Double
    ) async throws -> [Delivery] {
        try await driver.claim { transaction in
            let now = try transaction.leaseTime(orElse: now)
            var claimed: [Delivery] = []
            for unit in units where claimed.count < limit {
                let due = try transaction.rows(
                    """
                    SELECT d.* FROM deliveries d
                    WHERE d.state = 'waiting' AND d.unit = $1 AND d.due_at <= $2
                        AND (d.lease_until IS NULL OR d.lease_until <= $2)
                        AND \(Transaction.isNextOfItsItem)
                    ORDER BY d.due_at, d.number LIMIT $3 \(transaction.lockingClause("d"))
                    """,
                    .text(unit), .time(now), .integer(limit - claimed.count), make: Delivery.init)
                for delivery in due {
                    try transaction.run(
                        "UPDATE deliveries SET lease_owner = $2, lease_until = $3 WHERE id = $1",
                        .text(delivery.id), .text(sender), .time(now.addingTimeInterval(seconds)))
                }
                claimed += due
            }
            return claimed
        }
    }

    /// Gives back what a sender of this name had taken when it ended.
    package func releaseDeliveries(of sender: String) async throws {
        try await driver.write { transaction in
            _ = try transaction.run(
                """
                UPDATE deliveries SET lease_owner = NULL, lease_until = NULL
                WHERE state = 'waiting' AND lease_owner = $1
                """,
                .text(sender))
        }
    }

    /// Records how attempts ended. One whose message has been settled or taken by another since is only counted.
    package func record(_ attempts: [DeliveryAttempt], by sender: String) async throws {
        guard !attempts.isEmpty else { return }
        try await driver.write { transaction in
            for attempt in attempts { try transaction.record(attempt, by: sender) }
        }
    }

    /// By unit, when its next message may be taken; without the units for which none waits.
    package func nextDeliveries(to units: [String]) async throws -> [String: Date] {
        try await driver.read { transaction in
            var times: [String: Date] = [:]
            for unit in units {
                times[unit] =
                    try transaction.row(
                        """
                        SELECT MIN(CASE WHEN d.lease_until > d.due_at THEN d.lease_until ELSE d.due_at END) AS due
                        FROM deliveries d
                        WHERE d.state = 'waiting' AND d.unit = $1 AND \(Transaction.isNextOfItsItem)
                        """,
                        .text(unit)
                    ) { try $0.timeOrNil("due") } ?? nil
            }
            return times
        }
    }
}

extension Transaction {
    fileprivate static let isNextOfItsItem = """
        NOT EXISTS (
            SELECT 1 FROM deliveries e
            WHERE e.state = 'waiting' AND e.item = d.item AND e.unit = d.unit AND e.number < d.number)
        """

    fileprivate func record(_ attempt: DeliveryAttempt, by sender: String) throws {
        try run(
            """
            INSERT INTO delivery_attempts (delivery, number, made_at, seconds, status, problem)
            SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5 FROM delivery_attempts WHERE delivery = $1
            """,
            .text(attempt.delivery), .time(attempt.madeAt), .real(attempt.seconds), .integer(attempt.status),
            .text(attempt.problem))
        let end = attempt.madeAt.addingTimeInterval(attempt.seconds)
        switch attempt.outcome {
        case .delivered:
            // Whoever has it now: the receiver has it too.
            try run(
                """
                UPDATE deliveries SET state = 'delivered', tries = tries + 1, problem = NULL, settled_at = $2,
                    lease_owner = NULL, lease_until = NULL
                WHERE id = $1 AND state <> 'delivered'
                """,
                .text(attempt.delivery), .time(end))
        case .failed(let again):
            try run(
                """
                UPDATE deliveries SET tries = tries + 1, problem = $3, due_at = $4, lease_owner = NULL,
                    lease_until = NULL
                WHERE id = $1 AND state = 'waiting' AND lease_owner = $2
                """,
                .text(attempt.delivery), .text(sender), .text(attempt.problem), .time(again))
        case .gaveUp:
            let settled = try run(
                """
                UPDATE deliveries SET state = 'dead', tries = tries + 1, problem = $3, settled_at = $4,
                    lease_owner = NULL, lease_until = NULL
                WHERE id = $1 AND state = 'waiting' AND lease_owner = $2
                """,
                .text(attempt.delivery), .text(sender), .text(attempt.problem ?? "given up"), .time(end))
            if settled > 0 { try note(.deliveryGivenUp, attempt.delivery, at: end) }
        }
    }

    /// Appends an event about a message.
    func note(_ kind: LedgerEvent.Kind, _ delivery: String, by actor: String? = nil, at now: Date) throws {
        let subject = try row(
            "SELECT e.scan, d.dossier, d.item, d.unit FROM deliveries d JOIN events e ON e.sequence = d.event WHERE d.id = $1",
            .text(delivery)
        ) {
            (
                scan: try $0.textOrNil("scan"), dossier: try $0.text("dossier"), item: try $0.text("item"),
                unit: try $0.text("unit")
            )
        }
        guard let subject else { throw LedgerError.unknown("there is no message \(delivery)") }
        try append(
            kind, at: now, scan: subject.scan, dossier: subject.dossier, item: subject.item, actor: actor,
            detail: ["delivery": delivery, "unit": subject.unit])
    }
}
