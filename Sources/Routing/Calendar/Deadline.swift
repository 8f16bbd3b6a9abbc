package import Dossiers
package import Foundation

/// A due date and how it came about.
package struct Deadline: Hashable, Sendable {
    /// One day of the count.
    package struct CountedDay: Hashable, Sendable {
        package var day: Day
        /// How much of the limit has run after this day, in the limit's unit; nil for a day that does not count.
        package var total: Double?
        package var reason: String
        /// What is not certain about this day.
        package var doubt: String?
    }

    package var received: Date
    /// The moment the dossier counts as received: `received`, or the opening of a later working day.
    package var countedFrom: Date
    /// With the days that the place adds.
    package var limit: TimeLimit
    package var due: Date
    /// From the day of receipt to the due date.
    package var days: [CountedDay]
    /// What is not certain about it, in words.
    package var doubts: [String]
}

/// Why there is no due date.
package enum DeadlineError: Error, Hashable, Sendable, CustomStringConvertible {
    case noTimeLimit(procedure: String)
    case beyondCalendar(Day, ClosedRange<Day>)
    case noReceiptRule(Day)
    case noSupplementRule(Day)

    package var description: String {
        switch self {
        case .noTimeLimit(let procedure):
            "the catalogue gives no time limit for procedure \(procedure): set the due date by hand, "
                + "or add “limit” to its line in the catalogue"
        case .beyondCalendar(let day, let range):
            "the calendar holds \(range.lowerBound) to \(range.upperBound), not \(day): "
                + "add that year's days to the calendar file"
        case .noSupplementRule(let day):
            "the calendar has no policy for supplements asked for on \(day): "
                + "add one under “supplements” in the calendar file"
        case .noReceiptRule(let day):
            "the calendar has no receipt rule for \(day): add one under “receipt” in the calendar file"
        }
    }
}
