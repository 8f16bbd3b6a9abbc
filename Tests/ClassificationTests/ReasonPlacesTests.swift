import Classification
import Dossiers
import Testing

private let lines: [[(String, Int)]] = [
    [("TỜ", 0), ("KHAI", 50), ("(mẫu)", 100)], [("Nội", 0), ("dung:", 50), ("Tách", 120), ("hộ", 180)],
]

private let page = RecognizedPage(
    number: 4, content: .text, width: 1000, height: 1000, resolution: 300, turned: 0, skew: 0,
    lines: lines.enumerated().map { row, words in
        TextLine(
            words: words.map {
                Word(text: $0.0, confidence: 0.9, box: PixelBox(x: $0.1, y: row * 100, width: 40, height: 20))
            })
    }, codes: [], quality: PageQuality(confidence: 0.9, syllables: 0.9))

@Test func reason_isFoundWhereItsWordsStand() {
    let reasons = ReasonPlaces([page]).reasons(for: [
        Prediction.WeighedWords(text: "tách hộ", weight: 1), Prediction.WeighedWords(text: "to khai", weight: -0.5),
    ])
    #expect(reasons.map(\.page) == [4, 4])
    #expect(reasons.first?.box == PixelBox(x: 120, y: 100, width: 100, height: 20))
    #expect(reasons.last?.box == PixelBox(x: 0, y: 0, width: 90, height: 20))
    #expect(reasons.last?.weight == -0.5)
}

@Test func reason_hasNoPlaceWhereItsWordsStandInTwoLines() {
    let reasons = ReasonPlaces([page]).reasons(for: [Prediction.WeighedWords(text: "mẫu nội", weight: 1)])
    #expect(reasons.map(\.text) == ["mẫu nội"])
    #expect(reasons.first?.page == nil)
}

@Test func model_namesWordsForAndAgainst() throws {
    let prediction = try Trained.model().predict(Examples.residenceForm("Tách hộ tại thôn Khe Vè", 1))
    #expect(prediction.weighed.contains { $0.weight == 1 })
    #expect(prediction.weighed.allSatisfy { abs($0.weight) <= 1 && $0.weight != 0 })
    #expect(Set(prediction.because).isSubset(of: prediction.weighed.filter { $0.weight > 0 }.map(\.text)))
}

@Test func words_areFoundInATextByTheirOffsets() {
    let offsets = WordOffsets("TỜ KHAI\nNội dung:  Tách hộ")
    #expect(offsets.range(of: "tách hộ") == 19..<26)
    #expect(offsets.range(of: "to khai") == 0..<7)
    #expect(offsets.range(of: "không có") == nil)
}
