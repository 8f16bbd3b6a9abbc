package import Foundation

/// The working days and office hours of a country's public offices, for the years it was given.
package struct WorkCalendar: Sendable {
    /// Days beyond it are an error, never a guess.
    package let range: ClosedRange<Day>
    package let timeZone: TimeZone
    package let daysOff: Set<Weekday>
    /// In the order of the day; at least one.
    package let hours: [OfficeHours]
    package let entries: [Day: CalendarEntry]
    /// By their first day, earliest first.
    package let receiptRules: [ReceiptRule]
    /// By their first day, earliest first; none where supplements follow no decree's policy.
    package let supplementRules: [SupplementRule]
    /// Days of the week on which the office works the first stretch of its hours only.
    package let halfDays: Set<Weekday>

    /// - Parameter hours: at least one stretch, none overlapping another.
    package init(
        range: ClosedRange<Day>, timeZone: TimeZone, daysOff: Set<Weekday>, hours: [OfficeHours],
        entries: [CalendarEntry], receiptRules: [ReceiptRule], supplementRules: [SupplementRule] = [],
        halfDays: Set<Weekday> = []
    ) {
        precondition(!hours.isEmpty, "a working day has office hours")
        self.range = range
        self.timeZone = timeZone
        self.daysOff = daysOff
        self.hours = hours.sorted { $0.open < $1.open }
        self.entries = Dictionary(entries.map { ($0.day, $0) }) { first, _ in first }
        self.receiptRules = receiptRules.sorted { $0.from < $1.from }
        self.supplementRules = supplementRules.sorted { $0.from < $1.from }
        self.halfDays = halfDays
    }

    package var opening: Int { hours[0].open }
    package var closing: Int { hours[hours.count - 1].close }

    /// The hours worked on a working day.
    package func hours(on day: Day) -> [OfficeHours] { isHalf(day) ? Array(hours.prefix(1)) : hours }

    /// When the office closes on a working day. Seconds after local midnight.
    package func closing(on day: Day) -> Int { isHalf(day) ? hours[0].close : closing }

    func isHalf(_ day: Day) -> Bool {
        guard let entry = entries[day], entry.standing.isApplied else { return halfDays.contains(day.weekday) }
        return entry.kind == .halfDay
    }

    /// What the calendar says of a day.
    package struct DayStatus: Hashable, Sendable {
        package var isWorking: Bool
        /// How much of a day it counts: 1, or 0.5 for a half day.
        package var share = 1.0
        /// Why it is or is not a working day: `Saturday`, or the holiday's name.
        package var reason: String
        /// What is not certain about that.
        package var doubt: String?
    }

    /// - Throws: `DeadlineError.beyondCalendar` outside the calendar's years.
    package func status(of day: Day) throws(DeadlineError) -> DayStatus {
        guard range.contains(day) else { throw .beyondCalendar(day, range) }
        let weekday = day.weekday
        let plain = DayStatus(
            isWorking: !daysOff.contains(weekday), share: isHalf(day) ? 0.5 : 1,
            reason: weekday.rawValue.capitalized + (isHalf(day) && !daysOff.contains(weekday) ? ", half a day" : ""),
            doubt: nil)
        guard let entry = entries[day] else { return plain }
        let name = "\(entry.kind.rawValue): \(entry.name)"
        guard entry.standing.isApplied else {
            return DayStatus(
                isWorking: plain.isWorking, share: plain.share, reason: plain.reason,
                doubt: "“\(name)” is unverified and not applied")
        }
        return DayStatus(
            isWorking: entry.kind.isWorking, share: isHalf(day) ? 0.5 : 1, reason: name,
            doubt: entry.standing == .verified ? nil : "“\(name)” is \(entry.standing.rawValue)")
    }

    /// The rule in force on a day.
    ///
    /// - Throws: `DeadlineError.noReceiptRule` before the first rule.
    func receiptRule(on day: Day) throws(DeadlineError) -> ReceiptRule {
        guard let rule = receiptRules.last(where: { $0.from <= day }) else { throw .noReceiptRule(day) }
        return rule
    }

    /// Seconds after local midnight.
    func second(of moment: Date) -> Int {
        let midnight = Day(moment, in: timeZone).moment(second: 0, in: timeZone)
        return Int(moment.timeIntervalSince(midnight).rounded(.up))
    }

    /// Seconds from a day's local midnight to a moment that may be on another day; below zero for one before.
    func second(of moment: Date, on day: Day) -> Int {
        Int(moment.timeIntervalSince(day.moment(second: 0, in: timeZone)).rounded(.up))
    }
}
