internal import Dossiers
internal import Foundation

extension Ledger {
    /// Where the tallies are not what the events come to, in words; empty where they are.
    ///
    /// - Complexity: Reads every event of items, dossiers and scans once.
    package func miscountedTallies() async throws -> [String] {
        try await driver.read { transaction in
            let stored = try transaction.storedTallies()
            let recount = try transaction.recountedTallies()
            return TallyDifference(stored: stored, recount: recount).lines
        }
    }

    /// Counts everything anew from the events.
    package func rebuildTallies() async throws {
        try await driver.write { try $0.rebuildTallies() }
    }
}

extension Transaction {
    static let tallyTables = ["tallies", "tally_durations", "tally_moves", "tally_pairs", "tally_items"]

    func rebuildTallies() throws {
        for table in Self.tallyTables { try run("DELETE FROM \(table)") }
        let content = try recount()
        pending.with { $0 = content }
        try writeTallies()
    }

    /// Follows the events from the first to the last.
    fileprivate func recount() throws -> PendingTallies.Content {
        let counting = Transaction(recountingOn: self)
        var last = 0
        while true {
            let events = try rows(
                "SELECT * FROM events WHERE sequence > $1 ORDER BY sequence LIMIT 2000", .integer(last),
                make: LedgerEvent.init)
            for event in events {
                try counting.tally(
                    CountedEvent(
                        kind: event.kind, at: event.at.milliseconds, detail: event.detail,
                        isPersons: event.actor != nil),
                    scan: event.scan, dossier: event.dossier, item: event.item)
            }
            guard let end = events.last?.sequence else { return counting.pending.take() }
            last = end
        }
    }

    /// Every row as one text, so that two sets of rows can be held against each other.
    fileprivate func storedTallies() throws -> [String: Set<String>] {
        var tables: [String: Set<String>] = [:]
        for (table, columns) in TallyDifference.columns {
            let list = columns.map { "COALESCE(CAST(\($0) AS TEXT), '')" }.joined(separator: " || '|' || ")
            tables[table] = Set(try rows("SELECT \(list) AS line FROM \(table)") { try $0.text("line") })
        }
        return tables
    }

    fileprivate func recountedTallies() throws -> [String: Set<String>] {
        let content = try recount()
        var counts: [TallyRow: [Measure: Int]] = [:]
        for (count, amount) in content.change.counts where amount != 0 {
            for span in TallySpan.allCases {
                let row = TallyRow(span: span, start: span.start(of: count.day), place: count.place)
                counts[row, default: [:]][count.measure, default: 0] += amount
            }
        }
        var durations: [String: Int] = [:]
        for (duration, count) in content.change.durations {
            for span in TallySpan.ofDurations {
                let line =
                    "\(span.rawValue)|\(span.start(of: duration.day))|\(duration.place.unit)|"
                    + "\(duration.place.procedure)|\(duration.stage.rawValue)|\(duration.bucket)"
                durations[line, default: 0] += count
            }
        }
        return [
            "tallies": Set(
                counts.map { row, amounts in
                    "\(row.span.rawValue)|\(row.start)|\(row.place.unit)|\(row.place.procedure)|"
                        + Measure.allCases.map { String(amounts[$0, default: 0]) }.joined(separator: "|")
                }.filter { !$0.hasSuffix(TallyDifference.nothing) }),
            "tally_durations": Set(durations.map { "\($0.key)|\($0.value)" }),
            "tally_moves": Set(
                content.change.moves.map { move, count in
                    "\(move.day)|\(move.received)|\(move.from)|\(move.to)|\(move.procedure)|\(move.channel.rawValue)|"
                        + "\(count)"
                }),
            "tally_pairs": Set(
                content.change.pairs.map { pair, count in
                    "\(pair.day)|\(pair.kind.rawValue)|\(pair.first)|\(pair.second)|\(count)"
                }),
            "tally_items": Set(
                content.items.compactMap { item, standing in
                    standing.map { "\(item)|\($0.place.unit)|\($0.phase.rawValue)|\($0.since)|\($0.worked)" }
                }),
        ]
    }
}

/// The tallies as they are beside the tallies as they should be.
private struct TallyDifference {
    var stored: [String: Set<String>]
    var recount: [String: Set<String>]

    static let columns: [(String, [String])] = [
        ("tallies", ["span", "start", "unit", "procedure_code"] + Measure.allCases.map(\.rawValue)),
        ("tally_durations", ["span", "start", "unit", "procedure_code", "stage", "bucket", "count"]),
        ("tally_moves", ["day", "received", "unit_from", "unit_to", "procedure_code", "channel", "count"]),
        ("tally_pairs", ["day", "kind", "one", "other", "count"]),
        ("tally_items", ["item", "unit", "phase", "since", "worked"]),
    ]

    /// How a row ends in which everything has cancelled out; the recount has no such row.
    static let nothing = "|" + Measure.allCases.map { _ in "0" }.joined(separator: "|")

    var lines: [String] {
        Self.columns.compactMap { table, _ in
            let there = stored[table, default: []].filter { table != "tallies" || !$0.hasSuffix(Self.nothing) }
            let wrong = there.symmetricDifference(recount[table, default: []])
            guard !wrong.isEmpty else { return nil }
            return "\(table): \(wrong.count) rows are not what the events come to: rebuild the tallies"
        }
    }
}
