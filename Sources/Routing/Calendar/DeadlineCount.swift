package import Dossiers
package import Foundation

extension WorkCalendar {
    /// The due date of something received at a moment.
    ///
    /// Day 1 is the day after receipt. Working days skip weekends and holidays and take in the
    /// weekend days worked instead; calendar days take in all, and a due date on a day off moves to
    /// the next working day; working hours run through the office hours from the moment of receipt.
    /// What comes in on a day off, or after the office's last minute, counts as received when the
    /// next working day opens. Days are due at closing time.
    ///
    /// - Parameters:
    ///   - isSameDay: due on the day of receipt; on the next working day when later than the cut-off.
    ///   - extraDays: days the place adds to a limit in days, in the limit's own unit.
    /// - Throws: `DeadlineError` where the calendar does not reach.
    package func deadline(
        received: Date, limit: TimeLimit, isSameDay: Bool = false, extraDays: Int = 0
    ) throws(DeadlineError) -> Deadline {
        try counted(received: received, limit: limit, isSameDay: isSameDay, extraDays: extraDays, standstills: [])
    }

    /// The same with waits whose days do not count.
    func counted(
        received: Date, limit: TimeLimit, isSameDay: Bool, extraDays: Int, standstills: [Standstill]
    ) throws(DeadlineError) -> Deadline {
        var count = DeadlineCount(calendar: self, standstills: standstills)
        let start = try count.receive(received, isSameDay: isSameDay)
        var limit = limit
        let due: Date
        if isSameDay {
            // Where the clock stands still at the end of that day, it is the first day on which it does not.
            let last = try count.running(from: start.day)
            count.note(last, total: limit.amount, "due the same day", doubt: start.doubt)
            due = last.moment(second: closing(on: last), in: timeZone)
        } else {
            switch limit.unit {
            case .workingDays:
                limit.amount = limit.amount.rounded(.up) + Double(extraDays)
                due = try count.workingDays(Int(limit.amount), after: start.day)
            case .calendarDays:
                limit.amount = limit.amount.rounded(.up) + Double(extraDays)
                due = try count.calendarDays(Int(limit.amount), after: start.day)
            case .workingHours:
                due = try count.workingHours(limit.amount, from: start)
            }
        }
        return Deadline(
            received: received, countedFrom: start.day.moment(second: start.second, in: timeZone), limit: limit,
            due: due, days: count.days, doubts: count.days.compactMap { day in day.doubt.map { "\(day.day): \($0)" } })
    }
}

/// Walks the calendar and writes down what each day did to the count.
private struct DeadlineCount {
    let calendar: WorkCalendar
    let standstills: [Standstill]
    var days: [Deadline.CountedDay] = []

    init(calendar: WorkCalendar, standstills: [Standstill]) {
        self.calendar = calendar
        self.standstills = standstills
    }

    /// Whether the clock stands still when the office closes on a day.
    private func standsStill(on day: Day) -> Bool {
        let end = day.moment(second: calendar.closing(on: day), in: calendar.timeZone)
        return standstills.contains { $0.from <= end && end < $0.until }
    }

    /// The first working day from a day on at whose end the clock runs.
    mutating func running(from day: Day) throws(DeadlineError) -> Day {
        var day = day
        while standsStill(on: day) { day = try skipDaysOff(from: day.next).day }
        return day
    }

    /// When a count begins, and what is not certain about that day.
    typealias Start = (day: Day, second: Int, doubt: String?)

    mutating func note(_ day: Day, total: Double? = nil, _ reason: String, doubt: String? = nil) {
        days.append(Deadline.CountedDay(day: day, total: total, reason: reason, doubt: doubt))
    }

    /// The moment from which the count runs. The caller notes its day where `isSameDay`.
    mutating func receive(_ received: Date, isSameDay: Bool) throws(DeadlineError) -> Start {
        let day = Day(received, in: calendar.timeZone)
        let second = calendar.second(of: received)
        let status = try calendar.status(of: day)
        let rule = try calendar.receiptRule(on: day)
        let ruled = isSameDay ? rule.sameDayUntil : rule.countsUntil
        // On a half day the office's last minute comes earlier than the rule's.
        let last = calendar.isHalf(day) ? min(ruled, calendar.closing(on: day)) : ruled
        if status.isWorking, second <= last {
            if !isSameDay { note(day, "received at \(ClockTime.text(second))", doubt: status.doubt) }
            return (day, max(second, calendar.opening), status.doubt)
        }
        let why = status.isWorking ? "after \(ClockTime.text(last))" : status.reason
        note(
            day, "received at \(ClockTime.text(second)), \(why): counts as received when the next working day opens",
            doubt: status.doubt)
        let opening = try nextWorkingDay(from: day.next)
        if !isSameDay {
            note(opening.day, "counts as received here: \(opening.status.reason)", doubt: opening.status.doubt)
        }
        return (opening.day, calendar.opening, opening.status.doubt)
    }

    /// A half day counts half: a limit that ends in the middle of a day is due at its end.
    mutating func workingDays(_ limit: Int, after start: Day) throws(DeadlineError) -> Date {
        var day = start
        var total = 0.0
        while total < Double(limit) {
            let next = try skipDaysOff(from: day.next)
            day = next.day
            total += next.status.share
            note(day, total: total, next.status.reason, doubt: next.status.doubt)
        }
        return day.moment(second: calendar.closing(on: day), in: calendar.timeZone)
    }

    mutating func calendarDays(_ limit: Int, after start: Day) throws(DeadlineError) -> Date {
        var day = start
        var counted = 0
        while counted < max(limit, 0) {
            day = day.next
            let status = try calendar.status(of: day)
            guard !standsStill(on: day) else {
                note(day, Self.still)
                continue
            }
            counted += 1
            // Doubts matter here only where the count ends: every day counts.
            note(day, total: Double(counted), status.reason, doubt: counted == limit ? status.doubt : nil)
        }
        if try !calendar.status(of: day).isWorking {
            let next = try skipDaysOff(from: day.next)
            day = next.day
            note(
                day, "the last day was a day off: due on the next working day, \(next.status.reason)",
                doubt: next.status.doubt)
        }
        return day.moment(second: calendar.closing(on: day), in: calendar.timeZone)
    }

    mutating func workingHours(_ limit: Double, from start: Start) throws(DeadlineError) -> Date {
        var left = Int((limit * 3_600).rounded(.up))
        var (day, second, _) = start
        while true {
            let before = left
            for stretch in running(on: day) where stretch.close > second {
                let begin = max(stretch.open, second)
                if left <= stretch.close - begin {
                    let end = begin + left
                    note(day, total: limit, "the last \(hours(before)) of office time, to \(ClockTime.text(end))")
                    return day.moment(second: end, in: calendar.timeZone)
                }
                left -= stretch.close - begin
            }
            note(day, total: limit - Double(left) / 3_600, "\(hours(before - left)) of office time")
            day = try nextWorkingDay(from: day.next).day
            second = 0
        }
    }

    /// The office hours of a day without the waits.
    private func running(on day: Day) -> [OfficeHours] {
        standstills.reduce(calendar.hours(on: day)) { hours, still in
            let from = calendar.second(of: still.from, on: day)
            let until = calendar.second(of: still.until, on: day)
            return hours.flatMap { stretch in
                [
                    OfficeHours(open: stretch.open, close: min(stretch.close, from)),
                    OfficeHours(open: max(stretch.open, until), close: stretch.close),
                ].compactMap { $0 }
            }
        }
    }

    private func hours(_ seconds: Int) -> String {
        let hours = (Double(seconds) / 36).rounded() / 100
        return hours == hours.rounded() ? "\(Int(hours)) h" : "\(hours) h"
    }

    private static let still = "the clock stands still"

    /// The first day from a day on that is worked and counts; others on the way are noted.
    private mutating func skipDaysOff(
        from first: Day
    ) throws(DeadlineError) -> (day: Day, status: WorkCalendar.DayStatus) {
        try nextDay(from: first) { $0.standsStill(on: $1) }
    }

    /// The first working day from a day on, whether the clock runs or not.
    private mutating func nextWorkingDay(
        from first: Day
    ) throws(DeadlineError) -> (day: Day, status: WorkCalendar.DayStatus) {
        try nextDay(from: first) { _, _ in false }
    }

    private mutating func nextDay(
        from first: Day, passing: (DeadlineCount, Day) -> Bool
    ) throws(DeadlineError) -> (day: Day, status: WorkCalendar.DayStatus) {
        var day = first
        while true {
            let status = try calendar.status(of: day)
            if status.isWorking, !passing(self, day) { return (day, status) }
            note(day, status.isWorking ? Self.still : status.reason, doubt: status.doubt)
            day = day.next
        }
    }
}
