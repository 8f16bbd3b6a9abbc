import Dossiers
import Scans
import Testing

/// The mark of a state secret, and what only looks like it.
@Suite struct SecrecyMarkTests {
    /// A page of 1,000 × 1,414 pixels with phrases at places: words of 40 × 20 pixels, a space of 10 between.
    private func page(_ phrases: [(text: String, x: Int, y: Int)]) -> RecognizedPage {
        let rows = Dictionary(grouping: phrases, by: \.y).sorted { $0.key < $1.key }
        let lines = rows.map { y, phrases in
            TextLine(
                words: phrases.flatMap { phrase in
                    phrase.text.split(separator: " ").enumerated().map { index, word in
                        Word(
                            text: String(word), confidence: 0.9,
                            box: PixelBox(x: phrase.x + 50 * index, y: y, width: 40, height: 20))
                    }
                })
        }
        return RecognizedPage(
            number: 1, content: .text, width: 1_000, height: 1_414, resolution: 120, turned: 0, skew: 0, lines: lines,
            codes: [], quality: PageQuality(confidence: 0.9, syllables: 1))
    }

    @Test(arguments: ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "TOI MAT", "MẠT", "| MẬT |", "[MẬT]", "TUYẸT MÂT"])
    func markByItself_inTheUpperPart_isOne(text: String) {
        #expect(SecrecyMark.isOn(page([("ỦY BAN NHÂN DÂN", 100, 100), (text, 120, 300)])))
    }

    @Test func markBesideADate_onOneLine_isOne() {
        #expect(SecrecyMark.isOn(page([("MẬT", 120, 220), ("Tiên Yên ngày 5 tháng 8", 500, 220)])))
    }

    @Test(arguments: ["CAM KẾT BẢO MẬT", "Mật", "mật ong", "MẬT ONG", "MẶT TRẬN", "MAT", "TỐI", "ĐỘ MẬT CAO", "BÍ MẬT"])
    func otherWords_areNone(text: String) {
        #expect(!SecrecyMark.isOn(page([("ỦY BAN NHÂN DÂN", 100, 100), (text, 120, 300)])))
    }

    @Test func markFarBelow_isNone() {
        #expect(!SecrecyMark.isOn(page([("ỦY BAN NHÂN DÂN", 100, 100), ("MẬT", 120, 1_200)])))
    }
}
