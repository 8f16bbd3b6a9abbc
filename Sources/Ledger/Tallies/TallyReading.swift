/// By what sums of the tallies are kept apart.
package struct TallyGrouping: Hashable, Sendable {
    package var unit: Bool
    package var procedure: Bool
    package var month: Bool

    package init(unit: Bool = false, procedure: Bool = false, month: Bool = false) {
        self.unit = unit
        self.procedure = procedure
        self.month = month
    }
}

/// What was counted in a period under one unit, procedure and month.
package struct TallySum: Hashable, Sendable {
    /// The month's first day, in days since 1970; nil where months are not kept apart.
    package var month: Int?
    /// Empty texts where units or procedures are not kept apart.
    package var place: TallyPlace
    package var amounts: [Measure: Int]
}

/// Durations of one stage under one unit, procedure and month.
package struct DurationSum: Hashable, Sendable {
    package var month: Int?
    package var place: TallyPlace
    package var stage: DossierStage
    package var histogram: DurationHistogram
}

/// Items that changed hands in a period.
package struct MoveSum: Hashable, Sendable {
    package var from: String
    package var to: String
    package var procedure: String
    package var channel: String
    /// Whether they were received in the period too.
    package var isFresh: Bool
    package var count: Int
}

extension Ledger {
    /// What was counted on the days of a period. Reads the tallies only, and of a year no more than its months.
    ///
    /// - Parameter days: Days since 1970, in the office's time.
    package func tallies(on days: ClosedRange<Int>, _ measures: [Measure], by grouping: TallyGrouping) async throws
        -> [TallySum]
    {
        try await driver.read { transaction in
            let spans: [TallySpan] = grouping.month ? [.day, .month] : TallySpan.allCases
            return try transaction.sums(
                of: TallyPiece.of(days.lowerBound..<days.upperBound + 1, in: spans), measures, by: grouping)
        }
    }

    /// What had been counted until the end of a day, ever: of a stock's changes, the stock.
    package func tallies(untilEndOf day: Int, _ measures: [Measure], by grouping: TallyGrouping) async throws
        -> [TallySum]
    {
        var grouping = grouping
        grouping.month = false
        return try await driver.read { [grouping] transaction in
            try transaction.sums(of: TallyPiece.all(before: day + 1), measures, by: grouping)
        }
    }

    package func durations(on days: ClosedRange<Int>, by grouping: TallyGrouping) async throws -> [DurationSum] {
        try await driver.read { transaction in
            try transaction.durationSums(
                of: TallyPiece.of(days.lowerBound..<days.upperBound + 1, in: TallySpan.ofDurations), by: grouping)
        }
    }

    package func moves(on days: ClosedRange<Int>) async throws -> [MoveSum] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT unit_from, unit_to, procedure_code, channel, CASE WHEN received >= $1 THEN 1 ELSE 0 END AS fresh,
                    CAST(SUM(count) AS BIGINT) AS count
                FROM tally_moves WHERE day >= $1 AND day <= $2 GROUP BY unit_from, unit_to, procedure_code, channel, fresh
                """,
                .integer(days.lowerBound), .integer(days.upperBound)
            ) { row in
                MoveSum(
                    from: try row.text("unit_from"), to: try row.text("unit_to"),
                    procedure: try row.text("procedure_code"), channel: try row.text("channel"),
                    isFresh: try row.flag("fresh"), count: try row.integer("count"))
            }
        }
    }

    /// The pairs of a kind, by day.
    package func pairs(_ kind: TallyPair.Kind, on days: ClosedRange<Int>) async throws -> [TallyPair] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT day, one, other, count FROM tally_pairs WHERE day >= $1 AND day <= $2 AND kind = $3
                ORDER BY day, one, other
                """,
                .integer(days.lowerBound), .integer(days.upperBound), .text(kind.rawValue)
            ) { row in
                TallyPair(
                    day: try row.integer("day"), kind: kind, first: try row.text("one"),
                    second: try row.text("other"), count: try row.integer("count"))
            }
        }
    }
}

/// A run of rows of one span.
struct TallyPiece: Hashable {
    var span: TallySpan
    var starts: Range<Int>

    /// The fewest rows that cover some days: whole years where they may be used, whole months, and single days.
    static func of(_ days: Range<Int>, in spans: [TallySpan]) -> [TallyPiece] {
        guard !days.isEmpty else { return [] }
        guard let span = spans.last(where: { $0 != .day && hasWhole($0, in: days) }) else {
            return [TallyPiece(span: .day, starts: days)].flatMap(cutAtMonths)
        }
        let first = span.start(of: days.lowerBound) == days.lowerBound ? days.lowerBound : next(span, days.lowerBound)
        let end = span.start(of: days.upperBound)
        let shorter = spans.filter { $0 != span }
        return of(days.lowerBound..<first, in: shorter) + [TallyPiece(span: span, starts: first..<end)]
            + of(end..<days.upperBound, in: shorter)
    }

    /// Everything before a day.
    static func all(before day: Int) -> [TallyPiece] {
        let (month, year) = OfficeDay.starts(of: day)
        return [
            TallyPiece(span: .year, starts: Int(Int32.min)..<year), TallyPiece(span: .month, starts: year..<month),
            TallyPiece(span: .day, starts: month..<day),
        ].filter { !$0.starts.isEmpty }
    }

    private static func hasWhole(_ span: TallySpan, in days: Range<Int>) -> Bool {
        let start = span.start(of: days.lowerBound)
        let first = start == days.lowerBound ? start : next(span, start)
        return next(span, first) <= days.upperBound
    }

    private static func next(_ span: TallySpan, _ day: Int) -> Int {
        let start = span.start(of: day)
        // Longer than any month or year, shorter than two.
        return span.start(of: start + (span == .year ? 370 : 35))
    }

    /// Single days belong to the month in which they lie.
    private static func cutAtMonths(_ piece: TallyPiece) -> [TallyPiece] {
        var pieces: [TallyPiece] = []
        var first = piece.starts.lowerBound
        while first < piece.starts.upperBound {
            let end = min(next(.month, first), piece.starts.upperBound)
            pieces.append(TallyPiece(span: .day, starts: first..<end))
            first = end
        }
        return pieces
    }
}

extension Transaction {
    fileprivate func sums(of pieces: [TallyPiece], _ measures: [Measure], by grouping: TallyGrouping) throws
        -> [TallySum]
    {
        var sums: [TallyKey: [Measure: Int]] = [:]
        let columns = measures.map { "CAST(COALESCE(SUM(\($0.rawValue)), 0) AS BIGINT) AS \($0.rawValue)" }
        for piece in pieces {
            let keys = grouping.columns(of: piece)
            let found = try rows(
                """
                SELECT \((keys + columns).joined(separator: ", ")) FROM tallies
                WHERE span = $1 AND start >= $2 AND start < $3 \(grouping.clause(keys))
                """,
                .text(piece.span.rawValue), .integer(piece.starts.lowerBound), .integer(piece.starts.upperBound)
            ) { row in
                let amounts = try measures.map { ($0, try row.integer($0.rawValue)) }
                return (try TallyKey(row, piece, grouping), Dictionary(uniqueKeysWithValues: amounts))
            }
            for (key, amounts) in found { sums[key, default: [:]].merge(amounts, uniquingKeysWith: +) }
        }
        return sums.map { TallySum(month: $0.month, place: $0.place, amounts: $1) }
    }

    fileprivate func durationSums(of pieces: [TallyPiece], by grouping: TallyGrouping) throws -> [DurationSum] {
        var sums: [TallyKey: [DossierStage: DurationHistogram]] = [:]
        for piece in pieces {
            let keys = grouping.columns(of: piece) + ["stage", "bucket"]
            let found = try rows(
                """
                SELECT \(keys.joined(separator: ", ")), CAST(SUM(count) AS BIGINT) AS count FROM tally_durations
                WHERE span = $1 AND start >= $2 AND start < $3 GROUP BY \(keys.joined(separator: ", "))
                """,
                .text(piece.span.rawValue), .integer(piece.starts.lowerBound), .integer(piece.starts.upperBound)
            ) { row in
                (
                    try TallyKey(row, piece, grouping), try row.word("stage", as: DossierStage.self),
                    try row.integer("bucket"), try row.integer("count")
                )
            }
            for (key, stage, bucket, count) in found {
                sums[key, default: [:]][stage, default: DurationHistogram()].add(count, inBucket: bucket)
            }
        }
        return sums.flatMap { key, stages in
            stages.map { DurationSum(month: key.month, place: key.place, stage: $0, histogram: $1) }
        }
    }
}

private struct TallyKey: Hashable {
    var month: Int?
    var place: TallyPlace

    init(_ row: ResultRow, _ piece: TallyPiece, _ grouping: TallyGrouping) throws {
        if grouping.month {
            month =
                piece.span == .month ? try row.integer("start") : OfficeDay.starts(of: piece.starts.lowerBound).month
        }
        place = TallyPlace(
            unit: grouping.unit ? try row.text("unit") : "",
            procedure: grouping.procedure ? try row.text("procedure_code") : "")
    }
}

extension TallyGrouping {
    fileprivate func columns(of piece: TallyPiece) -> [String] {
        (month && piece.span == .month ? ["start"] : []) + (unit ? ["unit"] : [])
            + (procedure ? ["procedure_code"] : [])
    }

    fileprivate func clause(_ columns: [String]) -> String {
        columns.isEmpty ? "" : "GROUP BY " + columns.joined(separator: ", ")
    }
}
