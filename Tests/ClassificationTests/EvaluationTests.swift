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
