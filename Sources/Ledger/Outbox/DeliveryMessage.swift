internal import Foundation

/// What a unit's system is told of an event: identifiers, states and dates, and nothing that was read off a page.
struct DeliveryMessage: Encodable {
    struct Item: Encodable {
        var id: String
        /// The unit that has it after the event.
        var unit: String
        var state: String
        var due: String?
    }

    struct Procedure: Encodable {
        var code: String
        var name: String?
    }

    struct Dossier: Encodable {
        var id: String
        /// Its national number (mã số hồ sơ), from the day it was accepted.
        var number: String?
        var procedure: Procedure?
    }

    var id: String
    var type: String
    /// The event's number in the ledger: of two messages on one item, the later has the higher.
    var event: Int
    var at: String
    /// The unit that the message is for.
    var recipient: String
    var item: Item
    var dossier: Dossier
}

/// Times in messages: UTC, ISO 8601, to the millisecond.
enum MessageTime {
    static func text(_ time: Date) -> String {
        time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
