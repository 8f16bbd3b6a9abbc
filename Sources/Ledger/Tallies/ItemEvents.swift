internal import Dossiers
internal import Foundation

/// An event with what the tallies look at.
struct CountedEvent {
    var kind: LedgerEvent.Kind
    var at: Int64
    var detail: [String: String]
    /// Whether a person did it.
    var isPersons: Bool

    var day: Int { OfficeDay.number(of: Date(milliseconds: at)) }

    /// A detail that is a time, as the day on which it falls.
    func day(_ name: String) -> Int? {
        detail[name].flatMap { Int64($0) }.map { OfficeDay.number(of: Date(milliseconds: $0)) }
    }
}

extension ItemStanding {
    /// How an item stands that was just proposed, from the event and, for events from before they told it, the
    /// item's row.
    init(proposed event: CountedEvent, row: ItemFacts?) {
        place = TallyPlace(
            unit: event.detail["unit"] ?? row?.unit ?? "",
            procedure: event.detail["procedure"] ?? row?.procedure ?? "")
        channel = event.detail["channel"].flatMap { Channel(rawValue: $0) } ?? row?.channel ?? .counter
        received = event.day("registered") ?? row?.received ?? event.day
        phase = .proposed
        since = event.at
        due = event.day("due") ?? (event.detail["registered"] == nil ? row?.due : nil)
    }

    /// Counts the proposal.
    func begin(_ event: CountedEvent, triagedAt: Int64?, into change: inout TallyChange) {
        let measure: Measure =
            switch channel {
            case .counter: .receivedCounter
            case .online: .receivedOnline
            case .post: .receivedPost
            }
        change.count(measure, on: received, place)
        if let due, let statutory = event.day("statutory") {
            change.count(.limited, on: received, place)
            change.count(.statutoryDays, statutory - received, on: received, place)
            change.count(.promisedDays, due - received, on: received, place)
        }
        countDue(1, from: event.day, into: &change)
        // Where the machine decided alone, nothing waited for a person.
        if event.isPersons, let triagedAt {
            change.take(event.at - triagedAt, for: .review, on: event.day, place)
        }
    }

    /// Counts what happens to the item next.
    ///
    /// - Returns: How it stands then; nil where nothing more can happen to it.
    func after(_ event: CountedEvent, into change: inout TallyChange) -> ItemStanding? {
        var next = self
        switch event.kind {
        case .itemAccepted:
            change.count(.accepted, on: event.day, place)
            change.take(event.at - since, for: .accept, on: event.day, place)
            next.enter(.accepted, at: event.at)
        case .itemPaused:
            next.worked += event.at - since
            next.enter(.paused, at: event.at)
            next.pausedFor = event.detail["why"]
            countDue(-1, from: event.day, into: &change)
            next.countWaiting(1, on: event.day, into: &change)
        case .itemResumed:
            endPause(event, into: &change)
            next.enter(.accepted, at: event.at)
            next.pausedFor = nil
            next.countDue(1, from: event.day, into: &change)
        case .itemDueChanged:
            countDue(-1, from: event.day, into: &change)
            next.due = event.day("to")
            next.countDue(1, from: event.day, into: &change)
        case .itemReturned:
            change.count(.returned, on: event.day, place)
            change.pair(.misrouted, place.unit, event.detail["to"] ?? "", on: event.day)
            if let right = event.detail["procedure"], !right.isEmpty {
                change.pair(.corrected, place.procedure, right, on: event.day)
            }
            next.move(to: "", event, into: &change)
            next.enter(.returned, at: event.at)
        // What nobody has is nobody's for the tallies, in whose list it may stand.
        case .itemMoved where phase == .returned && event.detail["why"] == "reorganization": return self
        // What is done is no unit's stock; only its hand-over is still to be counted.
        case .itemMoved where phase == .completed: next.place.unit = event.detail["to"] ?? ""
        case .itemMoved:
            next.move(to: event.detail["to"] ?? "", event, into: &change)
            // Only a reorganisation leaves an item in the hands in which it is.
            if event.detail["why"] != "reorganization" { next.enter(.proposed, at: event.at) }
        case .itemCompleted:
            change.count(outcome(on: event.day), on: event.day, place)
            change.take(worked + event.at - since, for: .work, on: event.day, place)
            countDue(-1, from: event.day, into: &change)
            next.enter(.completed, at: event.at)
        case .itemHandedOver:
            countHandOver(event, into: &change)
            return nil
        case .itemRefused, .itemWithdrawn:
            leave(event, into: &change)
            return nil
        default: return self
        }
        return next
    }

    private mutating func enter(_ phase: Phase, at time: Int64) {
        self.phase = phase
        since = time
        if phase == .proposed || phase == .returned { worked = 0 }
    }

    /// Early, on time or late by the day, as the state counts it: a result on the last day is on time.
    private func outcome(on day: Int) -> Measure {
        guard let due else { return .closedUndated }
        return day < due ? .closedEarly : day == due ? .closedOnTime : .closedLate
    }

    /// Puts the item's date into what is overdue, or takes it out: on the day after the date, or now where that is
    /// past. An item that is paused has no date that runs.
    private func countDue(_ amount: Int, from day: Int, into change: inout TallyChange) {
        guard let due, phase != .paused, phase != .completed else { return }
        change.count(.overdue, amount, on: max(due + 1, day), place)
    }

    private func countWaiting(_ amount: Int, on day: Int, into change: inout TallyChange) {
        guard phase == .paused, pausedFor == "supplement" else { return }
        change.count(.waiting, amount, on: day, place)
    }

    private func endPause(_ event: CountedEvent, into change: inout TallyChange) {
        guard phase == .paused else { return }
        change.take(event.at - since, for: .pause, on: event.day, place)
        countWaiting(-1, on: event.day, into: &change)
    }

    /// Takes the item, with whatever is counted of it as a stock, from one unit to another.
    private mutating func move(to unit: String, _ event: CountedEvent, into change: inout TallyChange) {
        guard unit != place.unit else { return }
        countDue(-1, from: event.day, into: &change)
        countWaiting(-1, on: event.day, into: &change)
        change.count(.movedOut, on: event.day, place)
        let move = TallyChange.Move(
            day: event.day, received: received, from: place.unit, to: unit, procedure: place.procedure,
            channel: channel)
        change.moves[move, default: 0] += 1
        place.unit = unit
        change.count(.movedIn, on: event.day, place)
        countDue(1, from: event.day, into: &change)
        countWaiting(1, on: event.day, into: &change)
    }

    /// A refusal before anyone took the dossier on is one to receive it: the state's figures leave it out.
    private func leave(_ event: CountedEvent, into change: inout TallyChange) {
        var leaving = self
        if event.kind == .itemRefused, phase == .proposed || phase == .returned {
            countDue(-1, from: event.day, into: &change)
            leaving.due = nil
            leaving.move(to: TallyPlace.outside, event, into: &change)
            return
        }
        endPause(event, into: &change)
        countDue(-1, from: event.day, into: &change)
        change.count(event.kind == .itemRefused ? .refused : .withdrawn, on: event.day, place)
    }

    private func countHandOver(_ event: CountedEvent, into change: inout TallyChange) {
        change.count(.handedOver, on: event.day, place)
        change.take(event.at - since, for: .handOver, on: event.day, place)
        if let points = event.detail["satisfaction"].flatMap({ Int($0) }) {
            change.count(.satisfactionGiven, on: event.day, place)
            change.count(.satisfactionPoints, points, on: event.day, place)
        }
        if event.detail["complaint"] == "yes" { change.count(.complaints, on: event.day, place) }
    }
}

/// What the rows say of an item, for events that do not tell it.
struct ItemFacts {
    var unit: String
    var procedure: String?
    var channel: Channel?
    var received: Int
    var due: Int?
}
