package import Foundation

/// A day of the civil (Gregorian) calendar, without a time or a time zone.
package struct Day: Hashable, Sendable {
    /// Days since 1 January 1970.
    package var number: Int

    package init(number: Int) {
        self.number = number
    }

    /// Nil for a date that does not exist, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        number = Self.number(year: year, month: month, day: day)
        guard components == (year, month, day) else { return nil }
    }

    /// Reads `2026-11-24`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard digits, parts.map(\.count) == [4, 2, 2],
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day on which a moment falls in a time zone.
    package init(_ moment: Date, in zone: TimeZone) {
        let local = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        number = Int((local / 86_400).rounded(.down))
    }

    package var next: Day { Day(number: number + 1) }

    package var weekday: Weekday { Weekday.allCases[((number + 3) % 7 + 7) % 7] }

    /// The moment so many seconds after the day's midnight.
    package func moment(second: Int, in zone: TimeZone) -> Date {
        let asGMT = Date(timeIntervalSince1970: Double(number) * 86_400 + Double(second))
        let near = asGMT.addingTimeInterval(-Double(zone.secondsFromGMT(for: asGMT)))
        return asGMT.addingTimeInterval(-Double(zone.secondsFromGMT(for: near)))
    }

    /// Year, month and day of month. The method is Howard Hinnant's `civil_from_days`
    /// ("chrono-Compatible Low-Level Date Algorithms", 2013): years begin in March.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Day: Strideable {
    package func distance(to other: Day) -> Int { other.number - number }
    package func advanced(by days: Int) -> Day { Day(number: number + days) }
}

extension Day: CustomStringConvertible {
    /// ISO 8601: `2026-11-24`.
    package var description: String {
        let (year, month, day) = components
        return [(year, 4), (month, 2), (day, 2)]
            .map { value, width in String(repeating: "0", count: max(0, width - String(value).count)) + String(value) }
            .joined(separator: "-")
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a date like 2026-11-24")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// In the order of the week, as ISO 8601 has it.
package enum Weekday: String, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
