internal import Dossiers
internal import Foundation

extension Transaction {
    /// Counts an event that this transaction appends. Written with the transaction's end.
    func tally(_ event: CountedEvent, scan: String?, dossier: String?, item: String?) throws {
        guard event.isCounted else { return }
        var event = event
        // Events from before confidence was counted do not tell it.
        if event.kind == .dossierTriaged, event.detail["confidence"] == nil, let dossier {
            event.detail["confidence"] = try confidence(of: dossier)
        }
        var change = TallyChange()
        if let item {
            let before = try standing(of: item)
            let after: ItemStanding?
            if event.kind == .itemProposed || before == nil {
                let fresh = ItemStanding(proposed: event, row: try facts(of: item))
                fresh.begin(event, triagedAt: try dossier.flatMap { try triagedAt($0) }, into: &change)
                // An item without a proposal is one from before items had events: it is counted from its first.
                after = event.kind == .itemProposed ? fresh : fresh.after(event, into: &change)
            } else {
                after = before?.after(event, into: &change)
            }
            pending.with { $0.items[item] = .some(after) }
        } else {
            let receivedAt = event.kind == .scanCounted ? try scan.flatMap { try self.receivedAt($0) } : nil
            event.count(scanReceivedAt: receivedAt, into: &change)
        }
        pending.with { $0.change.add(change) }
    }

    private func standing(of item: String) throws -> ItemStanding? {
        if let known = pending.with({ $0.items[item] }) { return known }
        guard !pending.isRecount else { return nil }
        return try row("SELECT * FROM tally_items WHERE item = $1", .text(item)) { try ItemStanding(row: $0) }
    }

    /// What the item's row says, for events from before they said it themselves.
    private func facts(of item: String) throws -> ItemFacts? {
        try row(
            """
            SELECT q.unit, d.procedure_code, q.channel, q.registered_at, q.due_at
            FROM queue_items q JOIN dossiers d ON d.id = q.dossier WHERE q.id = $1
            """,
            .text(item)
        ) { row in
            ItemFacts(
                unit: try row.text("unit"), procedure: try row.textOrNil("procedure_code"),
                channel: try row.wordOrNil("channel"), received: OfficeDay.number(of: try row.time("registered_at")),
                due: try row.timeOrNil("due_at").map { OfficeDay.number(of: $0) })
        }
    }

    private func triagedAt(_ dossier: String) throws -> Int64? {
        try row("SELECT triaged_at FROM dossiers WHERE id = $1", .text(dossier)) {
            try $0.integerOrNil("triaged_at").map { Int64($0) }
        } ?? nil
    }

    private func receivedAt(_ scan: String) throws -> Int64? {
        try row("SELECT received_at FROM scans WHERE id = $1", .text(scan)) { Int64(try $0.integer("received_at")) }
    }
}

extension CountedEvent {
    /// Whether the tallies look at it at all: most events are of pages, which the dossier's event adds up.
    var isCounted: Bool {
        switch kind {
        case .scanCounted, .dossierTriaged, .dossierConfirmed, .auditJudged, .itemProposed, .itemAccepted,
            .itemReturned, .itemPaused,
            .itemResumed, .itemCompleted, .itemHandedOver, .itemRefused, .itemWithdrawn, .itemMoved, .itemDueChanged:
            true
        default: false
        }
    }

    /// Counts an event that is no item's.
    fileprivate func count(scanReceivedAt: Int64?, into change: inout TallyChange) {
        switch kind {
        case .scanCounted:
            guard let scanReceivedAt else { return }
            change.take(at - scanReceivedAt, for: .scan, on: day, TallyPlace(unit: "", procedure: ""))
        case .dossierTriaged:
            countTriage(into: &change)
        case .auditJudged:
            change.pair(.audited, detail["decided"] ?? "", detail["found"] ?? "", on: day)
        case .dossierConfirmed:
            change.pair(.confirmed, detail["suggested"] ?? "", detail["procedure"] ?? "", on: day)
        default: break
        }
    }

    private func countTriage(into change: inout TallyChange) {
        let place = TallyPlace(unit: detail["unit"] ?? "", procedure: detail["procedure"] ?? "")
        switch detail["decision"].flatMap({ Decision(rawValue: $0) }) {
        case .auto: change.count(.dossiersAuto, on: day, place)
        case .review: change.count(.dossiersReview, on: day, place)
        case .quarantined: change.count(.dossiersQuarantined, on: day, place)
        case nil: break
        }
        if let why = detail["why"] { change.pair(.review, why, "", on: day) }
        if let step = detail["confidence"] { change.pair(.confidence, detail["model"] ?? "", step, on: day) }
        change.count(.pages, detail["pages"].flatMap { Int($0) } ?? 0, on: day, place)
        for (name, stage) in [("read-ms", DossierStage.read), ("understand-ms", .understand)] {
            if let taken = detail[name].flatMap({ Int64($0) }) { change.take(taken, for: stage, on: day, place) }
        }
    }
}

extension ItemStanding {
    init(row: ResultRow) throws {
        place = TallyPlace(unit: try row.text("unit"), procedure: try row.text("procedure_code"))
        channel = try row.word("channel")
        received = try row.integer("received")
        phase = try row.word("phase")
        since = Int64(try row.integer("since"))
        worked = Int64(try row.integer("worked"))
        due = try row.integerOrNil("due")
        pausedFor = try row.textOrNil("paused_for")
    }
}
