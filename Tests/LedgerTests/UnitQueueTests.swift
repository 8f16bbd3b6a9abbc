import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct UnitQueueTests {
    @Test(arguments: LedgerKind.allCases)
    func queue_listsTheNearestDeadlineFirst_andNoDeadlineLast(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 3)
        let dues = [nil, 7200.0, 3600.0].map { $0.map { LedgerFixture.morning.addingTimeInterval($0) } }
        for (dossier, due) in zip(dossiers, dues) {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages, due: due), pipeline: "commune/1",
                now: LedgerFixture.morning)
        }
        let items = try await fixture.ledger.queue(of: "van-phong", [.proposed], limit: 10)
        #expect(items.map(\.dossier) == [dossiers[2].id, dossiers[1].id, dossiers[0].id])
        #expect(items.map(\.due) == [dues[2], dues[1], nil])
        #expect(items.map(\.pages) == [[3], [2], [1]])
        #expect(try await fixture.ledger.queue(of: "van-phong", [.proposed], limit: 1).count == 1)
        #expect(try await fixture.ledger.queue(of: "kinh-te", [], limit: 10).isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func queueAndReview_goOnBehindAPlace_alsoAmongEqualTimesAndNone(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 8)
        let due = LedgerFixture.morning.addingTimeInterval(3_600)
        for (index, dossier) in dossiers.enumerated() {
            let result = DossierResult.decided(
                index < 5 ? .auto : .review, dossier.id, pages: dossier.pages,
                due: [due, nil, due, due + 1, nil][index % 5])
            try await fixture.ledger.recordTriage(result, pipeline: "commune/1", now: LedgerFixture.morning)
        }
        let queue = try await fixture.ledger.queue(of: "van-phong", [.proposed], limit: 9)
        for index in queue.indices {
            let rest = try await fixture.ledger.queue(
                of: "van-phong", [.proposed], after: QueuePlace(queue[index]), limit: 9)
            #expect(rest.map(\.id) == queue[(index + 1)...].map(\.id))
        }
        for order in Ledger.ReviewOrder.allCases {
            let waiting = try await fixture.ledger.waitingForPerson(order, limit: 9)
            #expect(waiting.count == 3)
            for index in waiting.indices {
                let rest = try await fixture.ledger.waitingForPerson(
                    order, after: ReviewPlace(waiting[index]), limit: 9)
                #expect(rest == Array(waiting[(index + 1)...]))
            }
        }
        for item in queue.prefix(3) {
            try await fixture.ledger.return(item.id, by: "lan", reason: "not ours", now: LedgerFixture.morning)
        }
        let returned = try await fixture.ledger.returnedToNobody(limit: 9)
        #expect(returned.count == 3)
        let rest = try await fixture.ledger.returnedToNobody(after: ReviewPlace(returned[0]), limit: 9)
        #expect(rest == Array(returned[1...]))
    }

    @Test(arguments: LedgerKind.allCases)
    func proposedItem_isAcceptedOnce_andTheEventSaysByWhom(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let item = try await proposedItem(in: fixture)
        let accepted = try await fixture.ledger.accept(item.id, by: "officer-7", now: LedgerFixture.morning)
        #expect(accepted.state == .accepted)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.accept(item.id, by: "officer-8", now: LedgerFixture.morning)
        }
        let last = try #require(try await fixture.ledger.events(ofDossier: item.dossier).last)
        #expect(last.kind == .itemAccepted)
        #expect(last.actor == "officer-7")
        #expect(last.item == item.id)
    }

    @Test(arguments: LedgerKind.allCases, [true, false])
    func returnedItem_leavesTheQueue_andCannotBeAccepted(kind: LedgerKind, acceptedBefore: Bool) async throws {
        let fixture = try await LedgerFixture(kind)
        let item = try await proposedItem(in: fixture)
        let now = LedgerFixture.morning
        if acceptedBefore { try await fixture.ledger.accept(item.id, by: "officer-7", now: now) }
        let returned = try await fixture.ledger.return(item.id, by: "officer-7", reason: "another unit's", now: now)
        #expect(returned.state == .returned)
        #expect(try await fixture.ledger.queue(of: item.unit, [.proposed, .accepted], limit: 10).isEmpty)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.accept(item.id, by: "officer-7", now: now)
        }
        let last = try #require(try await fixture.ledger.events(ofDossier: item.dossier).last)
        #expect(last.detail["reason"] == "another unit's")
    }

    @Test(arguments: LedgerKind.allCases)
    func unknownItem_isRefusedInWords(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let error = await #expect(throws: LedgerError.self) {
            try await fixture.ledger.accept("NONE", by: "officer-7", now: LedgerFixture.morning)
        }
        #expect(error?.description.contains("hoso queue list") == true)
    }

    private func proposedItem(in fixture: LedgerFixture) async throws -> QueueItem {
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(.auto, dossier.id), pipeline: "commune/1", now: LedgerFixture.morning)
        return try #require(try await fixture.ledger.queue(of: "van-phong", [], limit: 1).first)
    }
}
