import Dossiers
import Foundation
import Insight
import Ledger
import Testing

@Suite struct AccuracyReportTests {
    static let monday = OfficeFixture.monday

    @Test func sample_isDrawnOnceFromWhatWasDecidedAlone_andTellsNoDecision() async throws {
        let office = try await OfficeFixture()
        var alone: Set<String> = []
        for _ in 0..<6 { alone.insert(try await office.dossier(at: Self.monday)) }
        try await office.dossier(.review, reason: "page 3 could not be read: too dark", at: Self.monday)
        let august = Self.monday - 86_400..<Self.monday + 86_400
        let first = try await office.ledger.drawAuditSample(of: 4, triaged: august, by: "chief", now: Self.monday)
        let second = try await office.ledger.drawAuditSample(of: 4, triaged: august, by: "chief", now: Self.monday)
        #expect(first.population == 6)
        #expect(second.population == 2)
        #expect(Set(first.dossiers + second.dossiers) == alone)
        let open = try await office.ledger.openAuditCases(limit: 10)
        #expect(Set(open.map(\.dossier)) == alone)
        let events = try await office.ledger.events(ofDossier: first.dossiers[0]).filter { $0.kind == .auditDrawn }
        #expect(events.map { $0.detail["population"] } == ["6"])
    }

    @Test func verdicts_becomeAccuracyWithItsInterval_andConfusions() async throws {
        let office = try await OfficeFixture()
        for _ in 0..<10 { try await office.dossier(procedure: "1.001193", at: Self.monday) }
        let drawn = try await office.ledger.drawAuditSample(
            of: 10, triaged: Self.monday - 1..<Self.monday + 1, by: "chief", now: Self.monday)
        for (index, dossier) in drawn.dossiers.enumerated() {
            try await office.ledger.judgeAuditCase(
                dossier, as: index == 0 ? "1.004884" : "1.001193", by: "chief", now: Self.monday)
        }
        await #expect(throws: LedgerError.self) {
            try await office.ledger.judgeAuditCase(drawn.dossiers[0], as: "1.001193", by: "x", now: Self.monday)
        }
        let report = try await AccuracyReport(from: office.source("2026-08-01", "2026-08-31"))
        #expect(report.sample.judged == 10)
        #expect(report.sample.right == 9)
        // R: binom.test(9, 10)
        #expect(abs((report.sample.interval?.lowerBound ?? 0) - 0.5549839) < 1e-6)
        #expect(abs((report.sample.interval?.upperBound ?? 0) - 0.9974714) < 1e-6)
        #expect(report.confusions.map { [$0.taken, $0.truth] } == [["1.001193", "1.004884"]])
        #expect(try await office.ledger.miscountedTallies() == [])
    }

    @Test func noFailures_stillLeaveRoomForSome() throws {
        let interval = try #require(Binomial.interval(100, of: 100, confidence: 0.95))
        #expect(interval.upperBound == 1)
        #expect(abs(interval.lowerBound - 0.9637833) < 1e-6)
        #expect(Binomial.interval(0, of: 0, confidence: 0.95) == nil)
    }

    @Test func misroutesAndReasonsForReview_areCounted() async throws {
        let office = try await OfficeFixture()
        let item = try await office.item(at: Self.monday)
        try await office.ledger.return(
            item, by: "o", reason: "r", to: "kinh-te", procedure: "1.004884", now: Self.monday)
        try await office.ledger.accept(item, by: "o", now: Self.monday)
        for page in [3, 14] {
            try await office.dossier(.review, reason: "page \(page) could not be read: too dark", at: Self.monday)
        }
        let report = try await AccuracyReport(from: office.source("2026-08-01", "2026-08-31"))
        #expect(report.reviews.map(\.why) == ["page # could not be read: too dark"])
        #expect(report.reviews.map(\.count) == [2])
        #expect(report.misroutes.map(\.unit) == ["kinh-te", "van-phong"])
        #expect(report.misroutes.map(\.rate) == [0, 1])
        #expect(Set(report.confusions.map(\.truth)) == ["kinh-te", "1.004884"])
    }
}
