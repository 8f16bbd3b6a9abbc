import Dossiers
import Foundation
import Ledger
import Testing

/// Items that follow the successors of their units.
@Suite struct ReorganizingTests {
    private static let day = 86_400.0

    private func decide(
        _ kind: ReorganizationRecord.Kind, in ledger: Ledger, at start: Date, now: Date
    ) async throws -> ReorganizationRecord {
        try await ledger.reorganize(
            kind, on: "2026-10-20", startsAt: start, plan: "{}", by: "chief",
            known: try await ledger.reorganizations().count, now: now)
    }

    /// What an item has that no reorganisation may touch.
    private struct Standing: Hashable {
        var state: QueueItem.State
        var officer: String?
        var due: Date?
        var number: String?
        var pausedFor: PauseReason?

        init(_ item: QueueItem) {
            state = item.state
            officer = item.officer
            due = item.due
            number = item.number
            pausedFor = item.pausedFor
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func openItems_followOnce_asTheyStand_andTheTalliesWithThem(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        var life = RandomLife(ledger: ledger, seed: 11)
        try await life.live(in: fixture, dossiers: 60, moves: 500)
        let now = life.now
        var before: [String: QueueItem] = [:]
        for id in life.items { before[id] = try await ledger.queueItem(id) }

        let record = try await decide(.merge, in: ledger, at: now, now: now)
        let passages = try await ledger.passOn(of: ["kinh-te", "van-hoa"], following: record, now: now) { _ in
            "van-phong"
        }
        let again = try await ledger.passOn(of: ["kinh-te", "van-hoa"], following: record, now: now) { _ in
            "nobody"
        }
        #expect(again.isEmpty)
        #expect(try await ledger.reorganizations().map { $0.appliedAt != nil } == [true])
        #expect(try await ledger.passingItems(of: ["kinh-te", "van-hoa"]).isEmpty)

        let settled: Set<QueueItem.State> = [.handedOver, .refused, .withdrawn]
        var moved = 0
        for (id, old) in before {
            let new = try await ledger.queueItem(id)
            #expect(Standing(new) == Standing(old))
            #expect(new.unit == (settled.contains(old.state) ? old.unit : "van-phong"))
            if new.unit != old.unit { moved += 1 }
        }
        #expect(moved > 10)
        #expect(passages.reduce(0) { $0 + $1.items } == moved)
        #expect(try await ledger.miscountedTallies() == [])
        // Life goes on with them.
        try await life.live(in: fixture, scan: "later.pdf", dossiers: 10, moves: 150)
        #expect(try await ledger.miscountedTallies() == [])
    }

    @Test(arguments: LedgerKind.allCases)
    func decision_isWithdrawnBeforeItsDay_andNotAfter(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        let now = LedgerFixture.morning
        let later = try await decide(.close, in: ledger, at: now + Self.day, now: now)
        try await ledger.withdrawReorganization(later.id, by: "chief", now: now)
        #expect(try await ledger.reorganizations().isEmpty)
        let past = try await decide(.close, in: ledger, at: now - Self.day, now: now)
        await #expect(throws: LedgerError.self) {
            try await ledger.withdrawReorganization(past.id, by: "chief", now: now)
        }
        await #expect(throws: LedgerError.self) {
            try await ledger.withdrawReorganization("nothing", by: "chief", now: now)
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func secondDecision_thatDidNotKnowTheFirst_isRefused(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        let now = LedgerFixture.morning
        _ = try await decide(.merge, in: ledger, at: now, now: now)
        await #expect(throws: LedgerError.self) {
            try await ledger.reorganize(
                .close, on: "2026-10-20", startsAt: now, plan: "{}", by: "chief", known: 0, now: now)
        }
    }
}
