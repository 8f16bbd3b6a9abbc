package import Foundation

/// A stretch during which the clock of a dossier stood still.
package struct Standstill: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The citizen was asked for a supplement: what that does to the count is the period's policy.
        case supplement
        /// A wait that the law leaves out: financial obligations, posting, expertise, verification.
        case excluded
    }

    package var kind: Kind
    package var from: Date
    package var until: Date

    package init(kind: Kind, from: Date, until: Date) {
        self.kind = kind
        self.from = from
        self.until = until
    }
}

/// What a supplement does to the count.
package enum SupplementPolicy: String, CaseIterable, Hashable, Sendable {
    /// The whole limit anew, from the moment the dossier is complete.
    case restart
    /// Counted from the day of receipt, day by day; the days of the wait do not count.
    case recount
    /// The old due date, put off by the calendar days of the wait less one, and then to the next working day: as
    /// one-stop systems have done it.
    case pause
}

/// The policy for supplements that are asked for in a period. Data, because decrees change it.
package struct SupplementRule: Hashable, Sendable {
    /// First day of the period; it lasts until the next rule's.
    package var from: Day
    package var policy: SupplementPolicy

    package init(from: Day, policy: SupplementPolicy) {
        self.from = from
        self.policy = policy
    }
}
