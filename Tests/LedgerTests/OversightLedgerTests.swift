import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct OversightLedgerTests {
    private static let now = LedgerFixture.morning

    @Test(arguments: LedgerKind.allCases)
    func search_wantsEveryWord_andTakesTheLastForABeginning(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 3)
        for (dossier, name) in zip(dossiers, ["Lò Thị Mẩy", "Lò Văn Đức", "Vàng A Páo"]) {
            var result = DossierResult.decided(.auto, dossier.id, pages: dossier.pages)
            let box = PixelBox(x: 0, y: 0, width: 9, height: 9)
            result.fields = [ExtractedField(name: .applicantName, value: name, confidence: 0.8, page: 1, box: box)]
            try await fixture.ledger.recordTriage(result, pipeline: "commune/1", now: Self.now)
        }
        for (words, expected) in [
            ("lo", [1, 0]), ("lò duc", [1]), ("Lò thi M", [0]), ("lo pao", []), ("duc", [1]), ("páo", [2]),
            ("batch", [2, 1, 0]), ("l", []),
        ] {
            let query = try #require(SearchQuery(words))
            let found = try await fixture.ledger.search(query, unit: nil, limit: 9, by: "reception", now: Self.now)
            #expect(Set(found.map(\.dossier)) == Set(expected.map { dossiers[$0].id }), "\(words)")
            let foreign = try await fixture.ledger.search(query, unit: "thue", limit: 9, by: "tax", now: Self.now)
            #expect(foreign.isEmpty)
        }
        #expect(SearchQuery("… – !") == nil)
        let log = try await fixture.ledger.events(EventFilter(kind: .searchMade, actor: "tax"), limit: 3)
        #expect(log.count == 3 && log.map(\.sequence) == log.map(\.sequence).sorted(by: >))
        let older = try await fixture.ledger.events(EventFilter(), before: log[2].sequence, limit: 1)
        #expect(older.map(\.sequence) == [log[2].sequence - 1])
    }

    @Test(arguments: LedgerKind.allCases)
    func search_findsWhatAUnitHasInherited(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: Self.now)
        let query = try #require(SearchQuery("batch"))
        for (inherited, count) in [([], 0), (["thue"], 0), (["thue", "van-phong"], 1)] {
            let found = try await fixture.ledger.search(
                query, unit: "kinh-te", inherited: inherited, limit: 9, by: "unit", now: Self.now)
            #expect(found.count == count)
        }
    }

    @Test func event_ofANewerHoso_isReadUnderItsOwnWord() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        _ = try await fixture.splitScan("a.pdf", dossiers: 1)
        try fixture.tamper(
            "DROP TRIGGER events_are_not_changed; UPDATE events SET kind = 'scan.dreamt' WHERE sequence = 2")
        let events = try await fixture.ledger.events(EventFilter(), limit: 9)
        #expect(events.first { $0.sequence == 2 }?.kind == .other)
        #expect(events.first { $0.sequence == 2 }?.word == "scan.dreamt")
        #expect(events.first { $0.sequence == 1 }?.word == "scan.registered")
    }

    @Test(arguments: LedgerKind.allCases)
    func runningItems_areThoseWhoseClockRuns(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 3)
        var items: [String] = []
        for (index, dossier) in dossiers.enumerated() {
            let due = Self.now + Double(3 - index) * 3_600
            try await fixture.ledger.recordTriage(
                .decided(.auto, dossier.id, pages: dossier.pages, due: due), pipeline: "commune/1", now: Self.now)
            items += try await fixture.ledger.queueItems(ofDossier: dossier.id).map(\.id)
        }
        try await fixture.ledger.accept(items[1], by: "officer-7", now: Self.now)
        try await fixture.ledger.pause(items[1], for: .supplement, by: "officer-7", now: Self.now)
        let ledger = fixture.ledger
        let running = try await ledger.runningItems(due: .distantPast..<Self.now + 86_400, limit: 9)
        #expect(running.map(\.id) == [items[2], items[0]])
        #expect(try await ledger.runningItems(due: Self.now..<Self.now + 3_601, unit: "van-phong", limit: 9).count == 1)
        #expect(try await ledger.runningItems(due: Self.now..<Self.now + 86_400, unit: "thue", limit: 9).isEmpty)
        #expect(try await ledger.countWaitingForPerson() == 0)
    }

    @Test(arguments: LedgerKind.allCases)
    func token_opensUntilItsEndOrItsAccountsEnd(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        try await ledger.addAccount(
            "lan", role: .unit, unit: "van-phong", password: "x", by: nil, now: Self.now)
        let digests = ["a", "b", "c"].map { String(repeating: $0, count: 64) }
        for digest in digests {
            try await ledger.issueToken(
                digest, of: "lan", for: "the unit's own system", by: nil, now: Self.now, until: Self.now + 86_400)
        }
        #expect(try await ledger.account(byToken: digests[0], now: Self.now)?.account.unit == "van-phong")
        #expect(try await ledger.account(byToken: digests[0], now: Self.now + 86_400) == nil)
        try await ledger.revokeToken(String(digests[1].prefix(12)), by: nil, now: Self.now)
        #expect(try await ledger.account(byToken: digests[1], now: Self.now) == nil)
        await #expect(throws: LedgerError.self) {
            try await ledger.revokeToken(String(digests[1].prefix(12)), by: nil, now: Self.now)
        }
        try await ledger.closeAccount("lan", by: nil, now: Self.now)
        #expect(try await ledger.account(byToken: digests[0], now: Self.now) == nil)
        #expect(try await fixture.ledger.tokens().allSatisfy { !$0.isValid(at: Self.now) })
    }
}
