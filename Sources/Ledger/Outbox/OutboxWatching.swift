package import Foundation

extension Ledger {
    /// Messages, the oldest first.
    ///
    /// - Parameters:
    ///   - states: empty for every state.
    ///   - unit: nil for every unit.
    package func deliveries(
        _ states: Set<Delivery.State>, to unit: String?, limit: Int
    ) async throws -> [Delivery] {
        try await driver.read { try $0.deliveries(states, to: unit, limit: limit) }
    }

    /// A message's attempts, oldest first.
    ///
    /// - Throws: `LedgerError.unknown`.
    package func delivery(_ id: String) async throws -> (Delivery, [RecordedAttempt]) {
        try await driver.read { transaction in
            let delivery = try transaction.delivery(id)
            let attempts = try transaction.rows(
                "SELECT made_at, seconds, status, problem FROM delivery_attempts WHERE delivery = $1 ORDER BY number",
                .text(id)
            ) { row in
                RecordedAttempt(
                    at: try row.time("made_at"), seconds: try row.realOrNil("seconds") ?? 0,
                    status: try row.integerOrNil("status"), problem: try row.textOrNil("problem"))
            }
            return (delivery, attempts)
        }
    }

    package func deliveryCounts() async throws -> DeliveryCounts {
        try await driver.read { transaction in
            let pairs = try transaction.rows("SELECT state, COUNT(*) AS n FROM deliveries GROUP BY state") {
                (try $0.word("state", as: Delivery.State.self), try $0.integer("n"))
            }
            let counts = Dictionary(pairs) { $0 + $1 }
            return DeliveryCounts(
                waiting: counts[.waiting] ?? 0, delivered: counts[.delivered] ?? 0, dead: counts[.dead] ?? 0)
        }
    }

    /// A person has a message sent again that was given up, or waits for its time; its attempts are counted anew.
    ///
    /// - Throws: `LedgerError.unknown`; `.illegalMove` for one that was delivered.
    @discardableResult
    package func resend(_ id: String, by actor: String, now: Date) async throws -> Delivery {
        try await driver.write { transaction in
            let delivery = try transaction.delivery(id)
            guard delivery.state != .delivered else {
                throw LedgerError.illegalMove(
                    "message \(id) was delivered: its receiver has it, and would not do it twice")
            }
            try transaction.resend(delivery, by: actor, now: now)
            return try transaction.delivery(id)
        }
    }

    /// The same for every message that was given up.
    ///
    /// - Returns: how many.
    package func resendDead(to unit: String?, by actor: String, now: Date) async throws -> Int {
        try await driver.write { transaction in
            let dead = try transaction.deliveries([.dead], to: unit, limit: .max)
            for delivery in dead { try transaction.resend(delivery, by: actor, now: now) }
            return dead.count
        }
    }
}

/// An attempt as it was recorded.
package struct RecordedAttempt: Hashable, Sendable {
    package var at: Date
    package var seconds: Double
    package var status: Int?
    package var problem: String?
}

extension Transaction {
    fileprivate func deliveries(_ states: Set<Delivery.State>, to unit: String?, limit: Int) throws -> [Delivery] {
        let wanted = states.isEmpty ? Set(Delivery.State.allCases) : states
        let list = wanted.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let condition = unit == nil ? "" : "AND unit = $2"
        return try rows(
            "SELECT * FROM deliveries WHERE state IN (\(list)) \(condition) ORDER BY number LIMIT $1",
            [.integer(limit)] + (unit.map { [.text($0)] } ?? []), make: Delivery.init)
    }

    fileprivate func delivery(_ id: String) throws -> Delivery {
        let found = try row("SELECT * FROM deliveries WHERE id = $1", .text(id), make: Delivery.init)
        guard let found else {
            throw LedgerError.unknown("there is no message \(id): `hoso deliveries list` shows those there are")
        }
        return found
    }

    fileprivate func resend(_ delivery: Delivery, by actor: String, now: Date) throws {
        try run(
            """
            UPDATE deliveries SET state = 'waiting', tries = 0, due_at = $2, settled_at = NULL, lease_owner = NULL,
                lease_until = NULL
            WHERE id = $1
            """,
            .text(delivery.id), .time(now))
        try note(.deliveryResent, delivery.id, by: actor, at: now)
    }
}
