package import Foundation

/// How an office divides a time limit among its stages (quy trình nội bộ), in working days.
///
/// Handling gets what the others leave. Where they would take more than half of a short limit, each gets its share of
/// that half; a procedure that is due the same day has no stages.
package struct StageBudget: Hashable, Sendable {
    package enum Stage: String, CaseIterable, Hashable, Sendable {
        case intake
        case assignment
        case handling
        /// Digitizing the result and handing it over.
        case `return`
    }

    package var intake: Double
    package var assignment: Double
    package var `return`: Double

    /// Domain default where an office has none of its own: half a day, one day, half a day.
    package init(intake: Double = 0.5, assignment: Double = 1, return: Double = 0.5) {
        self.intake = intake
        self.assignment = assignment
        self.return = `return`
    }

    /// When each stage should be over, in order; the last is due with the dossier.
    ///
    /// - Parameter deadline: How the due date came about: from `countedFrom` on office time is divided.
    /// - Throws: `DeadlineError` where the calendar does not reach.
    package func ends(
        of deadline: Deadline, isSameDay: Bool, in calendar: WorkCalendar
    ) throws(DeadlineError) -> [(stage: Stage, end: Date)] {
        guard !isSameDay else { return [(.return, deadline.due)] }
        let whole = try calendar.officeSeconds(from: deadline.countedFrom, to: deadline.due)
        let day = calendar.hours.reduce(0) { $0 + $1.close - $1.open }
        let fixed = [intake, assignment, `return`].map { $0 * Double(day) }
        let share = min(1, Double(whole) / 2 / max(fixed.reduce(0, +), 1))
        let marks = [fixed[0] * share, (fixed[0] + fixed[1]) * share, Double(whole) - fixed[2] * share]
        var ends: [(stage: Stage, end: Date)] = []
        for (stage, mark) in zip(Stage.allCases, marks) {
            ends.append((stage, try calendar.moment(after: Int(mark), from: deadline.countedFrom)))
        }
        return ends + [(.return, deadline.due)]
    }
}

extension WorkCalendar {
    /// Office time between two moments.
    ///
    /// - Complexity: O(days between them).
    package func officeSeconds(from start: Date, to end: Date) throws(DeadlineError) -> Int {
        var day = Day(start, in: timeZone)
        let last = Day(end, in: timeZone)
        var seconds = 0
        while day <= last {
            if try status(of: day).isWorking {
                let (from, until) = (second(of: start, on: day), second(of: end, on: day))
                for stretch in hours(on: day) {
                    seconds += max(0, min(stretch.close, until) - max(stretch.open, from))
                }
            }
            day = day.next
        }
        return seconds
    }

    /// The moment at which so much office time has passed.
    package func moment(after seconds: Int, from start: Date) throws(DeadlineError) -> Date {
        var left = seconds
        var day = Day(start, in: timeZone)
        while true {
            if try status(of: day).isWorking {
                let from = second(of: start, on: day)
                for stretch in hours(on: day) where stretch.close > from {
                    let begin = max(stretch.open, from)
                    if left <= stretch.close - begin { return day.moment(second: begin + left, in: timeZone) }
                    left -= stretch.close - begin
                }
            }
            day = day.next
        }
    }
}
