package import Dossiers
package import Foundation

/// The law's due date, and beside it the earlier one that the office promises.
package struct Promise: Hashable, Sendable {
    package var statutory: Deadline
    /// Nil where the office keeps to the law's limit.
    package var reduced: Deadline?

    /// What the citizen is told.
    package var due: Date { min(reduced?.due ?? statutory.due, statutory.due) }

    /// The share of the law's limit that the office does without, 0…1; nil where it promises nothing, or the two limits
    /// are given in different units.
    package var reduction: Double? {
        guard let reduced, reduced.limit.unit == statutory.limit.unit, statutory.limit.amount > 0 else { return nil }
        return max(0, 1 - reduced.limit.amount / statutory.limit.amount)
    }
}

extension Router {
    /// The two due dates of a dossier whose clock may have stood still.
    ///
    /// - Throws: `DeadlineError`.
    package func promise(
        of procedure: Procedure, at place: Place, received: Date, channel: Channel, standstills: [Standstill] = []
    ) throws(DeadlineError) -> Promise {
        let statutory = try deadline(
            of: procedure, at: place, received: received, channel: channel, standstills: standstills
        ).get()
        guard let limit = reducedLimits[procedure.code] else { return Promise(statutory: statutory) }
        // What the law adds in difficult places the office adds as well.
        let reduced = try calendar.deadline(
            received: received, limit: limit, isSameDay: procedure.isSameDay,
            extraDays: extraDays(of: procedure, at: place), standstills: standstills)
        return Promise(statutory: statutory, reduced: reduced)
    }

    func extraDays(of procedure: Procedure, at place: Place) -> Int {
        place.difficulty == .difficult ? procedure.extraDaysInDifficultPlaces : 0
    }
}
