package import Foundation

/// A decision that units merge, split, change their name or close, as the ledger keeps it.
package struct ReorganizationRecord: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case merge, split, rename, close
    }

    package var id: String
    package var kind: Kind
    /// First day on which it holds, as `2026-12-01`, and the moment at which that begins.
    package var day: String
    package var startsAt: Date
    package var decidedAt: Date
    package var actor: String
    /// When the items that were open then followed; nil before.
    package var appliedAt: Date?
    /// What changes, in the words of whoever decided it: the ledger does not read them.
    package var plan: String
}

/// An item as far as a reorganisation asks after it.
package struct PassingItem: Hashable, Sendable {
    package var id: String
    package var unit: String
    package var state: QueueItem.State
    package var procedureCode: String?
    package var field: String?
}

/// Items that followed from one unit to another.
package struct Passage: Hashable, Sendable {
    package var from: String
    package var to: String
    package var items: Int
}

extension Ledger {
    /// All decisions, in the order in which they hold.
    package func reorganizations() async throws -> [ReorganizationRecord] {
        try await driver.read { try $0.reorganizations() }
    }

    /// Keeps a decision. Items follow with `passOn`, on its day.
    ///
    /// - Parameters:
    ///   - known: How many decisions there were when this one was found lawful.
    ///   - plan: What `ReorganizationRecord.plan` holds from then on.
    /// - Throws: `LedgerError.illegalMove` where another has been taken since.
    package func reorganize(
        _ kind: ReorganizationRecord.Kind, on day: String, startsAt: Date, plan: String, by actor: String,
        known: Int, now: Date
    ) async throws -> ReorganizationRecord {
        let record = ReorganizationRecord(
            id: newIdentifier(now), kind: kind, day: day, startsAt: startsAt, decidedAt: now, actor: actor,
            appliedAt: nil, plan: plan)
        try await driver.write { transaction in
            guard try transaction.reorganizations().count == known else {
                throw LedgerError.illegalMove("another reorganisation has just been decided: look at it, and try again")
            }
            try transaction.run(
                """
                INSERT INTO reorganizations (id, kind, day, starts_at, decided_at, actor, plan)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                .text(record.id), .text(kind.rawValue), .text(day), .time(startsAt), .time(now), .text(actor),
                .text(plan))
            try transaction.append(
                .unitsReorganized, at: now, actor: actor,
                detail: ["id": record.id, "kind": kind.rawValue, "day": day, "what": "decided", "plan": plan])
        }
        return record
    }

    /// Takes a decision back that nothing has followed yet.
    ///
    /// - Throws: `LedgerError.unknown`; `.illegalMove` for one that holds already.
    package func withdrawReorganization(_ id: String, by actor: String, now: Date) async throws {
        try await driver.write { transaction in
            guard let record = try transaction.reorganizations().first(where: { $0.id == id }) else {
                throw LedgerError.unknown("no reorganisation \(id): `hoso units decisions` shows those there are")
            }
            guard record.appliedAt == nil, record.startsAt > now else {
                throw LedgerError.illegalMove(
                    "reorganisation \(id) holds since \(record.day) and its items have followed: decide another one")
            }
            try transaction.run("DELETE FROM reorganizations WHERE id = $1", .text(id))
            try transaction.append(
                .unitsReorganized, at: now, actor: actor,
                detail: ["id": id, "kind": record.kind.rawValue, "day": record.day, "what": "withdrawn"])
        }
    }

    /// The items with which some units are not done, and those that nobody has taken since they gave them back.
    package func passingItems(of units: [String]) async throws -> [PassingItem] {
        try await driver.read { transaction in try units.flatMap { try transaction.passingItems(of: $0) } }
    }

    /// How many items some units are not done with.
    package func countPassingItems(of units: [String]) async throws -> [String: Int] {
        try await driver.read { transaction in
            var counts: [String: Int] = [:]
            for unit in units {
                counts[unit] = try transaction.row(
                    "SELECT COUNT(*) AS items FROM queue_items WHERE unit = $1 AND state IN (\(Transaction.passing))",
                    .text(unit)
                ) { try $0.integer("items") }
            }
            return counts
        }
    }

    /// Lets items follow those who have their work now, each with its state, officer and dates: one transaction.
    ///
    /// - Parameters:
    ///   - reorganization: The decision that they follow, which is applied once, whoever comes first; nil for items in
    ///     units that are no longer.
    ///   - heir: The unit that has an item's work; nil where it stays.
    package func passOn(
        of units: [String], following reorganization: ReorganizationRecord?, now: Date,
        to heir: @escaping @Sendable (PassingItem) -> String?
    ) async throws -> [Passage] {
        try await driver.write { transaction in
            if let reorganization {
                let changed = try transaction.run(
                    "UPDATE reorganizations SET applied_at = $2 WHERE id = $1 AND applied_at IS NULL",
                    .text(reorganization.id), .time(now))
                guard changed == 1 else { return [] }
            }
            var counts: [Passage: Int] = [:]
            for item in try units.flatMap({ try transaction.passingItems(of: $0) }) {
                guard let unit = heir(item), unit != item.unit else { continue }
                try transaction.pass(item, to: unit, following: reorganization, now: now)
                counts[Passage(from: item.unit, to: unit, items: 0), default: 0] += 1
            }
            return counts.map { Passage(from: $0.key.from, to: $0.key.to, items: $0.value) }
                .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        }
    }
}

extension Transaction {
    /// A result that waits for its citizen is handed over by the successor; what was returned and nobody has is found
    /// in the successor's list.
    fileprivate static let passing = "'proposed', 'accepted', 'paused', 'completed', 'returned'"

    fileprivate func reorganizations() throws -> [ReorganizationRecord] {
        try rows("SELECT * FROM reorganizations ORDER BY starts_at, decided_at, id") { row in
            ReorganizationRecord(
                id: try row.text("id"), kind: try row.word("kind"), day: try row.text("day"),
                startsAt: try row.time("starts_at"), decidedAt: try row.time("decided_at"),
                actor: try row.text("actor"), appliedAt: try row.timeOrNil("applied_at"), plan: try row.text("plan"))
        }
    }

    fileprivate func passingItems(of unit: String) throws -> [PassingItem] {
        try rows(
            """
            SELECT q.id, q.unit, q.state, q.field, d.procedure_code FROM queue_items q JOIN dossiers d ON d.id = q.dossier
            WHERE q.unit = $1 AND q.state IN (\(Self.passing)) ORDER BY q.id
            """,
            .text(unit)
        ) { row in
            PassingItem(
                id: try row.text("id"), unit: try row.text("unit"), state: try row.word("state"),
                procedureCode: try row.textOrNil("procedure_code"), field: try row.textOrNil("field"))
        }
    }

    fileprivate func pass(
        _ item: PassingItem, to unit: String, following reorganization: ReorganizationRecord?, now: Date
    ) throws {
        let place = try row(
            "SELECT q.dossier, d.scan FROM queue_items q JOIN dossiers d ON d.id = q.dossier WHERE q.id = $1",
            .text(item.id)
        ) { (dossier: try $0.text("dossier"), scan: try $0.text("scan")) }
        try run(
            "UPDATE queue_items SET unit = $2, changed_at = $3 WHERE id = $1", .text(item.id), .text(unit), .time(now))
        var detail = ["from": item.unit, "to": unit, "why": "reorganization"]
        detail["reorganization"] = reorganization?.id
        try append(
            .itemMoved, at: now, scan: place?.scan, dossier: place?.dossier, item: item.id,
            actor: reorganization?.actor, detail: detail)
    }
}
