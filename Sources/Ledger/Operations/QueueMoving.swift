internal import Foundation

extension QueueItem {
    /// The two dates as events keep them.
    var milliseconds: [String: String] {
        var detail: [String: String] = [:]
        detail["due"] = due.map { String($0.milliseconds) }
        detail["statutory"] = statutoryDue.map { String($0.milliseconds) }
        return detail
    }
}

extension Transaction {
    func accept(_ item: QueueItem, by actor: String, series: NumberSeries?, now: Date) throws -> QueueItem {
        if item.state == .accepted || item.state == .paused {
            throw LedgerError.illegalMove(
                "item \(item.id) is taken: \(item.officer ?? "another officer") has it "
                    + "since \((item.acceptedAt ?? item.openedAt).formatted(.iso8601))")
        }
        try move(
            item, to: .accepted, from: [.proposed], as: .itemAccepted, by: actor, detail: item.milliseconds,
            setting: [("officer", .text(actor)), ("accepted_at", .time(now))], now: now)
        if let series { try number(item.dossier, from: series) }
        return try self.item(item.id)
    }

    /// - Throws: `LedgerError.illegalMove` in words.
    func check(_ item: QueueItem, becomes state: QueueItem.State, from allowed: Set<QueueItem.State>) throws {
        guard !allowed.contains(item.state) else { return }
        let names = QueueItem.State.allCases.filter(allowed.contains).map(\.rawValue)
        let list = names.count > 1 ? "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")" : names[0]
        throw LedgerError.illegalMove(
            "item \(item.id) is \(item.state.rawValue) and cannot become \(state.rawValue): only \(list) items can")
    }

    /// Changes the state of an item that was read in this transaction, and appends the event.
    ///
    /// - Parameter columns: What else changes in the item's row: the schema's own names, never anything from outside.
    func move(
        _ item: QueueItem, to state: QueueItem.State, from allowed: Set<QueueItem.State>, as kind: LedgerEvent.Kind,
        by actor: String, detail: [String: String] = [:], setting columns: [(name: String, value: Value)] = [],
        now: Date
    ) throws {
        try check(item, becomes: state, from: allowed)
        let more = columns.enumerated().map { ", \($0.element.name) = $\($0.offset + 5)" }.joined()
        // On a server another desk may have been faster since the item was read.
        let changed = try run(
            "UPDATE queue_items SET state = $2, changed_at = $3\(more) WHERE id = $1 AND state = $4",
            [.text(item.id), .text(state.rawValue), .time(now), .text(item.state.rawValue)] + columns.map(\.value))
        guard changed == 1 else {
            throw LedgerError.illegalMove("item \(item.id) has just been changed by another desk: look at it again")
        }
        try append(
            kind, at: now, scan: item.scan, dossier: item.dossier, item: item.id, actor: actor,
            detail: detail.merging(["unit": item.unit]) { given, _ in given })
    }

    /// Puts an item into another unit's queue, as a proposal.
    func give(_ item: QueueItem, to unit: String, why: String, by actor: String, now: Date) throws -> QueueItem {
        try run(
            """
            UPDATE queue_items SET unit = $2, state = 'proposed', changed_at = $3, officer = NULL, accepted_at = NULL
            WHERE id = $1
            """,
            .text(item.id), .text(unit), .time(now))
        try append(
            .itemMoved, at: now, scan: item.scan, dossier: item.dossier, item: item.id, actor: actor,
            detail: ["from": item.unit, "to": unit, "why": why])
        return try self.item(item.id)
    }

    func setDue(of item: QueueItem, to dates: DueDates, by actor: String, reason: String? = nil, now: Date) throws {
        guard dates.due != item.due || dates.statutory != item.statutoryDue else { return }
        try run(
            "UPDATE queue_items SET due_at = $2, statutory_due_at = $3, changed_at = $4 WHERE id = $1",
            .text(item.id), .time(dates.due), .time(dates.statutory), .time(now))
        var detail = ["unit": item.unit, "why": dates.cause.rawValue]
        detail["from"] = item.due.map { String($0.milliseconds) }
        detail["to"] = dates.due.map { String($0.milliseconds) }
        detail["statutory"] = dates.statutory.map { String($0.milliseconds) }
        detail["reason"] = reason
        try append(
            .itemDueChanged, at: now, scan: item.scan, dossier: item.dossier, item: item.id, actor: actor,
            detail: detail)
    }
}
