import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct OutboxTests {
    private let morning = LedgerFixture.morning

    @Test(arguments: LedgerKind.allCases)
    func event_ofAHookedUnitsItem_isWrittenToTheOutbox_andOfOthersNot(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.setHooks(of: ["kinh-te"], now: morning)
        try await propose(to: ["van-phong", "kinh-te"], in: fixture)
        let found = try await fixture.ledger.deliveries([], to: nil, limit: 10)
        #expect(found.map(\.unit) == ["kinh-te"])
        #expect(found.map(\.kind) == [.itemProposed])
        let message = try #require(found.first?.message)
        #expect(message.contains(#""code":"1.001193""#) && message.contains(#""state":"proposed""#))
        // Nothing that was read off a page.
        #expect(!message.contains("Chíu"))
    }

    @Test(arguments: LedgerKind.allCases)
    func itemsMessages_areHandedOutOneAfterTheOther(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.setHooks(of: ["kinh-te"], now: morning)
        try await propose(to: ["kinh-te"], in: fixture)
        let item = try #require(try await fixture.ledger.queue(of: "kinh-te", [], limit: 1).first)
        try await fixture.ledger.accept(item.id, by: "officer-7", now: morning)
        let first = try await claim("a", in: fixture)
        #expect(first.map(\.kind) == [.itemProposed])
        #expect(try await claim("b", in: fixture).isEmpty)
        try await fixture.ledger.record([attempt(first[0].id, .delivered)], by: "a")
        #expect(try await claim("b", in: fixture).map(\.kind) == [.itemAccepted])
    }

    @Test(arguments: LedgerKind.allCases)
    func claim_isFreeAgain_whenItsTimeIsOver_orItsSenderStartsAnew(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.setHooks(of: ["kinh-te"], now: morning)
        try await propose(to: ["kinh-te"], in: fixture)
        #expect(try await claim("a", in: fixture).count == 1)
        #expect(try await claim("b", in: fixture).isEmpty)
        #expect(try await fixture.ledger.nextDeliveries(to: ["kinh-te"]) == ["kinh-te": morning.addingTimeInterval(60)])
        #expect(try await claim("b", in: fixture, at: morning.addingTimeInterval(60)).count == 1)
        try await fixture.ledger.releaseDeliveries(of: "b")
        #expect(try await claim("a", in: fixture, at: morning.addingTimeInterval(60)).count == 1)
    }

    @Test(arguments: LedgerKind.allCases)
    func senderThatLostItsClaim_changesNothing_unlessItDelivered(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.setHooks(of: ["kinh-te"], now: morning)
        try await propose(to: ["kinh-te"], in: fixture)
        let id = try await claim("a", in: fixture)[0].id
        _ = try await claim("b", in: fixture, at: morning.addingTimeInterval(60))
        try await fixture.ledger.record([attempt(id, .gaveUp)], by: "a")
        #expect(try await fixture.ledger.delivery(id).0.state == .waiting)
        try await fixture.ledger.record([attempt(id, .delivered)], by: "a")
        #expect(try await fixture.ledger.delivery(id).0.state == .delivered)
        try await fixture.ledger.record([attempt(id, .failed(again: morning))], by: "b")
        let (delivery, attempts) = try await fixture.ledger.delivery(id)
        #expect(delivery.state == .delivered)
        #expect(attempts.count == 3)
    }

    @Test(arguments: LedgerKind.allCases)
    func givenUpMessage_isSentAgainByAPerson_andTheEventsSayBoth(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.setHooks(of: ["kinh-te"], now: morning)
        try await propose(to: ["kinh-te"], in: fixture)
        let claimed = try await claim("a", in: fixture)[0]
        try await fixture.ledger.record([attempt(claimed.id, .gaveUp)], by: "a")
        #expect(try await fixture.ledger.deliveryCounts().dead == 1)
        let again = try await fixture.ledger.resend(claimed.id, by: "officer-7", now: morning)
        #expect(again.state == .waiting && again.tries == 0)
        let kinds = try await fixture.ledger.events(ofDossier: claimed.dossier).suffix(2)
        #expect(kinds.map(\.kind) == [.deliveryGivenUp, .deliveryResent])
        #expect(kinds.last?.actor == "officer-7")
        try await fixture.ledger.record([attempt(claimed.id, .delivered)], by: "a")
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.resend(claimed.id, by: "officer-7", now: morning)
        }
    }

    private func propose(to units: [String], in fixture: LedgerFixture) async throws {
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(.auto, dossier.id, units: units), pipeline: "commune/1", now: morning)
    }

    private func claim(_ sender: String, in fixture: LedgerFixture, at now: Date? = nil) async throws -> [Delivery] {
        try await fixture.ledger.claimDeliveries(
            for: sender, to: ["kinh-te"], limit: 10, now: now ?? morning, leaseFor: 60)
    }

    private func attempt(_ delivery: String, _ outcome: DeliveryAttempt.Outcome) -> DeliveryAttempt {
        let isDelivered = outcome == .delivered
        return DeliveryAttempt(
            delivery: delivery, madeAt: morning, seconds: 0.5, status: isDelivered ? 204 : 500,
            problem: isDelivered ? nil : "the receiver answered 500", outcome: outcome)
    }
}
