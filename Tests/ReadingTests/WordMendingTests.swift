import Dossiers
import Testing

@testable import Reading

struct WordMendingTests {
    private func mended(_ text: String) -> String {
        let word = Word(text: text, confidence: 0.9, box: PixelBox(x: 10, y: 20, width: 120, height: 30))
        return WordMending.mended([TextLine(words: [word])])[0].text
    }

    @Test(arguments: [
        ("27I3I1991", "27/3/1991"), ("07l2023", "07/2023"), ("24I10,", "24/10,"), ("8l4/2022.", "8/4/2022."),
    ]) func slashReadAsALetter_isASlash(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: [
        ("tháng7", "tháng 7"), ("số12/QĐ", "số12/QĐ"), ("giờ39", "giờ 39"), ("Họvàtên:", "Họ và tên:"),
        ("đệmvà", "đệm và"), ("CHỖỞ", "CHỖ Ở"), ("TỈNHQUẢNG", "TỈNH QUẢNG"), ("(danhcá", "(danh cá"),
    ]) func wordsWithoutASpace_areDivided(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: [
        "CT01", "m2", "km2", "Independence", "gmail.com", "I", "II", "12I", "AB123456", "nghiêng", "Đắk", "0l", "Chíu",
    ]) func whatMayBeMeant_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test func countryOfTheMachineReadableZone_isKnown() {
        #expect(mended("lDVNM9024199190022181222317<<2") == "IDVNM9024199190022181222317<<2")
        #expect(mended("TDVNM9024199190022181222317") == "IDVNM9024199190022181222317")
    }

    @Test func boxesOfDividedWords_lieSideBySideInTheOldOne() {
        let word = Word(text: "tháng7", confidence: 0.9, box: PixelBox(x: 10, y: 20, width: 120, height: 30))
        let words = WordMending.mended([TextLine(words: [word])])[0].words
        #expect(words.map(\.box.x) == [10, 110])
        #expect(words.map(\.box.width) == [100, 20])
    }
}
