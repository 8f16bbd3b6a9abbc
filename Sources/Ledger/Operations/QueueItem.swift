package import Dossiers
package import Foundation

/// A dossier in a unit's queue.
package struct QueueItem: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// HoSo's suggestion; an officer accepts or returns it.
        case proposed
        /// An officer works on it.
        case accepted
        /// The clock stands still: the citizen owes a supplement, or the law leaves the wait out.
        case paused
        /// The result is there; the citizen does not have it yet.
        case completed
        case handedOver = "handed-over"
        /// Not this unit's, and nobody has said whose: it waits to be given to another.
        case returned
        case refused
        /// The citizen took the dossier back.
        case withdrawn

        /// Whether a unit still has something to do about it.
        package var isOpen: Bool { [.proposed, .accepted, .paused].contains(self) }
    }

    package var id: String
    package var dossier: String
    package var unit: String
    package var state: State
    /// What the office promised.
    package var due: Date?
    /// What the law allows: `due`, or later.
    package var statutoryDue: Date?
    package var openedAt: Date
    /// When the citizen handed the dossier in.
    package var registeredAt: Date
    package var acceptedAt: Date?
    package var completedAt: Date?
    package var handedOverAt: Date?
    /// Who accepted it.
    package var officer: String?
    /// Nil in ledgers from before channels were kept.
    package var channel: Channel?
    /// The field of administration (lĩnh vực).
    package var field: String?
    /// What a paused item waits for.
    package var pausedFor: PauseReason?
    /// How often its due date was put off.
    package var extensions: Int
    /// The dossier's number (mã số hồ sơ): the code of the receipt in it, or one given when it was accepted.
    package var number: String?
    /// Nil where nothing was suggested.
    package var procedureCode: String?
    package var procedureName: String?
    package var scan: String
    /// The scan file's name.
    package var source: String
    /// The dossier's pages in it, 1-based.
    package var pages: [Int]
}

/// Why a deadline stands still.
package enum PauseReason: String, CaseIterable, Sendable {
    /// The citizen was asked for papers that are missing.
    case supplement
    /// Taxes and fees that the citizen has to pay (nghĩa vụ tài chính).
    case financialObligation = "financial-obligation"
    /// Public posting (niêm yết công khai).
    case posting
    /// An expert's opinion (giám định).
    case expertise
    /// Facts that another office has to confirm (xác minh).
    case verification
    /// A violation of law that must be dealt with first (xử lý vi phạm).
    case violation
    /// From a ledger that did not keep reasons.
    case unknown
}

/// A stretch during which an item's clock stood still.
package struct Pause: Hashable, Sendable {
    package var why: PauseReason
    package var from: Date
    /// Nil while it lasts.
    package var until: Date?

    package init(why: PauseReason, from: Date, until: Date?) {
        self.why = why
        self.from = from
        self.until = until
    }
}

/// The two dates of an item, and by which rule they came about.
package struct DueDates: Hashable, Sendable {
    package enum Cause: String, Sendable {
        case `extension`
        /// The old date, put off by the wait.
        case resumed
        /// Counted from the beginning, the wait left out.
        case recounted
        /// The whole limit anew, from the day on which the supplement came.
        case restarted
    }

    /// What the office promises.
    package var due: Date?
    package var statutory: Date?
    package var cause: Cause

    package init(due: Date?, statutory: Date?, cause: Cause) {
        self.due = due
        self.statutory = statutory
        self.cause = cause
    }
}
