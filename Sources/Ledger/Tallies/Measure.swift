/// What the tallies count, for each day, unit and procedure. The names are the columns'.
package enum Measure: String, CaseIterable, Sendable {
    // Dossiers, on the day of their triage, under the unit that leads.
    case dossiersAuto = "dossiers_auto"
    case dossiersReview = "dossiers_review"
    case dossiersQuarantined = "dossiers_quarantined"
    case pages

    // Items, on the day on which the citizen handed the dossier in.
    case receivedCounter = "received_counter"
    case receivedOnline = "received_online"
    case receivedPost = "received_post"
    /// Items whose two limits are known, and the days from receipt to the two dates, added up.
    case limited
    case statutoryDays = "statutory_days"
    case promisedDays = "promised_days"

    // Items, on the day of the event.
    case accepted
    /// Given back as another unit's.
    case returned
    case movedIn = "moved_in"
    case movedOut = "moved_out"
    case closedEarly = "closed_early"
    case closedOnTime = "closed_on_time"
    case closedLate = "closed_late"
    /// Done, and nothing was due.
    case closedUndated = "closed_undated"
    /// Refused after it was accepted.
    case refused
    case withdrawn
    case handedOver = "handed_over"
    case satisfactionGiven = "satisfaction_given"
    case satisfactionPoints = "satisfaction_points"
    case complaints

    // Changes of a stock: added up to a day they are what there was at the end of that day.
    /// Items that wait for the citizen's supplement.
    case waiting
    /// Items past their date. What is due one day changes it on the next, so days to come hold what will be late.
    case overdue

    /// How an item that is received changes what a unit has, and one that goes out of its hands.
    package static let gains: [Measure] = [.receivedCounter, .receivedOnline, .receivedPost, .movedIn]
    package static let losses: [Measure] = [
        .movedOut, .closedEarly, .closedOnTime, .closedLate, .closedUndated, .refused, .withdrawn,
    ]
}

/// What a counted thing falls under.
package struct TallyPlace: Hashable, Sendable {
    /// A unit's identifier; empty for none.
    package var unit: String
    /// A procedure's code; empty for none.
    package var procedure: String

    package init(unit: String, procedure: String) {
        self.unit = unit
        self.procedure = procedure
    }

    /// Where items go that the office never took on: no report counts them.
    package static let outside = "-"
}
