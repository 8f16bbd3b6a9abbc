import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct IntakeTests {
    @Test(arguments: LedgerKind.allCases)
    func registeringTheSameBytesTwice_changesNothing(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let first = try await fixture.ledger.register(.named("a.pdf"), now: LedgerFixture.morning)
        let again = try await fixture.ledger.register(
            .named("a.pdf"), now: LedgerFixture.morning.addingTimeInterval(60))
        #expect(again == .known(first.scan))
        #expect(try await fixture.ledger.events(ofScan: first.scan.id).map(\.kind) == [.scanRegistered])
    }

    @Test(arguments: LedgerKind.allCases)
    func sameBytesUnderAnotherPath_areNotedAsSeenThere(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let first = try await fixture.ledger.register(.named("a.pdf"), now: LedgerFixture.morning)
        let again = try await fixture.ledger.register(
            .named("a.pdf", path: "/elsewhere/b.pdf"), now: LedgerFixture.morning)
        #expect(again == .known(first.scan))
        #expect(
            try await fixture.ledger.events(ofScan: first.scan.id).map(\.kind) == [.scanRegistered, .scanSighted])
        #expect(try fixture.stored("SELECT COUNT(*) FROM sightings") == 2)
    }

    @Test(arguments: LedgerKind.allCases)
    func pageCount_isSetOnce(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 3)
        #expect(scan.state == .reading)
        #expect(scan.pageCount == 3)
        try await fixture.ledger.setPageCount(of: scan.id, to: 3, format: "pdf", now: LedgerFixture.morning)
        #expect(try await fixture.ledger.pages(of: scan.id).map(\.state) == [.pending, .pending, .pending])
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.setPageCount(of: scan.id, to: 4, format: "pdf", now: LedgerFixture.morning)
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func scanThatCannotBeOpened_isOneQuarantinedPageAndOneDossier(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.ledger.register(.named("broken.pdf"), now: LedgerFixture.morning).scan
        for _ in 1...2 {
            try await fixture.ledger.quarantineScan(
                scan.id, reason: "not a PDF", pipeline: "commune/1", now: LedgerFixture.morning)
        }
        let counts = try await fixture.ledger.counts(in: .everything)
        #expect(counts.pages == [.quarantined: 1])
        #expect(counts.dossiers == [.quarantined: 1])
        #expect(counts.isBalanced)
        var results: [DossierResult] = []
        try await fixture.ledger.forEachResult(in: .everything) { results.append($1) }
        #expect(results.map(\.reason) == ["not a PDF"])
        #expect(results.map(\.source) == ["broken.pdf"])
        #expect(results.map(\.pages) == [[]])
    }

    @Test(arguments: LedgerKind.allCases)
    func batch_holdsItsOwnScansOnly_oldestFirst(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let now = LedgerFixture.morning
        _ = try await fixture.ledger.register(.named("old.pdf"), now: now)
        _ = try await fixture.ledger.register(.named("z.pdf"), now: now)
        try await fixture.ledger.startBatch("run-1", now: now)
        for name in ["a.pdf", "z.pdf", "a.pdf"] {
            _ = try await fixture.ledger.register(.named(name), batch: "run-1", now: now)
        }
        let scans = try await fixture.ledger.scans(.registered, in: .batch("run-1"), limit: 10)
        #expect(scans.map(\.name) == ["z.pdf", "a.pdf"])
    }

    @Test(arguments: LedgerKind.allCases, ["not-a-digest", ""])
    func schema_refusesWhatIsNoDigest(kind: LedgerKind, digest: String) async throws {
        let fixture = try await LedgerFixture(kind)
        let file = ArrivedFile(digest: digest, name: "a.pdf", bytes: 1, path: "/a.pdf")
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.register(file, now: LedgerFixture.morning)
        }
        #expect(try fixture.stored("SELECT COUNT(*) FROM events") == 0)
    }
}
