package import Foundation
package import Ledger
package import Routing

/// From one pair of hands to the next: a row of the slip that travels with a dossier.
package struct HandOver: Hashable, Sendable {
    package enum Party: Hashable, Sendable {
        /// The one-stop desk (bộ phận tiếp nhận và trả kết quả).
        case desk
        /// By its identifier.
        case unit(String)
        /// Whoever handles it in the unit: the ledger does not know before it is written in.
        case handler
        case citizen
    }

    package enum Ending: Hashable, Sendable {
        case refused, withdrawn
    }

    package var from: Party
    package var to: Party
    /// Nil for one to come.
    package var at: Date?
    /// When the stage that ends with it should be over.
    package var until: Date?
    package var timeliness: Timeliness?
    /// Waits that put it off.
    package var pauses: [Pause] = []
    /// Where it goes back without a result.
    package var ending: Ending?

    package init(from: Party, to: Party, at: Date? = nil, until: Date? = nil, timeliness: Timeliness? = nil) {
        self.from = from
        self.to = to
        self.at = at
        self.until = until
        self.timeliness = timeliness
    }
}

/// When an item's stages should be over; empty where that cannot be counted.
package typealias StageEnds = [StageBudget.Stage: Date]

extension DossierHistory {
    /// How an item went from hand to hand, and what is to come.
    ///
    /// What was done on the day a stage ends was done on time. A result is held against the item's due date as reports
    /// do, whatever the budget of the stages before.
    package func handOvers(of item: QueueItem, stageEnds: StageEnds, in zone: TimeZone) -> [HandOver] {
        var course = ItemCourse(stageEnds: stageEnds, zone: zone)
        for event in events where event.item == item.id { course.follow(event, due: item.due) }
        course.handOvers += course.rest(of: item)
        course.attach(pauses[item.id] ?? [])
        return course.handOvers
    }
}

/// An item's events, followed one by one.
private struct ItemCourse {
    let stageEnds: StageEnds
    let zone: TimeZone
    var handOvers: [HandOver] = []
    /// Who has the papers.
    var holder = HandOver.Party.desk

    /// What is due the same day has no stages but the last.
    private var handlingEnd: Date? { stageEnds[.handling] ?? stageEnds[.return] }

    mutating func follow(_ event: LedgerEvent, due: Date?) {
        let unit = HandOver.Party.unit(event.detail["unit"] ?? "")
        switch event.kind {
        case .itemAccepted: give(to: unit, at: event.at, until: stageEnds[.intake])
        // The papers of what was only proposed never left the desk.
        case .itemReturned, .itemMoved:
            if event.kind == .itemMoved, case .unit = holder, let to = event.detail["to"] {
                // A reorganization moves what is being worked on; the papers go with it.
                if event.detail["why"] == "reorganization" { return give(to: .unit(to), at: event.at) }
            }
            if holder != .desk { give(to: .desk, at: event.at) }
        case .itemCompleted:
            give(to: .desk, at: event.at, until: handlingEnd, due: due)
        case .itemHandedOver: give(to: .citizen, at: event.at, until: stageEnds[.return])
        case .itemRefused, .itemWithdrawn:
            give(to: .desk, at: event.at, ending: event.kind == .itemRefused ? .refused : .withdrawn)
        default: break
        }
    }

    private mutating func give(
        to party: HandOver.Party, at time: Date, until: Date? = nil, due: Date? = nil, ending: HandOver.Ending? = nil
    ) {
        guard party != holder else { return }
        var handOver = HandOver(from: holder, to: party, at: time, until: until)
        // Fetching the result is the citizen's affair: nobody is late by it.
        if party != .citizen {
            handOver.timeliness = (due ?? until).map { Timeliness(done: time, due: $0, in: zone) }
        }
        handOver.ending = ending
        handOvers.append(handOver)
        holder = party
    }

    /// Puts each wait with the hand-over that it puts off: the next to the desk, or the last.
    mutating func attach(_ pauses: [Pause]) {
        for pause in pauses {
            let later =
                handOvers.firstIndex { $0.to == .desk && ($0.at ?? .distantFuture) > pause.from }
                ?? handOvers.indices.last
            if let later { handOvers[later].pauses.append(pause) }
        }
    }

    /// The stages to come, each with the time by which it should be over.
    func rest(of item: QueueItem) -> [HandOver] {
        let unit = HandOver.Party.unit(item.unit)
        var rest: [HandOver] = []
        switch item.state {
        case .refused, .withdrawn, .handedOver: return []
        case .returned, .proposed: rest.append(HandOver(from: .desk, to: unit, until: stageEnds[.intake]))
        case .accepted, .paused, .completed: break
        }
        if item.state != .completed {
            if let end = stageEnds[.assignment], end != stageEnds[.intake] {
                rest.append(HandOver(from: unit, to: .handler, until: end))
            }
            rest.append(HandOver(from: unit, to: .desk, until: handlingEnd))
        }
        return rest + [HandOver(from: .desk, to: .citizen, until: stageEnds[.return] ?? item.due)]
    }
}
