internal import Foundation

/// A calendar month of the office: one part of a table that grows.
struct Month: Hashable, Comparable, Sendable {
    /// Days since 1970 of its first day.
    private let day: Int

    init(of time: Date) { day = OfficeDay.starts(of: OfficeDay.number(of: time)).month }

    private init(day: Int) { self.day = OfficeDay.starts(of: day).month }

    static func < (one: Month, other: Month) -> Bool { one.day < other.day }

    /// No month has more than 31 days, and none fewer than 28.
    var next: Month { Month(day: day + 31) }

    /// The moment with which it begins.
    var start: Date { OfficeDay.start(of: day) }

    /// As `2026_11`: what a part of a table is called after.
    var text: String {
        let year = OfficeDay.starts(of: day).year
        var number = 1
        var month = Month(day: year)
        while month < self {
            month = month.next
            number += 1
        }
        // The middle of the year lies in it whatever the leap days before it.
        let named = Int((Double(year + 182) / 365.2425 + 1970).rounded(.down))
        return "\(named)_\(number < 10 ? "0" : "")\(number)"
    }

    /// A time's month, and the two after it: they are ready before they begin.
    static func ahead(of time: Date) -> [Month] { Month(of: time).through(Month(of: time).next.next) }

    /// The start of the month that was forty days before a time, in milliseconds since 1970: clocks are not wrong by more.
    static func slackStart(before time: Date) -> Int64 { max(Month(of: time - 40 * 86_400).start.milliseconds, 0) }

    /// This month and those after it, up to another.
    func through(_ last: Month) -> [Month] {
        var months: [Month] = []
        var month = self
        while month <= last {
            months.append(month)
            month = month.next
        }
        return months
    }
}
