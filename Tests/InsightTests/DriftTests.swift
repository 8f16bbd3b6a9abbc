import Dossiers
import Foundation
import Insight
import Testing

@Suite struct DriftTests {
    @Test func rates_areHeldAgainstEachOtherByTheirPooledVariance() throws {
        // 40 of 100 against 20 of 100: z = 3.0861, two-sided chance 0.00203.
        let test = try #require(Drift.rates((40, 100), (20, 100)))
        #expect(abs(test.chance - 0.00203) < 1e-5)
        #expect(abs(test.distance - 0.2) < 1e-12)
        #expect(Drift.rates((0, 0), (1, 2)) == nil)
        #expect(Drift.rates((0, 10), (0, 20))?.chance == 1)
    }

    @Test func classes_areHeldAgainstEachOtherByPearsonsTest() throws {
        // The table 30 20 / 20 30: chi-square 4 with one degree of freedom, chance 0.0455.
        let test = try #require(Drift.classes(["a": 30, "b": 20], ["a": 20, "b": 30]))
        #expect(abs(test.chance - 0.0455) < 1e-4)
        #expect(abs(test.distance - 0.2) < 1e-12)
        let same = try #require(Drift.classes(["a": 30, "b": 20], ["a": 60, "b": 40]))
        #expect(same.chance > 0.99)
        #expect(same.distance < 1e-12)
    }

    @Test func rareClasses_countAsOne() throws {
        // Twenty procedures of one dossier each: alone each would be a class of which a half was to be expected.
        let rare = Dictionary(uniqueKeysWithValues: (0..<20).map { ("p\($0)", 1) })
        let other = Dictionary(uniqueKeysWithValues: (20..<40).map { ("p\($0)", 1) })
        let test = try #require(Drift.classes(rare.merging(["a": 100]) { $1 }, other.merging(["a": 100]) { $1 }))
        #expect(test.chance > 0.99)
    }

    @Test func steps_areHeldAgainstEachOtherByTheirCumulatedShares() throws {
        let sure = [0, 0, 0, 100]
        let test = try #require(Drift.steps(sure, [0, 50, 0, 50]))
        #expect(abs(test.distance - 0.5) < 1e-12)
        #expect(test.chance < 1e-9)
        #expect(Drift.steps(sure, sure)?.chance == 1)
        // Kolmogorov's own table: the distribution's upper tail at 1.36 is 0.05.
        let many = try #require(Drift.steps([5_000_000, 5_000_000], [5_006_080, 4_993_920]))
        #expect(abs(many.chance - 0.05) < 0.002)
    }
}

@Suite struct DriftReportTests {
    /// Two weeks: dossiers a day as they are described for each.
    private static func office(
        _ weeks: [(auto: Int, review: Int, procedure: String, probability: Double)]
    ) async throws -> OfficeFixture {
        let office = try await OfficeFixture()
        for (week, plan) in weeks.enumerated() {
            let now = OfficeFixture.monday.addingTimeInterval(Double(week) * 7 * OfficeFixture.day)
            for number in 0..<(plan.auto + plan.review) {
                try await office.dossier(
                    number < plan.auto ? .auto : .review, procedure: plan.procedure, probability: plan.probability,
                    at: now)
            }
        }
        return office
    }

    private static func report(_ office: OfficeFixture) async throws -> DriftReport {
        try await DriftReport(
            from: office.source("2026-08-10", "2026-08-16"), against: office.source("2026-08-03", "2026-08-09"))
    }

    @Test func sameWeeks_haveNotMoved() async throws {
        let office = try await Self.office([(30, 10, "1.001193", 0.96), (31, 9, "1.001193", 0.96)])
        let report = try await Self.report(office)
        #expect(!report.hasMoved)
        #expect(report.lines.map(\.countedBefore).prefix(2) == [40, 40])
        #expect(report.lines.first?.before == 0.25)
    }

    @Test func moreReviews_andLessConfidence_andOtherProcedures_haveMoved() async throws {
        let office = try await Self.office([(38, 2, "1.001193", 0.96), (10, 30, "2.000635", 0.55)])
        let report = try await Self.report(office)
        let moved = report.lines.filter { $0.hasMoved }.map(\.aspect)
        #expect(moved == [.review, .confidence, .procedures])
        #expect(report.shifts.map(\.procedure) == ["1.001193", "2.000635"])
    }

    @Test func aPeriodOfNothing_isNotHeldAgainstAnything() async throws {
        let office = try await Self.office([(5, 5, "1.001193", 0.96)])
        let report = try await Self.report(office)
        #expect(!report.hasMoved)
        #expect(report.lines.allSatisfy { $0.test == nil })
    }
}
