import Dossiers
import Foundation
import Ledger

/// Items to which random things happen, over seventy days.
struct RandomLife {
    let ledger: Ledger
    var source: SplitMix
    var items: [String] = []
    var now = LedgerFixture.morning

    static let units = ["van-phong", "kinh-te", "van-hoa"]

    init(ledger: Ledger, seed: UInt64) {
        self.ledger = ledger
        source = SplitMix(state: seed)
    }

    var days: ClosedRange<Int> {
        let first = OfficeDay.number(of: LedgerFixture.morning) - 5
        return first...first + 75
    }

    mutating func live(
        in fixture: LedgerFixture, scan: String = "batch.pdf", dossiers: Int, moves: Int
    ) async throws {
        let split = try await fixture.splitScan(scan, dossiers: dossiers)
        var waiting = split
        for _ in 0..<moves {
            now += Double.random(in: 0...(60 * 86_400 * 2 / Double(moves)), using: &source)
            if !waiting.isEmpty, items.isEmpty || Int.random(in: 0..<5, using: &source) == 0 {
                try await propose(waiting.removeLast())
            } else if let item = items.randomElement(using: &source) {
                do {
                    try await move(item)
                } catch LedgerError.illegalMove {
                    continue
                }
            }
        }
    }

    private mutating func propose(_ dossier: DossierRecord) async throws {
        let unit = Self.units.randomElement(using: &source) ?? ""
        let due = Bool.random(using: &source) ? now + Double.random(in: 0...20, using: &source) * 86_400 : nil
        let channel = Channel.allCases.randomElement(using: &source)
        let receipt = DossierReceipt(at: now - Double.random(in: 0...3, using: &source) * 86_400, channel: channel)
        try await ledger.recordTriage(
            .decided(.auto, dossier.id, pages: dossier.pages, units: [unit], due: due), pipeline: "commune/1",
            receipt: receipt, now: now)
        items += try await ledger.queueItems(ofDossier: dossier.id).map(\.id)
    }

    private mutating func move(_ item: String) async throws {
        let due = now + Double.random(in: -3...15, using: &source) * 86_400
        let unit = Self.units.randomElement(using: &source) ?? ""
        switch Int.random(in: 0..<13, using: &source) {
        case 0...2: try await ledger.accept(item, by: "o", now: now)
        case 3, 4:
            try await ledger.pause(
                item, for: Bool.random(using: &source) ? .supplement : .posting, by: "o", now: now)
        case 5, 6:
            let dates = Bool.random(using: &source) ? DueDates(due: due, statutory: due, cause: .resumed) : nil
            try await ledger.resume(item, by: "o", now: now) { _, _ in dates }
        case 7: try await ledger.extend(item, to: due, by: "o", reason: "r", now: now)
        case 8: try await ledger.complete(item, by: "o", now: now)
        case 9: try await ledger.handOver(item, by: "o", satisfaction: 4, complaint: true, now: now)
        case 10:
            try await ledger.return(
                item, by: "o", reason: "r", to: Bool.random(using: &source) ? unit : nil, now: now)
        case 11: try await ledger.assign(item, to: unit, by: "o", now: now)
        default:
            if Bool.random(using: &source) {
                try await ledger.refuse(item, by: "o", reason: "r", now: now)
            } else {
                try await ledger.withdraw(item, by: "o", reason: "r", now: now)
            }
        }
    }
}

/// The figures as somebody would count them by hand: every item's events read through for every day.
struct PlainCount {
    struct Item {
        var received: Int
        var events: [LedgerEvent]
    }

    let items: [Item]

    init(of items: [String], in ledger: Ledger) async throws {
        var read: [Item] = []
        for id in items {
            let item = try await ledger.queueItem(id)
            let events = try await ledger.events(ofDossier: item.dossier).filter { $0.item == id }
            read.append(Item(received: OfficeDay.number(of: item.registeredAt), events: events))
        }
        self.items = read
    }

    private struct Status {
        var unit = ""
        var due: Int?
        var isOpen = true
        var waits = false
        var isPaused = false
        var isTaken = false
        var outcome: Measure?
    }

    private func status(of item: Item, at day: Int) -> Status? {
        guard item.received <= day else { return nil }
        var status = Status()
        // Between receipt and the proposal it is the unit's to which it will be proposed.
        for (index, event) in item.events.enumerated() where index == 0 || OfficeDay.number(of: event.at) <= day {
            let date = { (name: String) -> Int? in
                event.detail[name].flatMap { Double($0) }
                    .map { OfficeDay.number(of: Date(timeIntervalSince1970: $0 / 1_000)) }
            }
            switch event.kind {
            case .itemProposed:
                status.unit = event.detail["unit"] ?? ""
                if OfficeDay.number(of: event.at) <= day { status.due = date("due") }
            case .itemAccepted: status.isTaken = true
            case .itemPaused:
                status.isPaused = true
                status.waits = event.detail["why"] == "supplement"
            case .itemResumed: (status.isPaused, status.waits) = (false, false)
            case .itemDueChanged: status.due = date("to")
            case .itemReturned: (status.unit, status.isTaken) = ("", false)
            case .itemMoved: (status.unit, status.isTaken) = (event.detail["to"] ?? "", false)
            case .itemCompleted:
                let done = OfficeDay.number(of: event.at)
                let due = status.due
                status.outcome =
                    due.map { done < $0 ? .closedEarly : done == $0 ? .closedOnTime : .closedLate } ?? .closedUndated
                status.isOpen = false
            case .itemRefused:
                status.isOpen = false
                status.outcome = status.isTaken ? .refused : nil
            case .itemWithdrawn:
                status.isOpen = false
                status.outcome = .withdrawn
            default: break
            }
        }
        return status
    }

    private func count(at day: Int, where isCounted: (Status) -> Bool) -> [String: Int] {
        items.compactMap { status(of: $0, at: day) }.filter(isCounted).reduce(into: [:]) {
            $0[$1.unit, default: 0] += 1
        }
    }

    func open(at day: Int) -> [String: Int] { count(at: day) { $0.isOpen } }
    func waiting(at day: Int) -> [String: Int] { count(at: day) { $0.isOpen && $0.waits } }
    func overdue(at day: Int) -> [String: Int] {
        count(at: day) { $0.isOpen && !$0.isPaused && ($0.due.map { $0 < day } ?? false) }
    }

    func closed(_ measure: Measure) -> Int {
        items.compactMap { status(of: $0, at: .max) }.filter { $0.outcome == measure }.count
    }

    var finished: Int { items.compactMap { status(of: $0, at: .max) }.filter { !$0.isOpen }.count }
}

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
