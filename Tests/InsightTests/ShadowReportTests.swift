import Dossiers
import Foundation
import Insight
import Ledger
import Testing

@Suite struct ShadowReportTests {
    private static func report(
        bothRight: Int = 0, onlyServing: Int = 0, onlyCandidate: Int = 0, bothWrong: Int = 0, unsettled: Int = 0,
        candidateDecides decision: Decision = .review
    ) -> ShadowReport {
        let make = { (serving: String, shadow: String, truth: String?) in
            ShadowCase(
                serving: ShadowDecision(
                    dossier: "D", model: "m/1", decision: .auto, procedure: serving, probability: 0.9),
                shadow: ShadowDecision(
                    dossier: "D", model: "m/2", decision: decision, procedure: shadow, probability: 0.9),
                word: truth.map { PersonsWord(dossier: "D", procedure: $0, source: .corrected, at: .distantPast) })
        }
        var cases = (0..<bothRight).map { _ in make("a", "a", "a") }
        cases += (0..<onlyServing).map { _ in make("a", "b", "a") }
        cases += (0..<onlyCandidate).map { _ in make("a", "b", "b") }
        cases += (0..<bothWrong).map { _ in make("a", "a", "b") }
        cases += (0..<unsettled).map { _ in make("a", "b", nil) }
        return ShadowReport(serving: "m/1", candidate: "m/2", of: cases)
    }

    @Test func figures_addUp() {
        let report = Self.report(bothRight: 5, onlyServing: 1, onlyCandidate: 2, bothWrong: 3, unsettled: 4)
        #expect(report.dossiers == 15)
        #expect(report.agreeing == 8)
        #expect(report.settled == 11)
        #expect(report.bothRight == 5)
        #expect(report.onlyServingRight == 1)
        #expect(report.onlyCandidateRight == 2)
        #expect(report.bothWrong == 3)
        #expect(report.servingAlone == 15)
        #expect(report.servingAloneWrong == 5)
        #expect(report.candidateAlone == 0)
    }

    @Test func chance_isTheExactTestOnDossiersThatTellThemApart() {
        #expect(Self.report(bothRight: 100).chance == 1)
        #expect(abs(Self.report(onlyCandidate: 5).chance - 1.0 / 32) < 1e-12)
        #expect(abs(Self.report(bothRight: 9, onlyServing: 1, onlyCandidate: 7).chance - 9.0 / 256) < 1e-12)
    }

    @Test func candidate_isPromotable_onlyWhenBetterWithSignificance() {
        #expect(Self.report(bothRight: 50, onlyCandidate: 5).objection(errorLimit: 0.01) == nil)
        #expect(Self.report(bothRight: 50, onlyCandidate: 4).objection(errorLimit: 0.01) != nil)
        #expect(Self.report(bothRight: 50).objection(errorLimit: 0.01)?.contains("no dossier tells them apart") == true)
        #expect(Self.report(onlyServing: 9, onlyCandidate: 2).objection(errorLimit: 0.01) != nil)
        #expect(Self.report().objection(errorLimit: 0.01) != nil)
    }

    @Test func candidateThatBreaksItsPromise_isNotPromotable_howeverOftenItIsRight() {
        let report = Self.report(onlyServing: 5, onlyCandidate: 30, candidateDecides: .auto)
        #expect(report.chance < ShadowReport.significance)
        #expect(report.objection(errorLimit: 0.01)?.contains("error limit") == true)
    }
}
