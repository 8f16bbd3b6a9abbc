import Dossiers
import Foundation
import Routing
import Testing

/// Vietnam's days of the tests, typed in by hand: independent of the calendar file.
enum SmallCalendar {
    static let zone = TimeZone(secondsFromGMT: 7 * 3_600) ?? .gmt

    static let off = [
        "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07", "2025-04-30",
        "2025-05-01", "2025-09-01", "2025-09-02", "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
        "2026-02-20", "2026-04-26", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24",
    ]
    static let swappedOff = ["2025-05-02", "2026-08-31"]
    static let swappedWork = ["2025-04-26", "2026-08-22"]

    static func calendar(
        more: [CalendarEntry] = [], supplements: [SupplementRule] = [], halfDays: Set<Weekday> = []
    ) throws -> WorkCalendar {
        let morning = try #require(OfficeHours(open: 7 * 3_600, close: 11 * 3_600 + 1_800))
        let afternoon = try #require(OfficeHours(open: 13 * 3_600 + 1_800, close: 17 * 3_600))
        func entries(_ days: [String], _ kind: CalendarEntry.Kind) throws -> [CalendarEntry] {
            try days.map { CalendarEntry(day: try day($0), kind: kind, name: "x", standing: .verified) }
        }
        return WorkCalendar(
            range: try day("2025-01-01")...(try day("2026-12-31")), timeZone: zone,
            daysOff: Set([.saturday, .sunday]).subtracting(halfDays),
            hours: [afternoon, morning],
            entries: try entries(off, .holiday) + entries(swappedOff, .swappedOff)
                + entries(swappedWork, .swappedWork) + entries(["2026-04-27"], .compensation) + more,
            receiptRules: [ReceiptRule(from: try day("2025-01-01"), sameDayUntil: 15 * 3_600, countsUntil: 17 * 3_600)],
            supplementRules: supplements, halfDays: halfDays)
    }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// `2026-11-20 15:01`, local time.
    static func moment(_ text: String) throws -> Date {
        let parts = text.split(separator: " ")
        let second = try #require(ClockTime.seconds(String(parts[1])))
        return try day(String(parts[0])).moment(second: second, in: zone)
    }

    static func text(_ moment: Date) -> String {
        let day = Day(moment, in: zone)
        return "\(day) \(ClockTime.text(Int(moment.timeIntervalSince(day.moment(second: 0, in: zone)))))"
    }
}
