package import Foundation

/// A message to a unit's own system: what has happened to one of its items.
package struct Delivery: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case waiting
        /// The receiver has said that it has it.
        case delivered
        /// Given up; a person looks, and sends it again.
        case dead
    }

    /// The same for every attempt: what the receiver knows a message by that it gets twice.
    package var id: String
    /// 1, 2, 3, … in the order of the events.
    package var number: Int
    package var unit: String
    package var kind: LedgerEvent.Kind
    package var item: String
    package var dossier: String
    /// JSON, as it was when the event was written.
    package var message: String
    package var state: State
    /// Attempts since it was written, or since a person sent it again.
    package var tries: Int
    /// The next attempt is made then, or later.
    package var dueAt: Date
    /// What was wrong with the last attempt.
    package var problem: String?
    package var writtenAt: Date
    /// When it was delivered or given up.
    package var settledAt: Date?
}

/// One attempt to deliver a message, as it ended.
package struct DeliveryAttempt: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case delivered
        /// Tried again then.
        case failed(again: Date)
        case gaveUp
    }

    package var delivery: String
    package var madeAt: Date
    package var seconds: Double
    /// Of the answer, where there was one.
    package var status: Int?
    /// In words, nothing of what was sent or answered; nil where it was delivered.
    package var problem: String?
    package var outcome: Outcome

    package init(
        delivery: String, madeAt: Date, seconds: Double, status: Int?, problem: String?, outcome: Outcome
    ) {
        self.delivery = delivery
        self.madeAt = madeAt
        self.seconds = seconds
        self.status = status
        self.problem = problem
        self.outcome = outcome
    }
}

/// How many messages are in which state.
package struct DeliveryCounts: Hashable, Sendable {
    package var waiting: Int
    package var delivered: Int
    package var dead: Int
}

extension Delivery {
    init(row: ResultRow) throws {
        id = try row.text("id")
        number = try row.integer("number")
        unit = try row.text("unit")
        kind = try row.word("kind")
        item = try row.text("item")
        dossier = try row.text("dossier")
        message = try row.text("message")
        state = try row.word("state")
        tries = try row.integer("tries")
        dueAt = try row.time("due_at")
        problem = try row.textOrNil("problem")
        writtenAt = try row.time("written_at")
        settledAt = try row.timeOrNil("settled_at")
    }
}
