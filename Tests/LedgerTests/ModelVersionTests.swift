import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct ModelVersionTests {
    private static let now = LedgerFixture.morning

    private static func version(_ number: Int, digit: String = "a", isShadow: Bool = false) -> ModelVersion {
        ModelVersion(
            identifier: "commune-vi/\(number)", digest: String(repeating: digit, count: 64), kind: .forms,
            addedAt: now.addingTimeInterval(Double(number)), addedBy: "chief", card: "# card", figures: "{}",
            isShadow: isShadow)
    }

    @Test(arguments: LedgerKind.allCases)
    func rollback_goesBackThroughTheVersionsThatServed(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        for number in 2...4 { try await fixture.ledger.addModel(Self.version(number)) }
        #expect(try await fixture.ledger.modelsAtWork().serving == nil)
        for number in [2, 3] {
            try await fixture.ledger.promoteModel("commune-vi/\(number)", by: "chief", reason: "better", now: Self.now)
        }
        #expect(try await fixture.ledger.modelsAtWork().serving?.identifier == "commune-vi/3")
        #expect(try await fixture.ledger.rollBackModel(by: "chief", reason: "", now: Self.now) == "commune-vi/2")
        try await fixture.ledger.promoteModel("commune-vi/4", by: "chief", reason: "better", now: Self.now)
        #expect(try await fixture.ledger.rollBackModel(by: "chief", reason: "", now: Self.now) == "commune-vi/2")
        #expect(try await fixture.ledger.rollBackModel(by: "chief", reason: "", now: Self.now) == nil)
        #expect(try await fixture.ledger.modelsAtWork().serving == nil)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.rollBackModel(by: "chief", reason: "", now: Self.now)
        }
        let changes = try await fixture.ledger.modelChanges()
        #expect(changes.map(\.number) == Array(1...6))
        #expect(changes.map(\.kind) == [.promoted, .promoted, .rolledBack, .promoted, .rolledBack, .rolledBack])
        #expect(try await fixture.ledger.auditEvents().fault == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func whoeverDecides_isHeldToWhatTheySaw(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        for number in 2...3 { try await fixture.ledger.addModel(Self.version(number)) }
        let own = ModelsAtWork(serving: nil, shadow: nil)
        try await fixture.ledger.promoteModel(
            "commune-vi/2", by: "chief", reason: "better", seeing: own, now: Self.now)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.promoteModel(
                "commune-vi/3", by: "other", reason: "better", seeing: own, now: Self.now)
        }
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.rollBackModel(by: "other", reason: "", seeing: own, now: Self.now)
        }
        let seen = try await fixture.ledger.modelsAtWork()
        #expect(try await fixture.ledger.rollBackModel(by: "chief", reason: "", seeing: seen, now: Self.now) == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func aVersion_neverChanges(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        #expect(try await fixture.ledger.addModel(Self.version(2)))
        #expect(try await !fixture.ledger.addModel(Self.version(2)))
        await #expect(throws: LedgerError.self) { try await fixture.ledger.addModel(Self.version(2, digit: "b")) }
        #expect(try await fixture.ledger.modelVersions().map(\.digest) == [String(repeating: "a", count: 64)])
    }

    @Test(arguments: LedgerKind.allCases)
    func oneVersionAtMost_isInTheShadow_andNoneThatServes(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.addModel(Self.version(2, isShadow: true))
        try await fixture.ledger.addModel(Self.version(3, isShadow: true))
        #expect(try await fixture.ledger.modelsAtWork().shadow?.identifier == "commune-vi/3")
        try await fixture.ledger.promoteModel("commune-vi/3", by: "chief", reason: "better", now: Self.now)
        #expect(try await fixture.ledger.modelsAtWork().shadow == nil)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.setShadow(to: "commune-vi/3", by: "chief", now: Self.now)
        }
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.setShadow(to: "commune-vi/9", by: "chief", now: Self.now)
        }
        try await fixture.ledger.setShadow(to: "commune-vi/2", by: "chief", now: Self.now)
        try await fixture.ledger.setShadow(to: nil, by: "chief", now: Self.now)
        #expect(try await fixture.ledger.modelsAtWork().shadow == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func shadow_isHeldAgainstWhatPeopleSaid(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.ledger.addModel(Self.version(2, isShadow: true))
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 2).map(\.id)
        for dossier in dossiers {
            try await fixture.ledger.recordTriage(.decided(.auto, dossier), pipeline: "commune/1", now: Self.now)
            let decision = ShadowDecision(
                dossier: dossier, model: "commune-vi/2", decision: .review, procedure: "1.004884", probability: 0.6)
            try await fixture.ledger.recordShadow(decision, now: Self.now)
            try await fixture.ledger.recordShadow(decision, now: Self.now)
        }
        let item = try await fixture.ledger.queueItems(ofDossier: dossiers[0])[0].id
        try await fixture.ledger.return(item, by: "officer", reason: "wrong", procedure: "1.004884", now: Self.now)
        let cases = try await fixture.ledger.shadowCases(of: "commune-vi/2", beside: "commune-vi/1")
        #expect(cases.count == 2)
        let settled = try #require(cases.first { $0.serving.dossier == dossiers[0] })
        #expect(settled.serving.procedure == "1.001193")
        #expect(settled.serving.decision == .auto)
        #expect(settled.shadow.procedure == "1.004884")
        #expect(settled.word?.procedure == "1.004884")
        #expect(cases.first { $0.serving.dossier == dossiers[1] }?.word == nil)
        #expect(try await fixture.ledger.shadowCases(of: "commune-vi/2", beside: "commune-vi/7").isEmpty)
    }
}
