import Classification
import Testing

private func judged(_ right: Bool, _ probability: Double) -> JudgedText {
    JudgedText(label: "a", predicted: right ? "a" : "b", probability: probability)
}

@Test func evaluation_countsWhatIsRight() {
    let evaluation = Evaluation(of: [judged(true, 1), judged(true, 1), judged(false, 1), judged(false, 1)])
    #expect(evaluation.accuracy == 0.5)
    // Label a: precision 1, recall 1/2; label b is never right.
    #expect(abs(evaluation.macroF1 - 1.0 / 3) < 1e-12)
    #expect(abs(evaluation.calibrationError - 0.5) < 1e-12)
}

@Test func evaluation_findsNoCalibrationErrorWhereProbabilitiesHold() {
    let texts = (0..<10).map { judged($0 < 7, 0.7) }
    #expect(Evaluation(of: texts).calibrationError < 1e-9)
}

@Test func coverage_needsEnoughTextsForItsPromise() throws {
    // Without an error, 437 texts say with a quarter of 5 % of risk that the rate is under 1 %; 436 do not.
    #expect(Coverage(of: (0..<436).map { _ in judged(true, 0.9) }, errorRate: 0.01) == nil)
    let coverage = try #require(Coverage(of: (0..<437).map { _ in judged(true, 0.9) }, errorRate: 0.01))
    #expect(coverage.threshold == 0.9)
    #expect(coverage.coverage == 1)
}

@Test func coverage_leavesOutTheUnsureOnesThatAreWrong() throws {
    let texts = (0..<480).map { _ in judged(true, 0.99) } + (0..<120).map { judged($0 % 2 == 0, 0.5) }
    let coverage = try #require(Coverage(of: texts, errorRate: 0.01))
    #expect(coverage.threshold == 0.99)
    #expect(coverage.coverage == 0.8)
    #expect(coverage.observedErrorRate == 0)
}

private func judged(_ right: Int, wrong: Int = 0, probability: Double = 0.9) -> [JudgedText] {
    (0..<(right + wrong)).map { number in
        JudgedText(
            label: "a", predicted: number < right ? "a" : "b",
            probability: (number < right ? probability : probability / 2) + Double(number) * 1e-6)
    }
}

@Test func evidence_needsHundredsOfConfirmedItemsForOnePercent() {
    let none = EvidenceNeeded(of: [], errorRate: 0.01)
    #expect(none.more == none.fewest)
    // 0.99^n under 0.05 / 4.
    #expect(none.fewest == 437)
    #expect(EvidenceNeeded(of: [], errorRate: 0.05).fewest == 86)
}

@Test func evidence_countsDownAsItemsAreConfirmed() {
    #expect(EvidenceNeeded(of: judged(100), errorRate: 0.01).more == 337)
    #expect(EvidenceNeeded(of: judged(500), errorRate: 0.01).more == 0)
}

@Test func evidence_asksForMoreWhereErrorsAreAmongTheSurest() {
    let clean = EvidenceNeeded(of: judged(100), errorRate: 0.05)
    let sureErrors = judged(99) + [JudgedText(label: "a", predicted: "b", probability: 0.999)]
    let marred = EvidenceNeeded(of: sureErrors, errorRate: 0.05)
    #expect(clean.more == 0)
    #expect(marred.more > 0)
    #expect(marred.errors == 1)
}

@Test func evidence_agreesWithTheThreshold() throws {
    let enough = EvidenceNeeded(of: judged(10), errorRate: 0.05)
    #expect(Coverage(of: judged(10 + enough.more), errorRate: 0.05) != nil)
    #expect(Coverage(of: judged(10 + enough.more - 2), errorRate: 0.05) == nil)
}

@Test func reading_isToldByWordsThatNoneLooksLike() {
    #expect(ReadingBand(of: "Tôi đề nghị đăng ký thường trú tại thôn Khe Vè") == .clear)
    #expect(ReadingBand(of: "wzk jfq xtr bcd Tôi đề nghị") == .poor)
}
