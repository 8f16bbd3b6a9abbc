import Dossiers
import Testing

@testable import Reading

struct DoubtTests {
    private func word(_ text: String, _ confidence: Double, x: Int = 1) -> Word {
        Word(text: text, confidence: confidence, box: PixelBox(x: x, y: 2, width: 30, height: 40))
    }

    @Test(arguments: [
        ("28/11/1957", 0.97, Doubt.number), ("116/QĐ-UBND", 0.97, .number), ("o1", 0.9, .number),
        ("m2", 0.9, .number), ("Htếu", 0.9, .syllable),
        ("Hiểu", 0.6, .syllable), ("Republic", 0.95, nil), ("5", 0.3, nil), ("Điều", 0.97, nil), ("xwÍx", 0.1, nil),
    ])
    func secondLook_isForNumbersAndWordsThatAreDoubtful(text: String, confidence: Double, doubt: Doubt?) {
        #expect(Doubt(of: word(text, confidence)) == doubt)
    }

    // MARK: Numbers

    @Test func numberReadBetter_isTakenInItsOwnPlace() {
        #expect(Doubt.better(of: word("T986", 0.1), [(word("1988", 0.95), .upright)]) == word("1988", 0.95))
    }

    @Test func numberThatTwoReadingsSay_isTakenAgainstAClearerThird_andDoubted() {
        let better = Doubt.better(
            of: word("679", 0.96), [(word("619", 0.9), .largerNetwork), (word("619", 0.85), .upright)])
        #expect(better == word("619", 0.8))
    }

    @Test func numberReadAlike_isAsSureAsItsSurestReading() {
        #expect(Doubt.better(of: word("1988", 0.4), [(word("1988", 0.95), .largerNetwork)]) == word("1988", 0.95))
    }

    @Test(arguments: [
        // Hardly read, of other print, no number, or a letter for a digit.
        ("619", 0.5), ("61900", 0.99), ("Gig", 0.99), ("G19", 0.99),
    ])
    func readingThatIsNoBetter_changesNothing(text: String, confidence: Double) {
        #expect(Doubt.better(of: word("67", 0.96), [(word(text, confidence), .largerNetwork)]) == word("67", 0.96))
    }

    @Test func letterForADigit_isTakenForLess_andALetterThatAllSeeStays() {
        #expect(Doubt.better(of: word("j1", 0.9), [(word("11", 0.8), .largerNetwork)]).text == "11")
        #expect(Doubt.better(of: word("m2", 0.9), [(word("m2", 0.95), .largerNetwork)]) == word("m2", 0.9))
        #expect(Doubt.better(of: word("5A", 0.9), [(word("5A", 0.95), .largerNetwork)]) == word("5A", 0.9))
    }

    @Test func lettersBehindANumber_stayAsTheyWereRead() {
        let better = Doubt.better(
            of: word("737/2022QĐST-HNGĐ", 0.2), [(word("131/2022/QDST-HNGD", 0.7), .largerNetwork)])
        #expect(better.text == "131/2022/QĐST-HNGĐ")
    }

    @Test func longNumber_isTakenForLettersThatAreNone() {
        let better = Doubt.better(of: word("oøs3:5£62oo", 0.4), [(word("0531566900", 0.91), .largerNetwork)])
        #expect(better.text == "0531566900")
    }

    @Test func numberReadInPieces_isOne_whereTheLargerNetworkSaysSo() {
        let pieces = [word("2", 0.7), word("9/06/2017", 0.9, x: 40)]
        let whole = Doubt.whole(pieces, word("29/06/2017", 0.95))
        #expect(whole?.text == "29/06/2017")
        #expect(whole?.confidence == 0.95)
        #expect(whole?.box == PixelBox(x: 1, y: 2, width: 69, height: 40))
    }

    @Test(arguments: [("2 9/06", 0.95), ("29/06/2017", 0.6), ("9/06/2017888", 0.95), ("A9/06/2017", 0.95)])
    func numbersReadInPieces_stayApart_whereNothingSaysThatTheyAreOne(text: String, confidence: Double) {
        #expect(Doubt.whole([word("2", 0.7), word("9/06/2017", 0.9, x: 40)], word(text, confidence)) == nil)
    }

    @Test func digitsThatStoodApart_areOneNumber_whereADigitIsReadForEachSign() {
        let pieces = [word("0", 0.9), word("22194839910", 0.8, x: 40)]
        let whole = Doubt.whole(pieces, word("022194839910", 0.95), signs: 12)
        #expect(whole == Word(text: "022194839910", confidence: 0.95, box: PixelBox(x: 1, y: 2, width: 69, height: 40)))
        // Another number than was read at first is doubted.
        #expect(Doubt.whole(pieces, word("022194839916", 0.95), signs: 12)?.confidence == 0.8)
    }

    @Test(arguments: [("022194839910", 0.95, 13), ("022194839910", 0.5, 12), ("O22194839910", 0.95, 12)])
    func digitsThatStoodApart_stayAsTheyWereRead_whereASignIsNone(text: String, confidence: Double, signs: Int) {
        let pieces = [word("0", 0.9), word("22194839910", 0.8, x: 40)]
        #expect(Doubt.whole(pieces, word(text, confidence), signs: signs) == nil)
    }

    // MARK: Syllables

    @Test(arguments: [
        // What is no syllable gives way to one that was read clearly, or twice.
        ("Htếu", 0.85, [("Hiếu", 0.9)], "Hiếu"), ("Htếu", 0.85, [("Hlếu", 0.95)], "Htếu"),
        ("Htếu", 0.85, [("Hiếu", 0.6), ("Hiếu", 0.5)], "Hiếu"), ("Htếu", 0.85, [("Hiếu", 0.6), ("Hiểu", 0.5)], "Htếu"),
        // A syllable, to two readings of which the larger network's is surer.
        ("Mút,", 0.5, [("Múi", 0.9), ("Múi", 0.4)], "Múi,"), ("Mút", 0.5, [("Múi", 0.9)], "Mút"),
        ("Mút", 0.5, [("Múi", 0.4), ("Múi", 0.9)], "Mút"), ("Mút", 0.5, [("Múi", 0.9), ("Mùi", 0.9)], "Mút"),
    ])
    func word_isExchangedForASyllableThatIsLikelier(
        read: String, confidence: Double, readings: [(String, Double)], expected: String
    ) {
        let readings = readings.map { word($0.0, $0.1) }
        #expect(Doubt.likelier(than: word(read, confidence), among: readings).text == expected)
    }

    @Test func syllableThatTheLargerNetworkReadsTheSame_needsNoThirdLook() {
        #expect(!Doubt.isWorthAThirdLook(word("Mút,", 0.5), word("Mút", 0.9)))
        #expect(Doubt.isWorthAThirdLook(word("Mút,", 0.5), word("Múi", 0.9)))
        #expect(Doubt.isWorthAThirdLook(word("Htếu", 0.5), nil))
    }
}
