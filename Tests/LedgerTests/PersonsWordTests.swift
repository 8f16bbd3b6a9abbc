import Dossiers
import Foundation
import Ledger
import Testing

/// Only a person's word is a label, and an explicit one wins.
@Suite struct PersonsWordTests {
    private static let now = LedgerFixture.morning

    private static func triaged(_ fixture: LedgerFixture) async throws -> (dossier: String, item: String) {
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0].id
        try await fixture.ledger.recordTriage(.decided(.auto, dossier), pipeline: "commune/1", now: now)
        return (dossier, try await fixture.ledger.queueItems(ofDossier: dossier)[0].id)
    }

    @Test(arguments: LedgerKind.allCases)
    func whatTheMachineDecided_isNoWord(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await Self.triaged(fixture)
        #expect(try await fixture.ledger.personsWords().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func acceptance_confirmsWhatWasProposed(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (dossier, item) = try await Self.triaged(fixture)
        try await fixture.ledger.accept(item, by: "officer", now: Self.now)
        #expect(
            try await fixture.ledger.personsWords() == [
                PersonsWord(dossier: dossier, procedure: "1.001193", source: .accepted, at: Self.now)
            ])
    }

    @Test(arguments: LedgerKind.allCases)
    func correction_winsOverAcceptanceBeforeAndAfter(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (_, item) = try await Self.triaged(fixture)
        try await fixture.ledger.accept(item, by: "officer", now: Self.now)
        try await fixture.ledger.return(
            item, by: "officer", reason: "it is a copy", to: "kinh-te", procedure: "2.000635", now: Self.now)
        try await fixture.ledger.accept(item, by: "other officer", now: Self.now)
        let words = try await fixture.ledger.personsWords()
        #expect(words.map(\.procedure) == ["2.000635"])
        #expect(words.map(\.source) == [.corrected])
    }

    @Test(arguments: LedgerKind.allCases)
    func returnWithoutAProcedure_takesTheWordBack_untilSomebodyTakesItOn(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (_, item) = try await Self.triaged(fixture)
        try await fixture.ledger.accept(item, by: "officer", now: Self.now)
        try await fixture.ledger.return(item, by: "officer", reason: "not ours", to: "kinh-te", now: Self.now)
        #expect(try await fixture.ledger.personsWords().isEmpty)
        try await fixture.ledger.accept(item, by: "other officer", now: Self.now)
        #expect(try await fixture.ledger.personsWords().map(\.procedure) == ["1.001193"])
    }

    @Test(arguments: LedgerKind.allCases)
    func confirmation_isAWord_andADismissalIsNone(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 2).map(\.id)
        for dossier in dossiers {
            try await fixture.ledger.recordTriage(.decided(.review, dossier), pipeline: "commune/1", now: Self.now)
        }
        var right = DossierResult.decided(.review, dossiers[0])
        right.procedure?.code = "2.000635"
        try await fixture.ledger.confirm(
            right, labels: [], receipt: DossierReceipt(at: Self.now), by: "officer", now: Self.now)
        try await fixture.ledger.dismiss(dossiers[1], reason: "a blank form", by: "officer", now: Self.now)
        #expect(
            try await fixture.ledger.personsWords() == [
                PersonsWord(dossier: dossiers[0], procedure: "2.000635", source: .confirmed, at: Self.now)
            ])
    }

    @Test(arguments: LedgerKind.allCases)
    func blindVerdict_isAWord_alsoThatItIsNoProcedure(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (dossier, _) = try await Self.triaged(fixture)
        let day = Self.now.addingTimeInterval(-86_400)..<Self.now.addingTimeInterval(86_400)
        _ = try await fixture.ledger.drawAuditSample(of: 1, triaged: day, by: "chief", now: Self.now)
        try await fixture.ledger.judgeAuditCase(dossier, as: "none", by: "chief", now: Self.now)
        let words = try await fixture.ledger.personsWords()
        #expect(words.map(\.source) == [.audited])
        #expect(words.map(\.procedure) == [nil])
    }

    @Test(arguments: LedgerKind.allCases)
    func pages_areThoseThatTheCallerChooses(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let (dossier, _) = try await Self.triaged(fixture)
        let read = try await fixture.ledger.readPages(ofDossier: dossier) { $0.pages + [7] }
        #expect(read?.pages.map(\.number) == [1])
        let nobody = try await fixture.ledger.readPages(ofDossier: "nobody") { $0.pages }
        #expect(nobody.map(\.result) == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func confidence_isCountedByModelAndStep(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await Self.triaged(fixture)
        let day = OfficeDay.number(of: Self.now)
        let pairs = try await fixture.ledger.pairs(.confidence, on: day...day)
        #expect(pairs.map(\.first) == ["commune-vi/1"])
        #expect(pairs.map(\.second) == ["19"])
        #expect(ConfidenceStep.number(of: 1) == 19)
        #expect(ConfidenceStep.number(of: 0) == 0)
        #expect(try await fixture.ledger.miscountedTallies() == [])
    }
}
