package import Dossiers
package import Foundation

extension WorkCalendar {
    /// The due date of something whose clock stood still for a while.
    ///
    /// A day does not count where the clock stands still when the office closes: a wait that ends on the day on
    /// which it began costs nothing. Waits that begin when the dossier is late already put nothing off, except that
    /// a supplement under `restart` begins the count anew.
    ///
    /// - Parameter standstills: Over, in the order of time, none overlapping another.
    /// - Throws: `DeadlineError` where the calendar does not reach.
    package func deadline(
        received: Date, limit: TimeLimit, isSameDay: Bool = false, extraDays: Int = 0, standstills: [Standstill]
    ) throws(DeadlineError) -> Deadline {
        var start = received
        var left: [Standstill] = []
        var shifts: [Standstill] = []
        for still in standstills {
            let policy =
                still.kind == .excluded ? .recount : try supplementPolicy(on: Day(still.from, in: timeZone))
            switch policy {
            case .restart:
                start = still.until
                left = []
                shifts = []
            case .recount: left.append(still)
            case .pause: shifts.append(still)
            }
        }
        var deadline = try counted(
            received: start, limit: limit, isSameDay: isSameDay, extraDays: extraDays, standstills: left)
        deadline.received = received
        for still in shifts where still.from <= deadline.due {
            try shift(&deadline, by: still)
        }
        return deadline
    }

    /// The policy for a supplement asked for on a day; without rules, days of the wait are left out.
    package func supplementPolicy(on day: Day) throws(DeadlineError) -> SupplementPolicy {
        guard let first = supplementRules.first else { return .recount }
        guard day >= first.from else { throw .noSupplementRule(day) }
        return supplementRules.last { $0.from <= day }?.policy ?? first.policy
    }

    private func shift(_ deadline: inout Deadline, by still: Standstill) throws(DeadlineError) {
        let days = Day(still.until, in: timeZone).number - Day(still.from, in: timeZone).number
        guard days > 0 else { return }
        let due = Day(deadline.due, in: timeZone)
        var day = Day(number: due.number + days)
        var status = try status(of: day)
        while !status.isWorking {
            deadline.days.append(Deadline.CountedDay(day: day, total: nil, reason: status.reason, doubt: status.doubt))
            day = day.next
            status = try self.status(of: day)
        }
        deadline.days.append(
            Deadline.CountedDay(
                day: day, total: deadline.limit.amount,
                reason: "put off by a wait of \(days) days, to a working day: \(status.reason)", doubt: status.doubt))
        if let doubt = status.doubt { deadline.doubts.append("\(day): \(doubt)") }
        deadline.due = day.moment(second: closing(on: day), in: timeZone)
    }
}
