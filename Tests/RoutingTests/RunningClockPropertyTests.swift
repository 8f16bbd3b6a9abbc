import Dossiers
import Foundation
import Routing
import Testing

/// The clock against a count that knows nothing of it: every day of two years is judged by itself, then counted off.
@Suite struct RunningClockPropertyTests {
    @Test func clock_agreesWithADayByDayCount_on10000Cases() throws {
        var random = Lot(seed: 20_261_125)
        for half in [false, true] {
            for policy in SupplementPolicy.allCases {
                let calendar = try SmallCalendar.calendar(
                    supplements: [SupplementRule(from: SmallCalendar.day("2025-01-01"), policy: policy)],
                    halfDays: half ? [.saturday] : [])
                let count = try DayByDay(policy: policy, worksSaturdayMornings: half)
                for _ in 0..<1_667 {
                    let one = Case(using: &random)
                    let due = try calendar.deadline(
                        received: one.received, limit: one.limit, extraDays: one.extra, standstills: one.stills
                    ).due
                    let expected = count.due(one)
                    guard due == expected else {
                        Issue.record("\(policy) \(half) \(one): \(SmallCalendar.text(due)), not \(expected)")
                        return
                    }
                }
            }
        }
    }
}

private struct Case {
    var received: Date
    var limit: TimeLimit
    var extra: Int
    var stills: [Standstill] = []

    init(using random: inout Lot) {
        // From 3 January 2025; the longest of all ends well before 2027.
        received = Self.minute(Int.random(in: 3 * 1_440..<420 * 1_440, using: &random))
        extra = 0
        switch Int.random(in: 0..<5, using: &random) {
        case 0: limit = TimeLimit(amount: Double(Int.random(in: 1...16, using: &random)), unit: .workingHours)
        case 1, 2:
            limit = TimeLimit(amount: Double(Int.random(in: 1...30, using: &random)), unit: .calendarDays)
        default:
            limit = TimeLimit(amount: Double(Int.random(in: 1...20, using: &random)), unit: .workingDays)
            extra = Bool.random(using: &random) ? 10 : 0
        }
        var at = received
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let from = at + Double(60 * Int.random(in: 0..<8 * 1_440, using: &random))
            let until = from + Double(60 * Int.random(in: 1..<15 * 1_440, using: &random))
            let isSupplement = limit.unit != .workingHours && Bool.random(using: &random)
            stills.append(Standstill(kind: isSupplement ? .supplement : .excluded, from: from, until: until))
            at = until
        }
    }

    static func minute(_ number: Int) -> Date { DayByDay.first + Double(60 * number) }
}

/// Counts in minutes since local midnight of 1 January 2025; days are minutes divided by 1,440.
private struct DayByDay {
    let policy: SupplementPolicy
    let worksSaturdayMornings: Bool
    /// For each day the minutes of it that are worked.
    let worked: [[Range<Int>]]

    /// Local midnight.
    static let first = Date(timeIntervalSince1970: 1_735_689_600 - 7 * 3_600)

    init(policy: SupplementPolicy, worksSaturdayMornings: Bool) throws {
        self.policy = policy
        self.worksSaturdayMornings = worksSaturdayMornings
        let format = ISO8601DateFormatter()
        format.formatOptions = .withFullDate
        let off = Set(SmallCalendar.off + SmallCalendar.swappedOff + ["2026-04-27"])
        worked = (0..<730).map { day in
            let text = format.string(from: Self.first + Double(day * 86_400 + 7 * 3_600))
            // 1 January 2025 was a Wednesday.
            let weekday = (day + 2) % 7
            let isWhole = (weekday < 5 || SmallCalendar.swappedWork.contains(text)) && !off.contains(text)
            let isHalf = worksSaturdayMornings && weekday == 5 && !isWhole && !off.contains(text)
            return isWhole ? [420..<690, 810..<1_020] : isHalf ? [420..<690] : []
        }
    }

    func due(_ one: Case) -> Date {
        var start = minute(one.received)
        var excluded: [Range<Int>] = []
        var shifts: [Range<Int>] = []
        for still in one.stills {
            let wait = minute(still.from)..<minute(still.until)
            if still.kind == .excluded || policy == .recount {
                excluded.append(wait)
            } else if policy == .pause {
                shifts.append(wait)
            } else {
                (start, excluded, shifts) = (wait.upperBound, [], [])
            }
        }
        var due = count(one, from: begin(start), without: excluded)
        for wait in shifts where wait.lowerBound <= due {
            let days = wait.upperBound / 1_440 - wait.lowerBound / 1_440
            if days > 0 { due = end(firstWorked(due / 1_440 + days) { _ in true }) }
        }
        return Self.first + Double(due * 60)
    }

    /// The minute from which the count runs.
    private func begin(_ received: Int) -> Int {
        let day = received / 1_440
        if let last = worked[day].last?.upperBound, received % 1_440 <= last {
            return max(received, day * 1_440 + 420)
        }
        return firstWorked(day + 1) { _ in true } * 1_440 + 420
    }

    private func count(_ one: Case, from start: Int, without waits: [Range<Int>]) -> Int {
        func runs(_ day: Int) -> Bool { !waits.contains { $0.contains(day * 1_440 + closing(day)) } }
        let later = start / 1_440 + 1..<worked.count
        switch one.limit.unit {
        case .workingDays:
            let parts = later.filter { !worked[$0].isEmpty && runs($0) }.flatMap { day in
                Array(repeating: day, count: worked[day].count)
            }
            return end(parts[2 * (Int(one.limit.amount) + one.extra) - 1])
        case .calendarDays:
            let last = later.filter(runs)[Int(one.limit.amount) - 1]
            return worked[last].isEmpty ? end(firstWorked(last, where: runs)) : end(last)
        case .workingHours:
            var left = Int(one.limit.amount) * 60
            var minute = start
            while true {
                let isWorked = worked[minute / 1_440].contains { $0.contains(minute % 1_440) }
                if isWorked, !waits.contains(where: { $0.contains(minute) }) { left -= 1 }
                minute += 1
                if left == 0 { return minute }
            }
        }
    }

    /// On days off the office would close in the afternoon, on Saturdays that are half days at noon.
    private func closing(_ day: Int) -> Int {
        worked[day].last?.upperBound ?? 1_020
    }

    private func end(_ day: Int) -> Int { day * 1_440 + closing(day) }

    private func firstWorked(_ day: Int, where fits: (Int) -> Bool) -> Int {
        (day..<worked.count).first { !worked[$0].isEmpty && fits($0) } ?? 0
    }

    private func minute(_ moment: Date) -> Int { Int(moment.timeIntervalSince(Self.first) / 60) }
}

/// The same lots at every run (SplitMix64).
private struct Lot: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
