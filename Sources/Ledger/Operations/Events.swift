package import Foundation

/// What has happened, in the order in which it was committed. Written once, never changed.
package struct LedgerEvent: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case scanRegistered = "scan.registered"
        /// The same bytes, met again under another path.
        case scanSighted = "scan.sighted"
        case scanCounted = "scan.counted"
        case scanQuarantined = "scan.quarantined"
        case scanSplit = "scan.split"
        case scanTriaged = "scan.triaged"
        case pageRead = "page.read"
        /// An attempt that failed; the page is tried again.
        case pageFailed = "page.failed"
        case pageQuarantined = "page.quarantined"
        case dossierTriaged = "dossier.triaged"
        case itemProposed = "item.proposed"
        case itemAccepted = "item.accepted"
        /// Misrouted: `to` names the right unit where the officer knows it. A label for the model.
        case itemReturned = "item.returned"
        /// A message to a unit's own system that nobody tries to deliver any more.
        case deliveryGivenUp = "delivery.given-up"
        case deliveryResent = "delivery.resent"
        /// The clock stands still; `why` says for what, `reason` and `papers` (one a line) what the citizen was told.
        case itemPaused = "item.paused"
        case itemResumed = "item.resumed"
        case itemCompleted = "item.completed"
        /// The citizen has the result: `satisfaction` (1…5) where it was given, `complaint` (yes, no).
        case itemHandedOver = "item.handed-over"
        case itemRefused = "item.refused"
        case itemWithdrawn = "item.withdrawn"
        /// Another unit has it: `from`, `to`, `why` (returned, reorganization).
        case itemMoved = "item.moved"
        /// Milliseconds since 1970 in `from` and `to`, `why` (extension, resumed, recounted, restarted).
        case itemDueChanged = "item.due-changed"
        /// A person has decided that units merge, split, are renamed or closed.
        case unitsReorganized = "units.reorganized"
        /// A dossier that was decided alone is to be looked at by a supervisor.
        case auditDrawn = "audit.drawn"
        /// A supervisor has said what it is: `decided` and `found` are procedures' codes.
        case auditJudged = "audit.judged"
        /// A person has said what it is: `procedure`, what was `suggested`, and the names of the fields that were
        /// `corrected`. A label for the model.
        case dossierConfirmed = "dossier.confirmed"
        /// A person has said that it is nothing to work on.
        case dossierDismissed = "dossier.dismissed"
        /// A person has opened it.
        case dossierViewed = "dossier.viewed"
        /// A person has printed its receipt.
        case receiptPrinted = "receipt.printed"
        /// A person has put a file in at the desk.
        case scanUploaded = "scan.uploaded"
        /// A person has had a page read again, turned by `turned` degrees.
        case pageTurned = "page.turned"
        /// A person has divided a scan otherwise: `dossiers` counts the new ones.
        case scanDivided = "scan.divided"
        /// `account` and `role`; the actor is who added it.
        case accountAdded = "account.added"
        /// `account`, and `what`: password, closed.
        case accountChanged = "account.changed"
        case sessionStarted = "session.started"
        case sessionEnded = "session.ended"
        /// A wrong password: `account`, and how many in a row.
        case sessionRefused = "session.refused"
        /// `model` is one more version of the model.
        case modelAdded = "model.added"
        /// `model` decides from now on, no longer `from`; empty is the pipeline's own. `reason` says on what evidence.
        case modelPromoted = "model.promoted"
        case modelRolledBack = "model.rolled-back"
        /// `model` decides beside the one that serves, and nothing is done on its word; empty for none.
        case modelShadowed = "model.shadowed"
        /// `account`, and the beginning of the token's digest.
        case tokenIssued = "token.issued"
        case tokenRevoked = "token.revoked"
        /// Somebody looked for dossiers: how many `words`, how many `hits`; never the words.
        case searchMade = "search.made"
        /// One of a newer hoso, whose kind this one does not know: `LedgerEvent.word` has it. Never written.
        case other
    }

    /// 1, 2, 3, … without gaps.
    package var sequence: Int
    package var at: Date
    package var kind: Kind
    /// The kind as it is stored.
    package var word: String
    package var scan: String?
    /// 1-based in the scan.
    package var page: Int?
    package var dossier: String?
    package var item: String?
    /// Who did it, where a person did.
    package var actor: String?
    package var detail: [String: String]
}

extension Ledger {
    /// A scan's events, those of its pages and dossiers among them, oldest first.
    package func events(ofScan scan: String) async throws -> [LedgerEvent] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT * FROM events WHERE scan = $1 AND happened_at >= \(DossierID.beginning(of: scan)) ORDER BY sequence
                """,
                .text(scan), make: LedgerEvent.init)
        }
    }

    /// A dossier's events, those of its queue items among them, oldest first.
    package func events(ofDossier dossier: String) async throws -> [LedgerEvent] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT * FROM events WHERE dossier = $1 AND happened_at >= \(DossierID.beginning(of: dossier)) ORDER BY sequence
                """,
                .text(dossier), make: LedgerEvent.init)
        }
    }
}

extension LedgerEvent {
    init(row: ResultRow) throws {
        sequence = try row.integer("sequence")
        at = try row.time("happened_at")
        word = try row.text("kind")
        kind = Kind(rawValue: word) ?? .other
        scan = try row.textOrNil("scan")
        page = try row.integerOrNil("page")
        dossier = try row.textOrNil("dossier")
        item = try row.textOrNil("item")
        actor = try row.textOrNil("actor")
        detail = try StoredJSON.value([String: String].self, in: row.text("detail"), of: "event \(sequence)")
    }
}

extension Transaction {
    /// Appends an event. `detail` holds kinds, counts and reasons, nothing read off a page.
    func append(
        _ kind: LedgerEvent.Kind, at now: Date, scan: String? = nil, page: Int? = nil, dossier: String? = nil,
        item: String? = nil, actor: String? = nil, detail: [String: String] = [:]
    ) throws {
        let event = ChainedEvent(
            sequence: try next("event"), at: now.milliseconds, kind: kind.rawValue, scan: scan, page: page,
            dossier: dossier, item: item, actor: actor, detail: try StoredJSON.text(of: detail))
        try run(
            """
            INSERT INTO events (sequence, happened_at, kind, scan, page, dossier, item, actor, detail, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .integer(event.sequence), .integer(event.at), .text(event.kind), .text(scan), .integer(page),
            .text(dossier), .text(item), .text(actor), .text(event.detail),
            .text(event.hash(after: try hash(ofEvent: event.sequence - 1, before: event.at))))
        try tally(
            CountedEvent(kind: kind, at: event.at, detail: detail, isPersons: actor != nil), scan: scan,
            dossier: dossier, item: item)
        if let item { try tell(of: kind, event: event.sequence, at: now, item: item, detail: detail) }
    }

    /// The next number of a counter. The counter's row stays locked until the transaction ends, so the
    /// numbers follow the order of commits and one that is rolled back leaves no gap.
    func next(_ counter: String) throws -> Int {
        let number = try row(
            "UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value", .text(counter)
        ) { try $0.integer("value") }
        guard let number else { throw LedgerError.damaged("the counter \(counter) is missing") }
        return number
    }

    /// What is wrong with the row of events, in words.
    func missingEvents() throws -> [String] {
        let found = try row(
            """
            SELECT COUNT(*) AS events, COALESCE(MAX(sequence), 0) AS last,
                (SELECT value FROM counters WHERE name = 'event') AS given
            FROM events
            """
        ) { (events: try $0.integer("events"), last: try $0.integer("last"), given: try $0.integer("given")) }
        guard let found, found.events != found.given || found.last != found.given else { return [] }
        return ["\(found.given) events were written, \(found.events) are there, the last of them \(found.last)"]
    }
}
