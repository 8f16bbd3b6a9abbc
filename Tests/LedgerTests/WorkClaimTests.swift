import Dossiers
import Foundation
import Ledger
import TestServices
import Testing

@Suite struct WorkClaimTests {
    private let now = LedgerFixture.morning

    @Test(arguments: LedgerKind.allCases)
    func whatFinishesDossiersSoonest_comesFirst(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await fixture.splitScan("done.pdf", dossiers: 1)
        try await fixture.scan("half.pdf", pages: 1)
        _ = try await fixture.ledger.register(.named("new.pdf"), now: now)
        var claims: [String] = []
        while let claim = try await work(fixture) { claims.append(Self.text(claim)) }
        #expect(claims == ["conclude done.pdf", "read 1", "count new.pdf"])
    }

    @Test(arguments: LedgerKind.allCases)
    func theDesk_comesBeforeTheNight_andTheEarlierDossierBeforeTheLater(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        _ = try await fixture.splitScan("night.pdf", dossiers: 1)
        _ = try await ledger.register(.named("late.pdf"), now: now)
        _ = try await ledger.register(.named("early.pdf"), handedInAt: now - 86_400, now: now + 1)
        _ = try await ledger.register(.named("desk.pdf"), urgency: .desk, now: now + 2)
        var claims: [String] = []
        while let claim = try await work(fixture) { claims.append(Self.text(claim)) }
        #expect(claims == ["count desk.pdf", "conclude night.pdf", "count early.pdf", "count late.pdf"])
    }

    @Test(arguments: LedgerKind.allCases)
    func scanThatSomebodyWaitsForNow_movesUp_withItsPages(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 1)
        let second = try await fixture.scan("b.pdf", pages: 2)
        _ = try await fixture.ledger.register(.named("b.pdf"), urgency: .desk, now: now)
        // What is urgent stays so.
        _ = try await fixture.ledger.register(.named("b.pdf"), now: now)
        #expect(try await fixture.claim()?.scan == second.id)
        guard case .read(let claim) = try await work(fixture) else { return #expect(Bool(false)) }
        #expect(claim.scan == second.id && claim.page == 2)
    }

    @Test(arguments: LedgerKind.allCases)
    func handedInTime_staysWithTheScan_andALaterWordCounts(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let first = try await fixture.ledger.register(.named("a.pdf"), handedInAt: now - 60, now: now).scan
        #expect(first.handedInAt == now - 60)
        #expect(try await fixture.ledger.register(.named("a.pdf"), now: now).scan.handedInAt == now - 60)
        let again = try await fixture.ledger.register(.named("a.pdf"), handedInAt: now - 90, now: now).scan
        #expect(again.handedInAt == now - 90)
    }

    @Test(arguments: LedgerKind.allCases)
    func scanInHand_isNobodyElses_untilItsLeaseRunsOut(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await fixture.ledger.register(.named("a.pdf"), now: now)
        #expect(try await work(fixture, "one") != nil)
        #expect(try await work(fixture, "two", at: now + 59) == nil)
        #expect(try await work(fixture, "two", at: now + 60) != nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func leaseThatIsRenewed_lastsLonger_andOneThatWasLostDoesNotComeBack(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        try await fixture.scan("a.pdf", pages: 1)
        _ = try await ledger.register(.named("b.pdf"), now: now)
        let page = try #require(try await work(fixture, "one"))
        let scan = try #require(try await work(fixture, "one"))
        try await ledger.renew([page, scan], now: now + 50, leaseFor: 60)
        #expect(try await work(fixture, "two", at: now + 109) == nil)
        let taken = try #require(try await work(fixture, "two", at: now + 110))
        try await ledger.renew([page], now: now + 111, leaseFor: 1_000)
        guard case .read(let lost) = page, case .read(let held) = taken else { return #expect(Bool(false)) }
        await #expect(throws: LedgerError.self) {
            try await ledger.recordRead(lost, .page(1), as: .read, seconds: 0, now: now)
        }
        try await ledger.recordRead(held, .page(1), as: .read, seconds: 0, now: now)
    }

    @Test(arguments: LedgerKind.allCases)
    func workGivenBack_isFreeAtOnce_andCostsNoAttempt(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 1)
        let page = try #require(try await work(fixture, "one"))
        try await fixture.ledger.giveBack(page)
        guard case .read(let again) = try await work(fixture, "two") else { return #expect(Bool(false)) }
        #expect(again.failedAttempts == 0)
        // A second time it is another's.
        try await fixture.ledger.giveBack(page)
        #expect(try await work(fixture, "three") == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func releasedLeases_areThoseOfScansToo(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await fixture.ledger.register(.named("a.pdf"), now: now)
        _ = try await work(fixture, "dead")
        try await fixture.ledger.releaseLeases(keeping: ["dead"])
        #expect(try await work(fixture, "two") == nil)
        try await fixture.ledger.releaseLeases()
        #expect(try await work(fixture, "two") != nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func openScans_areThoseInOtherHandsToo(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        try await ledger.startBatch("run", now: now)
        #expect(try await !ledger.hasOpenScans(in: .batch("run")))
        let scan = try await ledger.register(.named("a.pdf"), batch: "run", now: now).scan
        _ = try await work(fixture, "other")
        #expect(try await ledger.hasOpenScans(in: .batch("run")))
        try await ledger.quarantineScan(scan.id, reason: "not a PDF", pipeline: "commune/1", now: now)
        #expect(try await !ledger.hasOpenScans(in: .batch("run")))
        #expect(try await work(fixture, "two", at: now + 1_000) == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func workers_areKnownByWhatTheyTold(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        var worker = WorkerRecord(id: "a-1", host: "a", readers: 2, pipeline: "commune 1", at: now)
        try await fixture.ledger.note(worker)
        worker.pages = 7
        worker.seenAt = now + 15
        try await fixture.ledger.note(worker)
        let seen = try await fixture.ledger.workers(seenSince: .distantPast)
        #expect(seen.map(\.pages) == [7] && seen.map(\.leftAt) == [nil])
        worker.leftAt = now + 20
        try await fixture.ledger.note(worker)
        #expect(try await fixture.ledger.workers(seenSince: .distantPast).first?.leftAt != nil)
        #expect(try await fixture.ledger.workers(seenSince: .distantFuture).isEmpty)
    }

    /// Twelve workers on 60 scans, each step as it comes, leases lost at random: everything is done, nothing twice.
    @Test(arguments: LedgerKind.allCases)
    func workersThatLoseTheirLeases_doEverythingOnce(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let ledger = fixture.ledger
        for number in 1...60 { _ = try await ledger.register(.named("scan-\(number).pdf"), now: now) }
        let decided = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 1...12 { group.addTask { try await fixture.workThrough(as: "w\(worker)", seed: worker) } }
            return try await group.reduce(0, +)
        }
        #expect(decided == 60)
        #expect(try await ledger.counts(in: .everything).scans == [.triaged: 60])
        #expect(try fixture.stored("SELECT COUNT(*) FROM events WHERE kind = 'page.read'") == 120)
        #expect(try fixture.stored("SELECT COUNT(*) FROM queue_items") == 60)
        #expect(try await ledger.auditEvents().fault == nil)
        #expect(try await ledger.miscountedTallies() == [])
    }

    @Test func newWork_wakesWhoWaitsOnAnotherConnection() async throws {
        let server = try await TemporaryPostgres.shared
        let address = try server.newLedger()
        let fixture = try await LedgerFixture(.postgres, at: address)
        let other = try await Ledger.open(at: .server(try #require(PostgresAddress(address))), now: now)
        // Until the listener listens, looking is all there is.
        await other.waitForWork()
        let waiting = Task {
            for look in 1... {
                await other.waitForWork()
                if try await other.hasOpenScans(in: .everything) { return look }
            }
            return 0
        }
        _ = try await fixture.ledger.register(.named("a.pdf"), now: now)
        #expect(try await waiting.value > 0)
    }

    private func work(_ fixture: LedgerFixture, _ worker: String = "w", at time: Date? = nil) async throws -> WorkClaim?
    {
        try await fixture.ledger.claimWork(for: worker, in: .everything, now: time ?? now, leaseFor: 60)
    }

    private static func text(_ claim: WorkClaim) -> String {
        switch claim {
        case .conclude(let claim): "conclude \(claim.scan.name)"
        case .read(let claim): "read \(claim.page)"
        case .count(let claim): "count \(claim.scan.name)"
        }
    }
}

extension LedgerFixture {
    /// Does what is to do until nothing is left; each worker's time runs on its own, so that leases run out at random.
    ///
    /// - Returns: Dossiers that it decided.
    fileprivate func workThrough(as worker: String, seed: Int) async throws -> Int {
        var source = SplitMix(state: UInt64(seed))
        var decided = 0
        var idle = 0
        while idle < 3 {
            let now = Self.morning + Double.random(in: 0...200, using: &source)
            guard let claim = try await ledger.claimWork(for: worker, in: .everything, now: now, leaseFor: 60) else {
                // Another may have lost what it holds.
                idle = try await ledger.hasOpenScans(in: .everything) ? 0 : idle + 1
                await Task.yield()
                continue
            }
            do {
                switch claim {
                case .count(let claim):
                    try await ledger.setPageCount(of: claim.scan.id, to: 2, format: "pdf", now: now)
                case .read(let claim):
                    try await ledger.recordRead(claim, .page(claim.page), as: .read, seconds: 0, now: now)
                case .conclude(let claim):
                    for dossier in try await ledger.recordSplit(claim.scan.id, into: [[1, 2]], now: now) {
                        let recorded = try await ledger.recordTriage(
                            .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1", now: now)
                        if recorded == .recorded { decided += 1 }
                    }
                }
            } catch LedgerError.staleClaim {
                continue
            }
        }
        return decided
    }
}
