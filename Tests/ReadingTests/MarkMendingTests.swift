import Dossiers
import Testing

@testable import Reading

struct MarkMendingTests {
    private static let pairs = CommonPairs(
        Array(
            """
            ghi 4 rõ
            rõ 4 họ
            họ 4 tên
            ủy 4 ban
            ban 4 nhân
            nhân 4 dân
            dân 4 xã
            gắn 4 liền
            liền 4 với
            hòa 4 bình
            bạn 4 bè
            nhận 4 kết
            thay 1 đối 9 đổi
            cm 4 dưới
            quản 9 lý
            lý 9 hành
            một 2 thành
            cộng 10 hòa
            thành 2 hai
            """.utf8), inUse: Array("ghi\nrỏ\nnhấn\nliên\nđối\ntý\ntháng\n".utf8))

    private func mended(_ text: String, confidence: Double = 0.85) -> String {
        let words = text.split(separator: " ").enumerated().map { place, word in
            Word(text: String(word), confidence: confidence, box: PixelBox(x: 100 * place, y: 0, width: 90, height: 30))
        }
        return MarkMending.mended(words, by: Self.pairs).map(\.text).joined(separator: " ")
    }

    @Test(arguments: [
        ("(ký, ghỉ rõ họ tên)", "(ký, ghi rõ họ tên)"), ("Ủy bạn nhân dân", "Ủy ban nhân dân"),
        ("GẮN LIÊN VỚI ĐẤT", "GẮN LIỀN VỚI ĐẤT"), ("uỷ bạn nhấn dân", "uỷ ban nhân dân"),
        // A pair that is also found, but seldom, is a slip of the pen.
        ("thay đối", "thay đổi"),
        // What is no word was misread, in a letter or in its marks.
        ("điểm thay đối/chấm", "điểm thay đổi/chấm"), ("cha/ban nhấn", "cha/ban nhân"),
        ("ban nhôn dân", "ban nhân dân"), ("15 cm đưới", "15 cm dưới"),
    ])
    func commonWords_getTheirMarksBack(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test func wordThatNeitherNeighbourKnows_isOneThatBothKnowFarBetter() {
        #expect(mended("quản tý hành", confidence: 0.8) == "quản lý hành")
        #expect(mended("quản tý", confidence: 0.8) == "quản tý")
        // Two letters, and clear print between neighbours that seldom stand beside the other.
        #expect(mended("quản ty hành", confidence: 0.8) == "quản ty hành")
        #expect(mended("một tháng hai", confidence: 0.96) == "một tháng hai")
    }

    @Test(arguments: [
        // Another word of the list stands beside it, or none.
        "bạn bè", "hoà bình", "bạn học", "ghi. Rỗ",
        // A syllable of names, which no list of pairs knows.
        "Phạm Hoa Bình", "PHẠM HOA BÌNH",
    ])
    func whatMayBeMeant_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test func wordReadClearly_isChangedOnlyForWhatIsOftenMisread() {
        #expect(mended("ghi rỏ họ", confidence: 0.97) == "ghi rõ họ")
        #expect(mended("bạn nhân", confidence: 0.97) == "bạn nhân")
        #expect(mended("thay đối", confidence: 0.97) == "thay đổi")
    }

    @Test(arguments: [
        ("tên: Nguyên Thị Hoa", "tên: Nguyễn Thị Hoa"), ("PHAM HỮU TÀI", "PHẠM HỮU TÀI"),
        ("ông Trấn Văn Bình", "ông Trần Văn Bình"),
    ])
    func surnameAtTheBeginningOfAName_getsItsMarksBack(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: ["xã Trấn Dương", "thôn Đao Hà", "Thị Nguyên Hoa", "tổ Pham"])
    func whatIsNoSurname_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test func mendedSurname_isNotSure() {
        let words = ["Pham", "Thị"].enumerated().map { place, text in
            Word(text: text, confidence: 0.97, box: PixelBox(x: 100 * place, y: 0, width: 90, height: 30))
        }
        #expect(MarkMending.mended(words, by: Self.pairs).map(\.confidence) == [0.85, 0.97])
    }

    private func mended(_ before: String, _ text: String, rival: RivalSign, _ behind: String) -> String {
        let words = [before, text, behind].enumerated().map { place, word in
            Word(
                text: word, confidence: 0.96, box: PixelBox(x: 100 * place, y: 0, width: 90, height: 30),
                rivals: place == 1 ? [rival] : [])
        }
        return MarkMending.mended(words, by: Self.pairs).map(\.text).joined(separator: " ")
    }

    @Test func signThatWasNearlyRead_isBelievedMoreThanOneThatWasNot() {
        let rival = RivalSign(place: 1, sign: "a", confidence: 0.8)
        #expect(mended("ủy", "bạn", rival: rival, "nhân") == "ủy ban nhân")
        #expect(mended("ủy", "bạn", rival: RivalSign(place: 1, sign: "á", confidence: 0.8), "học") == "ủy bạn học")
        let letter = RivalSign(place: 0, sign: "L", confidence: 0.8)
        #expect(mended("quản", "tý", rival: letter, "hành") == "quản lý hành")
        #expect(mended("0,5", "cm", rival: RivalSign(place: 0, sign: "e", confidence: 0.8), "dưới") == "0,5 cm dưới")
    }

    @Test func syllableOfANameSeenNearlyAsWell_isOneWhereTheOtherIsNone() {
        func nguyen(_ text: String, _ sign: String, _ confidence: Double) -> String {
            mended("Nguyễn", text, rival: RivalSign(place: 2, sign: sign, confidence: confidence), "Cường")
        }
        #expect(nguyen("Ngoc", "ọ", 0.6) == "Nguyễn Ngọc Cường")
        #expect(nguyen("Ngoc", "ọ", 0.4) == "Nguyễn Ngoc Cường")
        #expect(nguyen("Thủy", "ú", 0.6) == "Nguyễn Thủy Cường")
        // `VỊ` is no surname.
        #expect(mended("tên:", "Vi", rival: RivalSign(place: 1, sign: "ị", confidence: 0.9), "Anh") == "tên: Vi Anh")
    }

    @Test func syllableBehindASurname_isPartOfTheName() {
        #expect(mended("Đỗ Công Hòa") == "Đỗ Công Hòa")
        #expect(mended("CÔNG HÒA") == "CỘNG HÒA")
    }

    @Test func wordOfAnotherColumn_saysNothing() {
        let words = [("quản", 0), ("lý", 100), ("bạn", 400), ("nhân", 500)].map { text, x in
            Word(text: text, confidence: 0.85, box: PixelBox(x: x, y: 0, width: 90, height: 30))
        }
        #expect(MarkMending.mended(words, by: Self.pairs).map(\.text) == ["quản", "lý", "ban", "nhân"])
        let apart = MarkMending.mended([words[2], words[3].moved(by: 200)], by: Self.pairs)
        #expect(apart.map(\.text) == ["bạn", "nhân"])
    }

    @Test func pairsOfForms_areWholeWordsInSmallLetters() {
        #expect(CommonPairs.known.meant(by: "ghỉ", after: nil, before: "rõ", confidence: 0.9) == "ghi")
        #expect(CommonPairs.known.meant(by: "bạn", after: "ủy", before: "nhân", confidence: 0.9) == "ban")
    }
}

extension Word {
    fileprivate func moved(by distance: Int) -> Word {
        Word(
            text: text, confidence: confidence,
            box: PixelBox(x: box.x + distance, y: box.y, width: box.width, height: box.height))
    }
}
