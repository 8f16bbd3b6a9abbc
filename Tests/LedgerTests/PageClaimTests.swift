import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct PageClaimTests {
    @Test(arguments: LedgerKind.allCases)
    func claim_takesTheOldestScanFirst_inPageOrder(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let first = try await fixture.scan("b.pdf", pages: 2)
        let second = try await fixture.scan("a.pdf", pages: 1)
        var claims: [PageClaim] = []
        while let claim = try await fixture.claim() { claims.append(claim) }
        #expect(claims.map(\.scan) == [first.id, first.id, second.id])
        #expect(claims.map(\.page) == [1, 2, 1])
    }

    @Test(arguments: LedgerKind.allCases)
    func claim_skipsPagesLeasedByAnotherWorker(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 2)
        let mine = try #require(try await fixture.claim("reader-1"))
        let theirs = try #require(try await fixture.claim("reader-2"))
        #expect(mine.page == 1)
        #expect(theirs.page == 2)
        #expect(try await fixture.claim("reader-3") == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func claim_ofABatch_leavesOtherScansAlone(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("old.pdf", pages: 1)
        try await fixture.ledger.startBatch("run-1", now: LedgerFixture.morning)
        let scan = try await fixture.scan("new.pdf", pages: 1, batch: "run-1")
        let claim = try await fixture.ledger.claimNextPage(
            for: "reader-1", in: .batch("run-1"), now: LedgerFixture.morning, leaseFor: 60)
        #expect(claim?.scan == scan.id)
        let next = try await fixture.ledger.claimNextPage(
            for: "reader-1", in: .batch("run-1"), now: LedgerFixture.morning, leaseFor: 60)
        #expect(next == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func expiredLease_isTakenAgain(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 1)
        _ = try await fixture.claim("reader-1")
        #expect(try await fixture.claim("reader-2", at: LedgerFixture.morning.addingTimeInterval(59)) == nil)
        let taken = try await fixture.claim("reader-2", at: LedgerFixture.morning.addingTimeInterval(60))
        #expect(taken?.page == 1)
        #expect(taken?.failedAttempts == 0)
    }

    @Test(arguments: LedgerKind.allCases, ["reader-1", "reader-2"])
    func staleClaim_isRefused(kind: LedgerKind, taker: String) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 1)
        let late = LedgerFixture.morning.addingTimeInterval(61)
        let lost = try #require(try await fixture.claim("reader-1"))
        let held = try #require(try await fixture.claim(taker, at: late))
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.recordRead(lost, .page(1), as: .read, seconds: 1, now: late)
        }
        await #expect(throws: LedgerError.self) {
            _ = try await fixture.ledger.recordFailure(lost, reason: "late", attemptsAllowed: 2, now: late)
        }
        try await fixture.ledger.recordRead(held, .page(1), as: .read, seconds: 1, now: late)
    }

    @Test(arguments: LedgerKind.allCases)
    func recordedPage_comesBackAsItWas(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 2)
        let claim = try #require(try await fixture.claim())
        let page = RecognizedPage.page(1, words: 40)
        let progress = try await fixture.ledger.recordRead(
            claim, page, as: .read, seconds: 0.75, now: LedgerFixture.morning)
        #expect(progress == .pagesAreOpen)
        let stored = try await fixture.ledger.pages(of: scan.id, 1...1)
        #expect(stored.map(\.recognized) == [page])
        #expect(stored.map(\.seconds) == [0.75])
        #expect(try await fixture.ledger.pages(of: scan.id, withText: false).map(\.recognized) == [nil, nil])
    }

    @Test(arguments: LedgerKind.allCases)
    func lastPage_makesTheScanFullyRead(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 2)
        var progress: [ScanProgress] = []
        for disposition in [PageDisposition.blank, .separator] {
            #expect(try await fixture.ledger.scansFullyRead(in: .everything).isEmpty)
            let claim = try #require(try await fixture.claim())
            progress.append(
                try await fixture.ledger.recordRead(
                    claim, .page(claim.page), as: disposition, seconds: 0, now: LedgerFixture.morning))
        }
        #expect(progress == [.pagesAreOpen, .fullyRead])
        #expect(try await fixture.ledger.scansFullyRead(in: .everything).map(\.id) == [scan.id])
    }

    @Test(arguments: LedgerKind.allCases)
    func pageThatFailsTwice_isQuarantinedWithTheReason(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let scan = try await fixture.scan("a.pdf", pages: 1)
        var outcomes: [FailureOutcome] = []
        for _ in 1...2 {
            let claim = try #require(try await fixture.claim())
            outcomes.append(
                try await fixture.ledger.recordFailure(
                    claim, reason: "the reader was killed", attemptsAllowed: 2, now: LedgerFixture.morning
                ).outcome)
        }
        #expect(outcomes == [.willRetry, .quarantined])
        #expect(try await fixture.claim() == nil)
        let page = try #require(try await fixture.ledger.pages(of: scan.id).first)
        #expect(page.state == .quarantined)
        #expect(page.reason == "the reader was killed")
        #expect(try await fixture.ledger.scan(scan.id).state == .read)
        #expect(
            try await fixture.ledger.events(ofScan: scan.id).map(\.kind)
                == [.scanRegistered, .scanCounted, .pageFailed, .pageQuarantined])
    }

    @Test(arguments: LedgerKind.allCases)
    func cancelledTask_stillRecordsWhatItRead(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 1)
        let claim = try #require(try await fixture.claim())
        let reading = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await fixture.ledger.recordRead(
                claim, .page(1), as: .read, seconds: 0, now: LedgerFixture.morning)
        }
        reading.cancel()
        #expect(try await reading.value == .fullyRead)
    }

    @Test(arguments: LedgerKind.allCases)
    func releasedLeases_costNoAttempt_andSpareTheLiving(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try await fixture.scan("a.pdf", pages: 2)
        _ = try await fixture.claim("dead")
        _ = try await fixture.claim("alive")
        #expect(try await fixture.ledger.releaseLeases(keeping: ["alive"]) == 1)
        let claim = try await fixture.claim("reader-3")
        #expect(claim?.page == 1)
        #expect(claim?.failedAttempts == 0)
        #expect(try await fixture.claim("reader-3") == nil)
        #expect(try await fixture.ledger.releaseLeases() == 2)
    }

    @Test(arguments: LedgerKind.allCases)
    func eightWorkers_claimEachOfAThousandPagesOnce(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        for number in 1...10 { try await fixture.scan("scan-\(number).pdf", pages: 100) }
        let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 1...8 {
                group.addTask {
                    var pages: [String] = []
                    while let claim = try await fixture.claim("reader-\(worker)") {
                        pages.append("\(claim.scan)/\(claim.page)")
                        try await fixture.ledger.recordRead(
                            claim, .page(claim.page), as: .read, seconds: 0, now: LedgerFixture.morning)
                    }
                    return pages
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 1000)
        #expect(Set(claimed).count == 1000)
        #expect(try await fixture.ledger.counts(in: .everything).pages == [.read: 1000])
        #expect(try await fixture.ledger.damage().isEmpty)
    }
}
