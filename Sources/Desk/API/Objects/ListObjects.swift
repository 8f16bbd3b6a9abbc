internal import Dossiers
internal import Foundation
internal import Insight
internal import Ledger
internal import Triage

/// A dossier that waits for a person.
struct WaitingObject: Described {
    var dossier: String
    var decision: String
    var reason: String
    var returned: Bool
    var code: String?
    var name: String?
    var probability: Double?
    var due: String?
    var since: String
    var source: String
    var pages: [Int]

    init(_ item: ReviewItem) {
        dossier = item.dossier
        decision = item.decision.rawValue
        reason = item.reason
        returned = item.reason.hasPrefix(Ledger.returned)
        code = item.procedureCode
        name = item.procedureName
        probability = item.probability
        due = item.due.map(LocalTime.text)
        since = LocalTime.text(item.triagedAt)
        source = item.source
        pages = item.pages
    }

    static let schema = Schema.named(
        "Waiting",
        .object([
            .must("dossier", .text()), .must("decision", .word(["auto", "review", "quarantined"])),
            .must("reason", .text()), .must("returned", .flag, "A unit gave it back: citizens wait for it already."),
            .may("code", .text(), "A suggestion only."), .may("name", .text()), .may("probability", .number),
            .may("due", .time), .must("since", .time), .must("source", .text()), .must("pages", .list(.integer())),
        ]))
}

/// A dossier that was looked for.
struct HitObject: Described {
    struct Item: Described {
        var item: String
        var unit: String
        var state: String
        var due: String?

        static let schema = Schema.object([
            .must("item", .text()), .must("unit", .text()), .must("state", .words(QueueItem.State.self)),
            .may("due", .time),
        ])
    }

    var dossier: String
    var number: String?
    var source: String
    var applicant: String?
    var code: String?
    var name: String?
    var items: [Item]

    /// - Parameter own: Those of its items that the one who asks may know of.
    init(_ hit: SearchHit, own: [QueueItem]) {
        dossier = hit.dossier
        number = hit.number
        source = hit.source
        applicant = hit.applicant
        code = hit.procedureCode
        name = hit.procedureName
        items = own.map {
            Item(item: $0.id, unit: $0.unit, state: $0.state.rawValue, due: $0.due.map(LocalTime.text))
        }
    }

    static let schema = Schema.named(
        "Hit",
        .object([
            .must("dossier", .text()), .may("number", .text()), .must("source", .text()), .may("applicant", .text()),
            .may("code", .text()), .may("name", .text()), .must("items", .list(Item.schema)),
        ]))
}

struct HitsObject: Described {
    var rows: [HitObject]
    var more: Bool

    static let schema = Schema.object([
        .must("rows", .list(HitObject.schema), "As many words as bear their marks first, then the newest."),
        .must("more", .flag, "There are more than are shown: give another word."),
    ])
}

/// Something that happened.
struct EventObject: Described {
    var event: Int
    var at: String
    var kind: String
    var scan: String?
    var page: Int?
    var dossier: String?
    var item: String?
    var actor: String?
    var detail: [String: String]

    init(_ event: LedgerEvent) {
        self.event = event.sequence
        at = LocalTime.text(event.at)
        kind = event.kind.rawValue
        scan = event.scan
        page = event.page
        dossier = event.dossier
        item = event.item
        actor = event.actor
        detail = event.shownDetail
    }

    static let schema = Schema.named(
        "Event",
        .object([
            .must("event", .integer(), "1, 2, 3, … without gaps."), .must("at", .time),
            .must("kind", .words(LedgerEvent.Kind.self)), .may("scan", .text()), .may("page", .integer()),
            .may("dossier", .text()), .may("item", .text()), .may("actor", .text()),
            .must("detail", .map(.text()), "Times in it are milliseconds since 1970."),
        ]))
}

/// A report: the rows that `hoso report NAME --json` prints.
struct ReportObject: Described {
    var from: String
    var to: String
    var rows: [ReportRow]

    static let schema = Schema.object([
        .must("from", .day), .must("to", .day),
        .must("rows", .list(.map(.anything)), "Each with its table's name in `report`; shares are 0 to 1."),
    ])
}
