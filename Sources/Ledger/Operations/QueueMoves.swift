package import Foundation

/// What officers do with an item. Each is one transaction with its events; what the item's state does not allow is
/// refused in words (`LedgerError.illegalMove`), and an item that is not there is `LedgerError.unknown`.
///
/// `actor` is who does it, as the office names its people; reasons are in the officer's words.
extension Ledger {
    /// An officer takes a proposed dossier on; the dossier gets its number, unless another unit's officer was earlier.
    ///
    /// - Parameter series: The numbers of the office and day; nil for an office that gives none.
    @discardableResult
    package func accept(
        _ item: String, by actor: String, series: NumberSeries? = nil, now: Date
    ) async throws -> QueueItem {
        try await driver.write { try $0.accept(try $0.item(item), by: actor, series: series, now: now) }
    }

    /// An officer gives a dossier back that is not the unit's: a label for the model.
    ///
    /// - Parameters:
    ///   - unit: The right unit, which gets it as a proposal; nil where the officer does not know.
    ///   - procedure: The right procedure's code, where that was the mistake.
    @discardableResult
    package func `return`(
        _ item: String, by actor: String, reason: String, to unit: String? = nil, procedure: String? = nil, now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            if let unit, unit == before.unit {
                throw LedgerError.illegalMove("item \(item) is \(unit)'s already: name another unit, or none")
            }
            var detail = ["reason": reason]
            detail["to"] = unit
            detail["procedure"] = procedure
            try transaction.move(
                before, to: .returned, from: [.proposed, .accepted], as: .itemReturned, by: actor, detail: detail,
                now: now)
            guard let unit else { return try transaction.item(item) }
            return try transaction.give(
                try transaction.item(item), to: unit, why: "returned", by: actor, now: now)
        }
    }

    /// Gives an item that nobody works on to another unit, as a proposal.
    @discardableResult
    package func assign(_ item: String, to unit: String, by actor: String, now: Date) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            try transaction.check(before, becomes: .proposed, from: [.proposed, .returned])
            return try transaction.give(before, to: unit, why: "assigned", by: actor, now: now)
        }
    }

    /// The item's clock stands still.
    ///
    /// - Parameters:
    ///   - reason: What the citizen is told; nil where nobody wrote it down.
    ///   - papers: What has to be added or put right, for a supplement.
    @discardableResult
    package func pause(
        _ item: String, for why: PauseReason, by actor: String, reason: String? = nil, papers: [String] = [], now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            var detail = ["why": why.rawValue].merging(before.milliseconds) { given, _ in given }
            detail["reason"] = reason
            if !papers.isEmpty { detail["papers"] = papers.joined(separator: "\n") }
            try transaction.move(
                before, to: .paused, from: [.accepted], as: .itemPaused, by: actor, detail: detail,
                setting: [("paused_for", .text(why.rawValue))], now: now)
            try transaction.run(
                """
                INSERT INTO pauses (item, number, why, from_at)
                SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3 FROM pauses WHERE item = $1
                """,
                .text(item), .text(why.rawValue), .time(now))
            return try transaction.item(item)
        }
    }

    /// The item's clock runs again.
    ///
    /// - Parameter recount: The new dates, from the item and all its pauses, the last of which ends now; nil where
    ///   they stay.
    @discardableResult
    package func resume(
        _ item: String, by actor: String, now: Date,
        recount: @escaping @Sendable (QueueItem, [Pause]) throws -> DueDates?
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            try transaction.move(
                before, to: .accepted, from: [.paused], as: .itemResumed, by: actor,
                detail: ["why": before.pausedFor?.rawValue ?? ""], setting: [("paused_for", .null)], now: now)
            try transaction.run(
                "UPDATE pauses SET until_at = CASE WHEN from_at > $2 THEN from_at ELSE $2 END "
                    + "WHERE item = $1 AND until_at IS NULL",
                .text(item), .time(now))
            if let dates = try recount(before, transaction.pauses(of: item)) {
                try transaction.setDue(of: before, to: dates, by: actor, now: now)
            }
            return try transaction.item(item)
        }
    }

    /// Puts the due date off, with an apology to the citizen.
    ///
    /// - Parameter limit: How often an item may be put off: once by NĐ 61/2018/NĐ-CP, article 19.9.
    @discardableResult
    package func extend(
        _ item: String, to due: Date, by actor: String, reason: String, limit: Int = 1, now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            guard [.accepted, .paused].contains(before.state) else {
                throw LedgerError.illegalMove(
                    "item \(item) is \(before.state.rawValue): only accepted and paused items can be put off")
            }
            guard before.extensions < limit else {
                throw LedgerError.illegalMove(
                    "item \(item) was put off \(before.extensions) times already; the office allows \(limit)")
            }
            if let old = before.due, due <= old {
                throw LedgerError.illegalMove("item \(item) is due later already: name a date after it")
            }
            try transaction.run("UPDATE queue_items SET extensions = extensions + 1 WHERE id = $1", .text(item))
            try transaction.setDue(
                of: before, to: DueDates(due: due, statutory: before.statutoryDue, cause: .extension), by: actor,
                reason: reason, now: now)
            return try transaction.item(item)
        }
    }

    /// The result is there.
    @discardableResult
    package func complete(_ item: String, by actor: String, now: Date) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            try transaction.move(
                before, to: .completed, from: [.accepted], as: .itemCompleted, by: actor,
                detail: before.milliseconds, setting: [("completed_at", .time(now))], now: now)
            return try transaction.item(item)
        }
    }

    /// The citizen has the result.
    ///
    /// - Parameter satisfaction: 1 (not at all) to 5 (very); nil where it was not asked.
    @discardableResult
    package func handOver(
        _ item: String, by actor: String, satisfaction: Int? = nil, complaint: Bool = false, now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            if let satisfaction, !(1...5).contains(satisfaction) {
                throw LedgerError.refused("satisfaction \(satisfaction) is not on the scale of 1 to 5")
            }
            var detail = ["complaint": complaint ? "yes" : "no"]
            detail["satisfaction"] = satisfaction.map { String($0) }
            try transaction.move(
                try transaction.item(item), to: .handedOver, from: [.completed], as: .itemHandedOver, by: actor,
                detail: detail, setting: [("handed_over_at", .time(now))], now: now)
            return try transaction.item(item)
        }
    }

    /// The office does not take the dossier on, or stops its work on it.
    @discardableResult
    package func refuse(_ item: String, by actor: String, reason: String, now: Date) async throws -> QueueItem {
        try await end(item, as: .refused, .itemRefused, by: actor, reason: reason, now: now)
    }

    /// The citizen takes the dossier back.
    @discardableResult
    package func withdraw(_ item: String, by actor: String, reason: String, now: Date) async throws -> QueueItem {
        try await end(item, as: .withdrawn, .itemWithdrawn, by: actor, reason: reason, now: now)
    }

    private func end(
        _ item: String, as state: QueueItem.State, _ kind: LedgerEvent.Kind, by actor: String, reason: String, now: Date
    ) async throws -> QueueItem {
        try await driver.write { transaction in
            let before = try transaction.item(item)
            try transaction.move(
                before, to: state, from: [.proposed, .accepted, .paused, .returned], as: kind, by: actor,
                detail: ["reason": reason], setting: [("paused_for", .null)], now: now)
            try transaction.run(
                "UPDATE pauses SET until_at = CASE WHEN from_at > $2 THEN from_at ELSE $2 END "
                    + "WHERE item = $1 AND until_at IS NULL",
                .text(item), .time(now))
            return try transaction.item(item)
        }
    }
}
