import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct QueueLifeTests {
    static let now = LedgerFixture.morning

    @Test(arguments: LedgerKind.allCases)
    func dossier_goesItsWay_andEveryStepIsAnEvent(kind: LedgerKind) async throws {
        let (fixture, item) = try await proposed(kind)
        let ledger = fixture.ledger
        try await ledger.accept(item.id, by: "officer-7", now: Self.now)
        try await ledger.pause(item.id, for: .supplement, by: "officer-7", now: Self.now + 10)
        let put = DueDates(due: Self.now + 90_000, statutory: Self.now + 180_000, cause: .restarted)
        let resumed = try await ledger.resume(item.id, by: "officer-7", now: Self.now + 20) { _, pauses in
            pauses == [Pause(why: .supplement, from: Self.now + 10, until: Self.now + 20)] ? put : nil
        }
        #expect(resumed.due == put.due)
        #expect(resumed.statutoryDue == put.statutory)
        try await ledger.complete(item.id, by: "officer-7", now: Self.now + 30)
        let done = try await ledger.handOver(item.id, by: "desk-1", satisfaction: 4, now: Self.now + 40)
        #expect(done.state == .handedOver)
        #expect(done.acceptedAt == Self.now)
        #expect(done.completedAt == Self.now + 30)
        #expect(done.handedOverAt == Self.now + 40)
        let events = try await ledger.events(ofDossier: item.dossier).filter { $0.item == item.id }
        #expect(
            events.map(\.kind) == [
                .itemProposed, .itemAccepted, .itemPaused, .itemResumed, .itemDueChanged, .itemCompleted,
                .itemHandedOver,
            ])
        #expect(events.last?.detail["satisfaction"] == "4")
        #expect(events.first { $0.kind == .itemDueChanged }?.detail["why"] == "restarted")
    }

    @Test(arguments: LedgerKind.allCases)
    func returnedItem_withTheRightUnit_standsInItsQueue(kind: LedgerKind) async throws {
        let (fixture, item) = try await proposed(kind)
        try await fixture.ledger.accept(item.id, by: "officer-7", now: Self.now)
        let moved = try await fixture.ledger.return(
            item.id, by: "officer-7", reason: "land", to: "kinh-te", now: Self.now)
        #expect(moved.state == .proposed)
        #expect(moved.unit == "kinh-te")
        #expect(moved.officer == nil)
        #expect(moved.due == item.due)
        let events = try await fixture.ledger.events(ofDossier: item.dossier).suffix(2)
        #expect(events.map(\.kind) == [.itemReturned, .itemMoved])
        #expect(events.first?.detail["to"] == "kinh-te")
        #expect(events.last?.detail["from"] == "van-phong")
    }

    @Test(arguments: LedgerKind.allCases)
    func secondOfficer_isToldWhoHasTheItem(kind: LedgerKind) async throws {
        let (fixture, item) = try await proposed(kind)
        try await fixture.ledger.accept(item.id, by: "officer-7", now: Self.now)
        let error = await #expect(throws: LedgerError.self) {
            try await fixture.ledger.accept(item.id, by: "officer-8", now: Self.now)
        }
        #expect(error?.description.contains("officer-7 has it") == true)
    }

    @Test(arguments: LedgerKind.allCases)
    func illegalMoves_areRefusedInWords_andChangeNothing(kind: LedgerKind) async throws {
        let (fixture, item) = try await proposed(kind)
        let ledger = fixture.ledger
        let events = try fixture.stored("SELECT COUNT(*) FROM events")
        let moves: [() async throws -> QueueItem] = [
            { try await ledger.complete(item.id, by: "o", now: Self.now) },
            { try await ledger.pause(item.id, for: .posting, by: "o", now: Self.now) },
            { try await ledger.resume(item.id, by: "o", now: Self.now) { _, _ in nil } },
            { try await ledger.handOver(item.id, by: "o", now: Self.now) },
            { try await ledger.extend(item.id, to: Self.now + 1e6, by: "o", reason: "r", now: Self.now) },
            { try await ledger.return(item.id, by: "o", reason: "r", to: item.unit, now: Self.now) },
        ]
        for move in moves {
            let error = await #expect(throws: LedgerError.self) { _ = try await move() }
            guard case .illegalMove(let text) = error else { Issue.record("not an illegal move"); continue }
            #expect(text.contains(item.id))
        }
        #expect(try await ledger.queueItem(item.id) == item)
        #expect(try fixture.stored("SELECT COUNT(*) FROM events") == events)
    }

    @Test(arguments: LedgerKind.allCases)
    func item_isPutOffOnce_andToALaterDateOnly(kind: LedgerKind) async throws {
        let (fixture, item) = try await proposed(kind)
        let ledger = fixture.ledger
        try await ledger.accept(item.id, by: "o", now: Self.now)
        let due = try #require(item.due)
        await #expect(throws: LedgerError.self) {
            try await ledger.extend(item.id, to: due, by: "o", reason: "r", now: Self.now)
        }
        #expect(try await ledger.extend(item.id, to: due + 10, by: "o", reason: "r", now: Self.now).due == due + 10)
        await #expect(throws: LedgerError.self) {
            try await ledger.extend(item.id, to: due + 20, by: "o", reason: "r", now: Self.now)
        }
        #expect(try await ledger.queueItem(item.id).statutoryDue == item.statutoryDue)
    }

    @Test(arguments: LedgerKind.allCases, [QueueItem.State.refused, .withdrawn])
    func endedItem_isClosedForGood_evenOutOfAPause(kind: LedgerKind, state: QueueItem.State) async throws {
        let (fixture, item) = try await proposed(kind)
        let ledger = fixture.ledger
        try await ledger.accept(item.id, by: "o", now: Self.now)
        try await ledger.pause(item.id, for: .supplement, by: "o", now: Self.now)
        let ended =
            state == .refused
            ? try await ledger.refuse(item.id, by: "o", reason: "r", now: Self.now + 5)
            : try await ledger.withdraw(item.id, by: "o", reason: "r", now: Self.now + 5)
        #expect(ended.state == state)
        #expect(try await ledger.pauses(of: item.id).map(\.until) == [Self.now + 5])
        await #expect(throws: LedgerError.self) {
            try await ledger.resume(item.id, by: "o", now: Self.now) { _, _ in nil }
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func tasksOfOneDossier_shareItsNumber(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(.auto, dossier.id, units: ["van-phong", "cong-an-xa"]), pipeline: "commune/1",
            receipt: DossierReceipt(at: Self.now - 60, channel: .online, field: "Hộ tịch"), now: Self.now)
        let series = NumberSeries(stem: "H49.001.02-260806-01")
        for item in try await fixture.ledger.queueItems(ofDossier: dossier.id) {
            let accepted = try await fixture.ledger.accept(item.id, by: "o", series: series, now: Self.now)
            #expect(accepted.number == "H49.001.02-260806-010001")
            #expect(accepted.registeredAt == Self.now - 60)
            #expect(accepted.channel == .online)
            #expect(accepted.field == "Hộ tịch")
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func dossierWithItsReceipt_keepsTheReceiptsCode_andTheSeriesPassesOverIt(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 3)
        let series = NumberSeries(stem: "H49.001.02-260806-01")
        let codes = ["H49.001.02-260806-010001", "H49.001.02-260806-010001", nil]
        for (dossier, code) in zip(dossiers, codes) {
            var result = DossierResult.decided(.auto, dossier.id)
            result.code = code
            try await fixture.ledger.recordTriage(result, pipeline: "commune/1", now: Self.now)
        }
        // Of two with one receipt the first has it; a person sorts that out.
        #expect(
            try await fixture.ledger.history(ofDossier: "H49.001.02-260806-010001").result.dossier == dossiers[0].id)
        var numbers: [String?] = []
        for dossier in dossiers {
            let item = try #require(try await fixture.ledger.queueItems(ofDossier: dossier.id).first)
            numbers.append(try await fixture.ledger.accept(item.id, by: "o", series: series, now: Self.now).number)
        }
        #expect(
            numbers == ["H49.001.02-260806-010001", "H49.001.02-260806-010002", "H49.001.02-260806-010003"])
    }

    private func proposed(_ kind: LedgerKind) async throws -> (LedgerFixture, QueueItem) {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(.decided(.auto, dossier.id), pipeline: "commune/1", now: Self.now)
        return (fixture, try #require(try await fixture.ledger.queue(of: "van-phong", [], limit: 1).first))
    }
}
