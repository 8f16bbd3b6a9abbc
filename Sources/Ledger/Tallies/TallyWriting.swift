internal import Dossiers
internal import Foundation

extension Transaction {
    /// Writes what was counted: the last thing a transaction does.
    func writeTallies() throws {
        let content = pending.take()
        guard !content.isEmpty else { return }
        try writeItems(content.items)
        try writeCounts(content.change.counts)
        try writeDurations(content.change.durations)
        for (move, count) in content.change.moves where count != 0 {
            try run(
                """
                INSERT INTO tally_moves (day, received, unit_from, unit_to, procedure_code, channel, count)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (day, received, unit_from, unit_to, procedure_code, channel)
                DO UPDATE SET count = tally_moves.count + excluded.count
                """,
                .integer(move.day), .integer(move.received), .text(move.from), .text(move.to), .text(move.procedure),
                .text(move.channel.rawValue), .integer(count))
        }
        for (pair, count) in content.change.pairs {
            try run(
                """
                INSERT INTO tally_pairs (day, kind, one, other, count) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (day, kind, one, other) DO UPDATE SET count = tally_pairs.count + excluded.count
                """,
                .integer(pair.day), .text(pair.kind.rawValue), .text(pair.first), .text(pair.second), .integer(count))
        }
    }

    private func writeItems(_ items: [String: ItemStanding?]) throws {
        for (item, standing) in items {
            guard let standing else {
                try run("DELETE FROM tally_items WHERE item = $1", .text(item))
                continue
            }
            try run(
                """
                INSERT INTO tally_items (item, unit, procedure_code, channel, received, phase, since, worked, due,
                    paused_for)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (item) DO UPDATE SET unit = excluded.unit, phase = excluded.phase,
                    since = excluded.since, worked = excluded.worked, due = excluded.due,
                    paused_for = excluded.paused_for
                """,
                .text(item), .text(standing.place.unit), .text(standing.place.procedure),
                .text(standing.channel.rawValue), .integer(standing.received), .text(standing.phase.rawValue),
                .integer(standing.since), .integer(standing.worked), .integer(standing.due),
                .text(standing.pausedFor))
        }
    }

    /// One statement for each row, with whatever columns change in it.
    private func writeCounts(_ counts: [TallyChange.Count: Int]) throws {
        var rows: [TallyRow: [Measure: Int]] = [:]
        for (count, amount) in counts where amount != 0 {
            for span in TallySpan.allCases {
                let row = TallyRow(span: span, start: span.start(of: count.day), place: count.place)
                rows[row, default: [:]][count.measure, default: 0] += amount
            }
        }
        for (row, amounts) in rows {
            let measures = Measure.allCases.filter { amounts[$0, default: 0] != 0 }
            guard !measures.isEmpty else { continue }
            let names = measures.map { ", \($0.rawValue)" }.joined()
            let parameters = measures.indices.map { ", $\($0 + 5)" }.joined()
            let sums = measures.map { "\($0.rawValue) = tallies.\($0.rawValue) + excluded.\($0.rawValue)" }
            try run(
                """
                INSERT INTO tallies (span, start, unit, procedure_code\(names)) VALUES ($1, $2, $3, $4\(parameters))
                ON CONFLICT (span, start, unit, procedure_code) DO UPDATE SET \(sums.joined(separator: ", "))
                """,
                [
                    .text(row.span.rawValue), .integer(row.start), .text(row.place.unit), .text(row.place.procedure),
                ] + measures.map { .integer(amounts[$0]) })
        }
    }

    private func writeDurations(_ durations: [TallyChange.Duration: Int]) throws {
        for (duration, count) in durations {
            for span in TallySpan.ofDurations {
                try run(
                    """
                    INSERT INTO tally_durations (span, start, unit, procedure_code, stage, bucket, count)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    ON CONFLICT (span, start, unit, procedure_code, stage, bucket)
                    DO UPDATE SET count = tally_durations.count + excluded.count
                    """,
                    .text(span.rawValue), .integer(span.start(of: duration.day)), .text(duration.place.unit),
                    .text(duration.place.procedure), .text(duration.stage.rawValue), .integer(duration.bucket),
                    .integer(count))
            }
        }
    }
}

/// How long a row of the tallies reaches. A report adds up few long rows and, at its ends, short ones.
enum TallySpan: String, CaseIterable {
    case day, month, year

    /// Durations are kept by day and month: their rows are many, and nobody asks for a decade's median.
    static let ofDurations: [TallySpan] = [.day, .month]

    func start(of day: Int) -> Int {
        switch self {
        case .day: day
        case .month: OfficeDay.starts(of: day).month
        case .year: OfficeDay.starts(of: day).year
        }
    }
}

struct TallyRow: Hashable {
    var span: TallySpan
    var start: Int
    var place: TallyPlace
}
