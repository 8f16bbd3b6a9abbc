package import Foundation

/// Days as the tallies count them: since 1 January 1970, by the clock on the office's wall.
///
/// Vietnam keeps one time, seven hours ahead of Greenwich, without summer time; so a day needs no time zone's table.
package enum OfficeDay {
    private static let aheadOfGreenwich = 7.0 * 3_600

    package static func number(of time: Date) -> Int {
        Int(((time.timeIntervalSince1970 + aheadOfGreenwich) / 86_400).rounded(.down))
    }

    /// The moment with which a day begins.
    package static func start(of day: Int) -> Date {
        Date(timeIntervalSince1970: Double(day) * 86_400 - aheadOfGreenwich)
    }

    /// The first day of a day's month and of its year.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013); years begin in March.
    package static func starts(of day: Int) -> (month: Int, year: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5
        // January and February close the year that began in March: 306 days lie before 1 January.
        let isLeap = { (year: Int) in year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        let civilYear = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let sinceJanuary = month >= 10 ? dayOfYear - 306 : dayOfYear + (isLeap(civilYear) ? 60 : 59)
        return (day - dayOfMonth, day - sinceJanuary)
    }
}
