import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct DivisionTests {
    private static let now = LedgerFixture.morning.addingTimeInterval(60)

    /// A scan of four pages that was decided as two dossiers.
    private func decidedScan(_ fixture: LedgerFixture) async throws -> (scan: String, dossiers: [DossierRecord]) {
        let scan = try await fixture.scan("a.pdf", pages: 4)
        try await fixture.readAll()
        let dossiers = try await fixture.ledger.recordSplit(
            scan.id, into: [[1, 2], [3, 4]], now: LedgerFixture.morning)
        for dossier in dossiers {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: LedgerFixture.morning)
        }
        return (scan.id, try await fixture.ledger.dossiers(of: scan.id))
    }

    @Test(arguments: LedgerKind.allCases)
    func division_keepsWhatKeepsItsPages_andLosesNone(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (scan, before) = try await decidedScan(fixture)
        let after = try await fixture.ledger.divide(scan, into: [[1, 2], [3], [4]], by: "hoa", now: Self.now)
        #expect(after.map(\.pages) == [[1, 2], [3], [4]])
        #expect(after.map(\.state) == [.triaged, .split, .split])
        #expect(after[0].id == before[0].id)
        #expect(try await fixture.ledger.scan(scan).state == .split)
        #expect(try await fixture.ledger.queueItems(ofDossier: before[1].id).map(\.state) == [.refused])
        #expect(try await fixture.ledger.sheet(of: before[1].id).isReplaced)
        for dossier in after where dossier.state == .split {
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: Self.now)
        }
        #expect(try await fixture.ledger.scan(scan).state == .triaged)
        let counts = try await fixture.ledger.counts(in: .everything)
        #expect(counts.isBalanced)
        #expect(counts.dossiers[.auto] == 3)
        #expect(try await fixture.ledger.damage().isEmpty)
        #expect(try await fixture.ledger.miscountedTallies().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases, [[[1, 2], [3]], [[1, 2, 3], [3, 4]], [[1, 2, 3, 4, 5]]] as [[[Int]]])
    func division_thatLosesOrDoublesAPage_changesNothing(kind: LedgerKind, drafts: [[Int]]) async throws {
        let fixture = try await LedgerFixture(kind)
        let (scan, before) = try await decidedScan(fixture)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.divide(scan, into: drafts, by: "hoa", now: Self.now)
        }
        #expect(try await fixture.ledger.dossiers(of: scan) == before)
    }

    @Test(arguments: LedgerKind.allCases)
    func pageThatIsReadAgain_isInANewDossierOfTheSamePages_unlessAPersonHasSpoken(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (scan, before) = try await decidedScan(fixture)
        var page = RecognizedPage.page(3)
        page.turned = 180
        try await fixture.ledger.replaceReading(of: scan, by: page, actor: "hoa", now: Self.now)
        let after = try await fixture.ledger.dossiers(of: scan)
        #expect(after.map(\.pages) == before.map(\.pages))
        #expect(after.map(\.state) == [.triaged, .split])
        #expect(try await fixture.ledger.pages(of: scan, 3...3).first?.recognized?.turned == 180)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.replaceReading(of: scan, by: page, actor: "hoa", now: Self.now)
        }
        try await fixture.ledger.recordTriage(
            .decided(.auto, after[1].id, pages: [3, 4]), pipeline: "commune/1", now: Self.now)
        try await fixture.ledger.confirm(
            .decided(.auto, after[1].id, pages: [3, 4]), labels: [], receipt: DossierReceipt(at: Self.now), by: "hoa",
            now: Self.now)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.replaceReading(of: scan, by: page, actor: "hoa", now: Self.now)
        }
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func division_leavesAloneWhatAnOfficerHas(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (scan, before) = try await decidedScan(fixture)
        let item = try #require(try await fixture.ledger.queueItems(ofDossier: before[0].id).first)
        try await fixture.ledger.accept(item.id, by: "officer-7", now: Self.now)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.divide(scan, into: [[1, 2, 3, 4]], by: "hoa", now: Self.now)
        }
        #expect(try await fixture.ledger.dossiers(of: scan) == before)
    }
}
