import Dossiers
import Foundation
import Ledger
import Testing

/// What an operation costs. Not a check, so it runs only when asked for:
/// `HOSO_MEASURE=10000 swift test -c release --filter LedgerMeasure`.
@Suite struct LedgerMeasure {
    static let dossiers = ProcessInfo.processInfo.environment["HOSO_MEASURE"].flatMap { Int($0) }

    @Test(.enabled(if: LedgerMeasure.dossiers != nil)) func costOfEachOperation() async throws {
        let count = try #require(Self.dossiers)
        let fixture = try await LedgerFixture(.sqlite)
        let ledger = fixture.ledger
        let now = LedgerFixture.morning
        var scans: [ScanRecord] = []
        try await ledger.startBatch("run", now: now)
        try await measure("register", count) {
            scans.append(try await ledger.register(.named("scan-\($0).pdf"), batch: "run", now: now).scan)
        }
        try await measure("setPageCount", count) {
            try await ledger.setPageCount(of: scans[$0].id, to: 1, format: "pdf", now: now)
        }
        try await measure("claimNextPage and recordRead, 300 words", count) { _ in
            let claim = try #require(
                try await ledger.claimNextPage(for: "reader", in: .batch("run"), now: now, leaseFor: 60))
            try await ledger.recordRead(claim, .page(1, words: 300), as: .read, seconds: 1, now: now)
        }
        try await measure("scansFullyRead", 20) { _ in _ = try await ledger.scansFullyRead(in: .batch("run")) }
        var dossiers: [DossierRecord] = []
        try await measure("recordSplit", count) {
            dossiers += try await ledger.recordSplit(scans[$0].id, into: [[1]], now: now)
        }
        try await measure("recordTriage", count) {
            try await ledger.recordTriage(.decided(.auto, dossiers[$0].id), pipeline: "commune/1", now: now)
        }
        try await measure("counts", 20) { _ in _ = try await ledger.counts(in: .batch("run")) }
        try await measure("queue, 50 items", 20) { _ in
            _ = try await ledger.queue(of: "van-phong", [.proposed], limit: 50)
        }
        try await measure("every result", 1) { _ in
            var results = 0
            try await ledger.forEachResult(in: .batch("run")) { _, _ in results += 1 }
            #expect(results == count)
        }
        try await measure("damage", 1) { _ in
            let damage = try await ledger.damage()
            #expect(damage.isEmpty)
        }
        let bytes = try FileManager.default.attributesOfItem(atPath: fixture.file.path)[.size] as? NSNumber
        print("file: \((bytes?.doubleValue ?? 0) / 1e6) MB")
    }

    private func measure(_ name: String, _ times: Int, _ work: (Int) async throws -> Void) async throws {
        let clock = ContinuousClock()
        var longest = Duration.zero
        let start = clock.now
        for index in 0..<times {
            let before = clock.now
            try await work(index)
            longest = max(longest, clock.now - before)
        }
        let mean = (clock.now - start) / times
        print("\(name): mean \(mean / .milliseconds(1)) ms, longest \(longest / .milliseconds(1)) ms")
    }
}
