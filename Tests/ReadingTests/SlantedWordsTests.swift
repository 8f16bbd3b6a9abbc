import Dossiers
import Testing

@testable import Reading

struct SlantedWordsTests {
    private func word(_ text: String, _ confidence: Double) -> Word {
        Word(text: text, confidence: confidence, box: PixelBox(x: 1, y: 2, width: 30, height: 40))
    }

    @Test func numberReadBetterUpright_isTakenInItsOwnPlace() {
        let better = SlantedWord.better(of: word("T986", 0.1), word("1988", 0.95))
        #expect(better == word("1988", 0.95))
    }

    @Test func numberReadClearlyInTwoWays_isDoubted() {
        let better = SlantedWord.better(of: word("679", 0.95), word("619", 0.96))
        #expect(better.text == "619")
        #expect(better.confidence <= 0.8)
    }

    @Test(arguments: [
        // Hardly read, much less sure, no number, or of other print.
        ("619", 0.5), ("619", 0.79), ("G1g", 0.99), ("61900", 0.99),
    ])
    func readingThatIsNoBetter_changesNothing(text: String, confidence: Double) {
        #expect(SlantedWord.better(of: word("67", 0.96), word(text, confidence)) == word("67", 0.96))
    }

    @Test func signsAroundANumber_areLeftAsTheyWereRead() {
        #expect(SlantedWord.better(of: word("619,", 0.7), word("619", 0.97)) == word("619,", 0.7))
    }

    @Test(arguments: [
        ("28/11/1957", 0.97, true), ("116/QĐ-UBND", 0.97, true), ("Htếu", 0.9, true), ("Hiểu", 0.6, true),
        ("5", 0.3, false), ("Điều", 0.97, false), ("xwÍx", 0.1, false),
    ])
    func secondLook_isForNumbersAndWordsThatAreDoubtful(text: String, confidence: Double, isDoubtful: Bool) {
        #expect(SlantedWord.isDoubtful(word(text, confidence)) == isDoubtful)
    }

    @Test(arguments: [
        ("Htếu", 0.85, "Hiếu", 0.9, "Hiếu"), ("Mút", 0.5, "Múi", 0.9, "Múi"), ("Mút", 0.78, "Múi", 0.9, "Mút"),
        ("Htếu", 0.85, "Hlếu", 0.95, "Htếu"),
    ])
    func word_isExchangedForASyllableThatIsLikelier(
        read: String, confidence: Double, upright: String, sure: Double, expected: String
    ) {
        #expect(SlantedWord.better(of: word(read, confidence), word(upright, sure)).text == expected)
    }

    /// Stems of ones, each row so many pixels further to the left.
    private func stems(leaning slant: Double) -> DrawnPage {
        var page = DrawnPage(paper: 255)
        for stem in 0..<6 {
            for row in 0..<30 {
                page.fill(x: 120 + 24 * stem - Int(slant * Double(row)), y: 50 + row, width: 4, height: 1, shade: 0)
            }
        }
        return page
    }

    @Test func slantedPrint_isSetUpright() throws {
        let box = PixelBox(x: 100, y: 45, width: 160, height: 40)
        guard let upright = try stems(leaning: 0.2).picture().setUpright(box) else {
            throw ReadingError.recognitionFailed
        }
        let middle = upright.height / 2
        let stem = (0..<upright.width).first { shade(upright, $0, middle) < 100 } ?? 0
        // The same column is black from top to bottom.
        #expect(shade(upright, stem + 1, middle - 12) < 128)
        #expect(shade(upright, stem + 1, middle + 10) < 128)
    }

    @Test func uprightPrint_isLeftAlone() throws {
        let isUpright =
            try stems(leaning: 0).picture().setUpright(
                PixelBox(x: 100, y: 45, width: 160, height: 40)) == nil
        #expect(isUpright)
    }
}
