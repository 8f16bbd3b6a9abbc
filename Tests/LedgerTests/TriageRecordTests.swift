import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct TriageRecordTests {
    @Test(arguments: LedgerKind.allCases)
    func split_isRecordedOnce(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 4)
        try await fixture.readAll()
        let first = try await fixture.ledger.recordSplit(scan.id, into: [[1, 2], [3, 4]], now: LedgerFixture.morning)
        let again = try await fixture.ledger.recordSplit(scan.id, into: [[1], [2, 3, 4]], now: LedgerFixture.morning)
        #expect(first.map(\.pages) == [[1, 2], [3, 4]])
        #expect(again == first)
        #expect(try await fixture.ledger.dossiersToTriage(in: .everything) == first)
    }

    @Test(arguments: LedgerKind.allCases, [[[1]], [[1, 2], [2]], [[1, 2, 3]], [[1, 2], []]])
    func split_thatLosesOrDoublesAPage_isRefused(kind: LedgerKind, drafts: [[Int]]) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 2)
        try await fixture.readAll()
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.recordSplit(scan.id, into: drafts, now: LedgerFixture.morning)
        }
        #expect(try await fixture.ledger.scan(scan.id).state == .read)
    }

    @Test(arguments: LedgerKind.allCases)
    func split_beforeEveryPageIsSettled_isRefused(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 1)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.recordSplit(scan.id, into: [[1]], now: LedgerFixture.morning)
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func scanOfBlankPages_isDoneWithoutDossiers(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 1)
        let claim = try #require(try await fixture.claim())
        try await fixture.ledger.recordRead(claim, .page(1), as: .blank, seconds: 0, now: LedgerFixture.morning)
        #expect(try await fixture.ledger.recordSplit(scan.id, into: [], now: LedgerFixture.morning).isEmpty)
        #expect(try await fixture.ledger.scan(scan.id).state == .triaged)
    }

    @Test(arguments: LedgerKind.allCases)
    func recordTriage_isIdempotent(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        let result = DossierResult.decided(.auto, dossier.id, units: ["van-phong", "cong-an-xa"])
        let first = try await fixture.ledger.recordTriage(result, pipeline: "commune/1", now: LedgerFixture.morning)
        var other = result
        other.decision = .review
        let second = try await fixture.ledger.recordTriage(other, pipeline: "commune/2", now: LedgerFixture.morning)
        #expect(first == .recorded)
        #expect(second == .alreadyRecorded)
        #expect(try await fixture.ledger.result(of: dossier.id) == result)
        #expect(try fixture.stored("SELECT COUNT(*) FROM fields") == 2)
        #expect(try fixture.stored("SELECT COUNT(*) FROM decisions") == 1)
        #expect(try fixture.stored("SELECT COUNT(*) FROM queue_items") == 2)
        #expect(
            try await fixture.ledger.events(ofDossier: dossier.id).map(\.kind)
                == [.dossierTriaged, .itemProposed, .itemProposed])
    }

    @Test(arguments: LedgerKind.allCases, [Decision.review, .quarantined])
    func onlyAutoDecisions_areProposedToUnits(kind: LedgerKind, decision: Decision) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(decision, dossier.id), pipeline: "commune/1", now: LedgerFixture.morning)
        #expect(try await fixture.ledger.queue(of: "van-phong", [], limit: 10).isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func scan_isDoneWithItsLastDossier(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 2)
        var states: [ScanRecord.State] = []
        for dossier in dossiers {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: LedgerFixture.morning)
            states.append(try await fixture.ledger.scan(dossier.scan).state)
        }
        #expect(states == [.split, .triaged])
    }

    @Test(arguments: LedgerKind.allCases)
    func resultThatBreaksTheSchema_leavesNothingBehind(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        let events = try fixture.stored("SELECT COUNT(*) FROM events")
        // The second field is refused: the dossier's row and its first field are already written by then.
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, confidence: 1.5), pipeline: "commune/1", now: LedgerFixture.morning)
        }
        #expect(try fixture.stored("SELECT COUNT(*) FROM fields") == 0)
        #expect(try fixture.stored("SELECT COUNT(*) FROM events") == events)
        #expect(try await fixture.ledger.dossiersToTriage(in: .everything) == [dossier])
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func results_comeInTheOrderOfScansAndOfTheirDossiers(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let first = try await fixture.splitScan("b.pdf", dossiers: 130)
        let second = try await fixture.splitScan("a.pdf", dossiers: 2)
        for dossier in (first + second).reversed() {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: LedgerFixture.morning)
        }
        var order: [String] = []
        try await fixture.ledger.forEachResult(in: .everything) { order.append($1.dossier) }
        #expect(order == (first + second).map(\.id))
    }

    @Test(arguments: LedgerKind.allCases)
    func counts_balance(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 4)
        for disposition in PageDisposition.allCases {
            #expect(try await !fixture.ledger.counts(in: .everything).isBalanced)
            let claim = try #require(try await fixture.claim())
            try await fixture.ledger.recordRead(
                claim, .page(claim.page), as: disposition, seconds: 0, now: LedgerFixture.morning)
        }
        let claim = try #require(try await fixture.claim())
        _ = try await fixture.ledger.recordFailure(
            claim, reason: "out of memory", attemptsAllowed: 1, now: LedgerFixture.morning)
        _ = try await fixture.ledger.recordSplit(scan.id, into: [[1, 4]], now: LedgerFixture.morning)
        let counts = try await fixture.ledger.counts(in: .everything)
        #expect(counts.pages == [.read: 1, .blank: 1, .separator: 1, .quarantined: 1])
        #expect(counts.isBalanced)
        #expect(counts.dossiersOpen == 1)
    }
}
