import Dossiers
import Testing

@testable import Reading

struct WordMendingTests {
    private func mended(_ text: String) -> String {
        let word = Word(text: text, confidence: 0.9, box: PixelBox(x: 10, y: 20, width: 120, height: 30))
        return WordMending.mended([TextLine(words: [word])])[0].text
    }

    @Test(arguments: [
        ("27I3I1991", "27/3/1991"), ("01⁄11⁄1988", "01/11/1988"), ("07l2023", "07/2023"), ("08/03I2035", "08/03/2035"),
        ("24I10,", "24/10,"),
        ("8l4/2022.", "8/4/2022."),
    ]) func slashReadAsALetter_isASlash(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: [
        ("tháng7", "tháng 7"), ("số12/QĐ", "số12/QĐ"), ("giờ39", "giờ 39"), ("Họvàtên:", "Họ và tên:"),
        ("đệmvà", "đệm và"), ("CHỖỞ", "CHỖ Ở"), ("TỈNHQUẢNG", "TỈNH QUẢNG"), ("(danhcá", "(danh cá"),
        // `thứm ấy` could be two syllables, but nobody says so.
        ("lầnthứmấy", "lần thứ mấy"), ("Quanhệ", "Quan hệ"), ("ÝKIẾNCỦACHỦ", "Ý KIẾN CỦA CHỦ"),
        ("BỘYTẾ", "BỘ Y TẾ"), ("m2,sởhữuriêng(14):36", "m2, sở hữu riêng(14):36"), ("3năm", "3 năm"),
        ("SốCCCD", "Số CCCD"), ("CMNDhoặc", "CMND hoặc"),
    ]) func wordsWithoutASpace_areDivided(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: [
        "CT01", "m2", "km2", "Independence", "gmail.com", "I", "II", "12I", "AB123456", "nghiêng", "Đắk", "0l", "Chíu",
    ]) func whatMayBeMeant_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test(arguments: [
        ("022085012345do", "022085012345 do"), ("18/6/2024tại", "18/6/2024 tại"), ("I2", "12"), ("(l4)", "(14)"),
        ("12o/GPXD", "120/GPXD"), ("tíchl397", "tích 1397"), ("1I/QĐ-UBND", "11/QĐ-UBND"),
    ]) func numberGluedOrMisread_isOne(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: ["1500ha", "120000đ", "5mg", "MST0123456789", "lI"])
    func unitsAndRomanNumbers_stay(read: String) {
        #expect(mended(read) == read)
    }

    private func row(_ words: [(String, Int)], gap: Int = 20) -> String {
        var x = 0
        let placed = words.map { text, height in
            defer { x += 20 * text.count + gap }
            return Word(
                text: text, confidence: 0.9, box: PixelBox(x: x, y: 50 - height, width: 20 * text.count, height: height)
            )
        }
        return WordMending.mended([TextLine(words: placed)])[0].text
    }

    @Test func digitsInBoxes_areOneNumber() {
        let digits = ["0", "2", "2", "0", "8", "5012345"].map { ($0, 30) }
        #expect(row([("số:", 30)] + digits) == "số: 022085012345")
        #expect(row([("nhân:", 30), ("O", 30), ("22085012345", 30)]) == "nhân: 022085012345")
        #expect(row([("022", 30), ("085012345", 30)]) == "022085012345")
        #expect(row([("12", 30), ("2085012345", 30)]) == "12 2085012345")
        #expect(row([("0912", 30), ("345", 30), ("678", 30)]) == "0912 345 678")
        #expect(row([("thoại:", 30), ("o", 30), ("347209734", 30)]) == "thoại: 0347209734")
        #expect(row([("số:", 30), ("o", 30), ("347209734", 30)]) == "số: o 347209734")
        // Heads of a table's columns, far apart, and a row of numbers of other lengths.
        #expect(row((1...9).map { ("\($0)", 30) }, gap: 200) == "1 2 3 4 5 6 7 8 9")
        #expect(row([("0", 30), ("2", 30), ("12", 30), ("5", 30)]) == "0 2 12 5")
    }

    @Test(arguments: [
        ("QUAN6,", "QUANG,"), ("L0N6", "LONG"), ("THẢ0", "THẢO"), ("1âu", "lâu"), ("6iấy", "Giấy"), ("(6iấy", "(Giấy"),
        ("60/QÐ-UBND", "60/QĐ-UBND"), ("11/ĐÐK", "11/ĐK"), ("ðất", "đất"),
    ]) func letterTakenForOneOfItsShape_isThatOfTheWord(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: ["TỔ1", "LÔ5", "THÔN6", "A1", "A10", "H5N1", "QL18A", "CO2", "CT08", "B60S", "5G", "8B", "12A3"])
    func markOfLettersAndDigits_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test(arguments: [("tộc:Hoa", "tộc: Hoa"), ("Họ,chữđệmvà", "Họ, chữ đệm và"), ("đồ:122", "đồ: 122")])
    func wordsWithASignBetween_areTwo(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: ["10:30", "a,b", "3,5ha", "an@xã.vn:25", "https://dichvucong.gov.vn", "Kính:", "(tính):Nam"])
    func signInsideAWord_dividesNothingElse(read: String) {
        #expect(mended(read) == read)
    }

    private func row(_ text: String) -> String { row(text.split(separator: " ").map { (String($0), 30) }) }

    @Test(arguments: [
        ("Tiên Yên, ngày o2 tháng ó năm zoz6", "Tiên Yên, ngày 02 tháng 6 năm 2026"),
        ("ngày 11 thúng s năm 199s.", "ngày 11 tháng 5 năm 1995."), ("ngày LI tháng I", "ngày 11 tháng 1"),
        ("ngây 30 tháng 9 nam 2025", "ngày 30 tháng 9 năm 2025"), ("tháng 09 nằm 2026,", "tháng 09 năm 2026,"),
        ("THÁNG 8 NẮM 2026", "THÁNG 8 NĂM 2026"), ("khoản I Điều l4", "khoản 1 Điều 14"), ("Điều I.", "Điều 1."),
    ]) func signsWhereANumberStands_areDigits(read: String, meant: String) {
        #expect(row(read) == meant)
    }

    @Test(arguments: [
        "tháng 9 nam giới", "thang 4 nam", "ngày lễ tháng Tám", "ngày SO tháng I", "ngày 30 thông qua", "tháng I năm",
        "Chương I", "khoản nợ", "Điều lệ",
        "ngày mồng thăng hoa",
    ]) func whereNoNumberCanStand_wordsStay(read: String) {
        #expect(row(read) == read)
    }

    @Test(arguments: [
        ("(Ký, ghi rã hạ tên)", "(Ký, ghi rõ họ tên)"),
        ("(Ký, ghi rõ hạ, chữ đệm, tên)", "(Ký, ghi rõ họ, chữ đệm, tên)"),
        ("(ký và ghỉ rõ hạ tên)", "(ký và ghi rõ họ tên)"), ("(Ký tên, đúng dấu)", "(Ký tên, đóng dấu)"),
        ("(Ký, ghi rõ hạ, hữ đệm, tên, chức vụ và đóng", "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng"),
    ]) func captionOfASignature_isOneOfThoseInUse(read: String, meant: String) {
        #expect(row(read) == meant)
    }

    @Test(arguments: [
        "(Ký, ghi rõ họ tên hoặc đóng dấu)", "(Ký, ghi rõ họ tên cùng chức vụ)", "ký hợp đồng mua bán",
        "Ký gửi đồng hồ", "không đóng phí", "kỳ đóng thuế",
    ])
    func whatIsNoCaption_stays(read: String) {
        #expect(row(read) == read)
    }

    @Test(arguments: [
        ("theo Quyết định SỐ 276/GBT", "theo Quyết định số 276/GBT"), ("SỐ: 229/2026", "Số: 229/2026"),
        ("Quốc tịch việt nam.", "Quốc tịch Việt Nam."), ("Tên trẻ: vi Thu Huyền", "Tên trẻ: Vi Thu Huyền"),
    ]) func wordsOfOneShapeInCapitalsAndSmall_areAsTheirNeighbours(read: String, meant: String) {
        #expect(row(read) == meant)
    }

    @Test(arguments: ["NGHỊ QUYẾT SỐ 12", "MỤC SỐ", "Công ty VCCS", "người việt", "Lý do: vi phạm", "ghi: cao hơn"])
    func capitals_stayWhereNeighboursSayNothing(read: String) {
        #expect(row(read) == read)
    }

    @Test func numberThatCannotBe_isTheOneThatWasNearlyRead() {
        func row(_ texts: String..., rival: RivalSign) -> String {
            let words = texts.enumerated().map { place, text in
                Word(
                    text: text, confidence: 0.9, box: PixelBox(x: 100 * place, y: 0, width: 80, height: 30),
                    rivals: text.first?.isNumber == true ? [rival] : [])
            }
            return WordMending.mended([TextLine(words: words)])[0].text
        }
        let nought = RivalSign(place: 0, sign: "0", confidence: 0.4)
        #expect(row("ngày", "01", "tháng", "91", "năm", rival: nought) == "ngày 01 tháng 01 năm")
        #expect(row("số", "934197350746", rival: nought) == "số 034197350746")
        #expect(row("số", "93419735074", rival: nought) == "số 93419735074")
        let none = RivalSign(place: 1, sign: "2", confidence: 0.4)
        #expect(row("ngày", "01", "tháng", "91", "năm", rival: none) == "ngày 01 tháng 91 năm")
        #expect(row("số", "934197350746", rival: none) == "số 934197350746")
    }

    @Test func wordAsHighAsTheCapitalsBesideIt_isInCapitals() {
        #expect(row([("cơ", 38), ("sở", 38), ("SỬA", 38), ("CHỮA", 38)]) == "CƠ SỞ SỬA CHỮA")
        #expect(row([("ỦY", 40), ("BAN", 30), ("xã", 22), ("HẢI", 40), ("LẠNG", 38)]) == "ỦY BAN xã HẢI LẠNG")
        #expect(row([("cơ", 24), ("SỬA", 38), ("CHỮA", 38)]) == "cơ SỬA CHỮA")
    }

    @Test func overlookedLine_isPutIntoItsRowOrBetweenRows() {
        func line(_ text: String, x: Int, y: Int) -> TextLine {
            TextLine(words: [Word(text: text, confidence: 0.9, box: PixelBox(x: x, y: y, width: 90, height: 30))])
        }
        let read = [line("một", x: 0, y: 0), line("bốn", x: 0, y: 150)]
        let all = read.inserting(line("ba", x: 0, y: 100)).inserting(line("hai", x: 0, y: 50))
            .inserting(line("năm", x: 200, y: 153)).inserting(line("sáu", x: 0, y: 200))
        #expect(all.map(\.text) == ["một", "hai", "ba", "bốn năm", "sáu"])
    }

    @Test func boxesOfDividedWords_lieSideBySideInTheOldOne() {
        let word = Word(text: "tháng7", confidence: 0.9, box: PixelBox(x: 10, y: 20, width: 120, height: 30))
        let words = WordMending.mended([TextLine(words: [word])])[0].words
        #expect(words.map(\.box.x) == [10, 110])
        #expect(words.map(\.box.width) == [100, 20])
    }
}
