internal import Ledger
internal import Routing

/// The state's periodic report, Biểu số II.06a/VPCP/KSTT: tình hình, kết quả giải quyết thủ tục hành chính.
///
/// Column 9 holds, as the form's footnote has it, also what waits for a supplement and what was given back or
/// withdrawn; so column 6 of the next period is column 11 of this one and what waited then. An item that changed
/// hands is in the columns of the unit that has it at the end, as received when the citizen handed it in.
package struct PeriodicForm: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        /// Column 4: received in the period online.
        package var online: Int
        /// Column 5: at the counter or by post.
        package var direct: Int
        /// Column 6: open from before.
        package var carried: Int
        /// Columns 8 to 10.
        package var early: Int
        package var onTime: Int
        package var late: Int
        /// Columns 12 and 13.
        package var withinTime: Int
        package var overdue: Int
        /// Beside the form: what of column 9 was done, and done by its day.
        package var doneOnTime: Int

        package var received: Int { online + direct + carried }
        package var solved: Int { early + onTime + late }
        package var inWork: Int { withinTime + overdue }

        /// As the form has it.
        package var officialRate: Double? { share(early + onTime, of: solved) }
        /// Done by the day, of all that was done and all that is past its day.
        package var strictRate: Double? { share(early + doneOnTime, of: early + doneOnTime + late + overdue) }

        /// Columns 3 to 13.
        package var columns: [Int] {
            [received, online, direct, carried, solved, early, onTime, late, inWork, withinTime, overdue]
        }
    }

    package var lines: [Line]
    package var total: Line

    /// - Parameter source: By units, or by fields; months are not kept apart.
    /// - Throws: `FormImbalance` where the sums do not hold: then the tallies are wrong.
    package init(from source: ReportSource) async throws {
        var source = source
        source.dimensions.remove(.month)
        let stocks: [Measure] = Measure.gains + Measure.losses + [.waiting, .overdue]
        let flows = try await source.counted(Measure.gains + Measure.losses)
        let before = try await source.stock(stocks, atEndOf: source.period.from.number - 1)
        let after = try await source.stock(stocks, atEndOf: source.period.to.number)
        let moves = try await source.ledger.moves(on: source.period.days)

        var lines: [ReportKey: Line] = [:]
        for key in Set(before.keys).union(after.keys).union(flows.keys) {
            lines[key] = Line(
                key: key, flow: flows[key, default: [:]], before: before[key, default: [:]],
                after: after[key, default: [:]])
        }
        for move in moves {
            let (from, to) = (
                source.key(of: TallyPlace(unit: move.from, procedure: move.procedure)),
                source.key(of: TallyPlace(unit: move.to, procedure: move.procedure))
            )
            // Between two units that are one now, or of one field, nothing has changed hands.
            if move.from != TallyPlace.outside { lines[from]?.take(-move.count, move) }
            if move.to != TallyPlace.outside { lines[to]?.take(move.count, move) }
        }
        self.lines = lines.values.filter { $0.columns.contains { $0 != 0 } }.sorted { $0.key < $1.key }
        total = Line.sum(of: self.lines)
        for line in self.lines + [total] { try line.check() }
    }
}

/// The form's sums do not hold.
package struct FormImbalance: Error, Hashable, CustomStringConvertible {
    package var description: String {
        "the form's sums do not hold: the tallies are not what the events come to; "
            + "`hoso audit verify --tallies` says where, and `--rebuild` counts anew"
    }
}

extension PeriodicForm.Line {
    fileprivate init(key: ReportKey, flow: [Measure: Int], before: [Measure: Int], after: [Measure: Int]) {
        let waiting = after.of(.waiting)
        self.init(
            key: key, online: flow.of(.receivedOnline), direct: flow.of(.receivedCounter, .receivedPost),
            carried: before.open, early: flow.of(.closedEarly),
            onTime: flow.of(.closedOnTime, .closedUndated, .refused, .withdrawn) + waiting, late: flow.of(.closedLate),
            withinTime: after.open - waiting - after.of(.overdue), overdue: after.of(.overdue),
            doneOnTime: flow.of(.closedOnTime))
    }

    fileprivate mutating func take(_ count: Int, _ move: MoveSum) {
        if !move.isFresh {
            carried += count
        } else if move.channel == "online" {
            online += count
        } else {
            direct += count
        }
    }

    fileprivate static func sum(of lines: [PeriodicForm.Line]) -> PeriodicForm.Line {
        let add = { (part: KeyPath<PeriodicForm.Line, Int>) in lines.reduce(0) { $0 + $1[keyPath: part] } }
        return PeriodicForm.Line(
            key: ReportKey(), online: add(\.online), direct: add(\.direct), carried: add(\.carried),
            early: add(\.early), onTime: add(\.onTime), late: add(\.late), withinTime: add(\.withinTime),
            overdue: add(\.overdue), doneOnTime: add(\.doneOnTime))
    }

    /// 3 = 4+5+6, 7 = 8+9+10 and 11 = 12+13 hold by how they are computed; 3 = 7+11 is where receipts, results and
    /// stocks, which are counted apart, must meet.
    fileprivate func check() throws(FormImbalance) {
        guard received == solved + inWork, columns.allSatisfy({ $0 >= 0 }) else { throw FormImbalance() }
    }
}
