import Foundation
package import Ledger
import Routing

extension Pipeline {
    /// An item's due dates after its clock stood still.
    ///
    /// What was put off by hand stays put off: a date that the count would bring forward is left as it is.
    ///
    /// - Returns: Nil where the procedure has no limit that could be counted.
    /// - Throws: `DeadlineError` where the calendar does not reach.
    package func dates(of item: QueueItem, after pauses: [Pause]) throws -> DueDates? {
        guard let code = item.procedureCode, let procedure = catalogue[code],
            procedure.timeLimit(through: item.channel ?? channel) != nil
        else { return nil }
        let standstills = pauses.compactMap { pause in
            pause.until.map {
                Standstill(kind: pause.why == .supplement ? .supplement : .excluded, from: pause.from, until: $0)
            }
        }
        let promise = try router.promise(
            of: procedure, at: place, received: item.registeredAt, channel: item.channel ?? channel,
            standstills: standstills)
        var cause = DueDates.Cause.recounted
        if let last = standstills.last, last.kind == .supplement {
            switch try router.calendar.supplementPolicy(on: Day(last.from, in: router.calendar.timeZone)) {
            case .restart: cause = .restarted
            case .recount: cause = .recounted
            case .pause: cause = .resumed
            }
        }
        return DueDates(
            due: item.due.map { max($0, promise.due) } ?? promise.due,
            statutory: item.statutoryDue.map { max($0, promise.statutory.due) } ?? promise.statutory.due, cause: cause)
    }
}
