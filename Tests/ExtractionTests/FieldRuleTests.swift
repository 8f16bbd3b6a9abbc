import Dossiers
import Extraction
import Testing

@Test func knownForm_putsTogetherWhatWasReadInPieces() {
    let template = form(
        """
        PHIẾU ĐĂNG KÝ GIỮ CHỖ
        Người muốn giữ chỗ: {ai:name}
        Sinh hôm: {sinh:date}
        Giấy tờ: {so:id_number}
        Chỗ ở của người ấy: {noi:address}
        Cửa hàng: {hang:business}
        Nơi cấp phép: {cap:office}
        """,
        fields: [
            "ai": .applicantName, "sinh": .applicantDateOfBirth, "so": .applicantIDNumber, "noi": .applicantAddress,
            "hang": .businessName, "cap": .documentIssuer,
        ])
    let found = fields(
        template,
        """
        PHIẾU ĐĂNG KÝ GIỮ CHỖ
        Người muốn giữ chỗ: LÝ THỊ THỦ NGÂN
        Sinh hôm: 28-1 1-1985.
        Giấy tờ: Thẻ căn cước số: 022 185012345, cấp ngày 22/08/2024
        Chỗ ở của người ấy: Ỉ(2) thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh
        Cửa hàng: CƠ SỞ sửa CHỮA XE.MÁY
        Nơi cấp phép: Phòng Tài chính - Kế hoạch huyện Hạ -
        """)
    #expect(found[.applicantName] == "Lý Thị Thu Ngân")
    #expect(found[.applicantDateOfBirth] == "1985-11-28")
    #expect(found[.applicantIDNumber] == "022185012345")
    #expect(found[.applicantAddress] == "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh")
    #expect(found[.businessName] == "CƠ SỞ SỬA CHỮA XE MÁY")
    #expect(found[.documentIssuer] == "Phòng Tài chính - Kế hoạch huyện Hạ")
}

private let visitor = form(
    "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: {ai:name}\nGọi số: {dt:phone}\nChỗ ở: {noi:address}\nGhi chú thêm: {ghi:text}",
    fields: ["ai": .applicantName, "dt": .applicantPhone, "noi": .applicantAddress])

private func sureness(_ name: String) -> Double? {
    let text = "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: \(name)\nGọi số: 0912345678\nGhi chú thêm: không\n\(name)"
    let paper = ReadPaper(form: visitor.id, pages: [page(text, space: 0)])
    return Extractor(forms: [visitor]).extract(papers: [paper]).first { $0.name == .applicantName }?.confidence
}

@Test func nameThatStandsTwice_isSureOnlyWithAKnownSurname() throws {
    #expect(try #require(sureness("NÔNG VĂN AN")) > 0.9)
    #expect(try #require(sureness("TẲNG VĂN AN")) <= 0.9)
    // Put right, but in more than a tone.
    #expect(try #require(sureness("TẦNG VĂN AN")) <= 0.9)
}

@Test func surnameOfAPeopleOfTheProvince_isNotTakenForAnother() throws {
    #expect(try #require(sureness("NÌNH VĂN AN")) > 0.9)
    let found = fields(visitor, "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: NÌNH VĂN AN\nGọi số: 0912345678\nGhi chú thêm: x")
    #expect(found[.applicantName] == "Nình Văn An")
}

@Test(arguments: [
    // Of what was read badly, the one tone that makes a syllable of names; of what was read clearly, nothing.
    ("NÔNG MỊNH ÁNH", 0.6, "Nông Minh Ánh"), ("NÔNG MỊNH AN", 0.95, "Nông Mịnh An"),
    ("NÔNG VĂN AN", 0.6, "Nông Văn An"),
])
func givenName_getsItsToneBack(read: String, confidence: Double, meant: String) {
    let text = "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: \(read)\nGọi số: 0912345678\nGhi chú thêm: không"
    #expect(fields(visitor, text, confidence: confidence)[.applicantName] == meant)
}

@Test func letterOfANameThatWasTakenForADigit_isALetter() {
    let name = fields(visitor, "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: NÔN6 THỊ KIM MAI\nGọi số: 0912345678")[
        .applicantName]
    #expect(name == "Nông Thị Kim Mai")
    // A number behind a name is none of its letters.
    #expect(
        fields(visitor, "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: NÔNG THỊ MAI 8A\nGọi số: x")[.applicantName]
            == "Nông Thị Mai")
}

@Test func wallOfABoxThatWasReadAsAOne_isNoDigitOfANumber() {
    let template = form("PHIẾU\nSố giấy: {so:id12}\nGhi chú thêm: {ghi:text}", fields: ["so": .applicantIDNumber])
    let number = fields(template, "PHIẾU\nSố giấy: 0 2 2 11 8 6 492804\nGhi chú thêm: x")[.applicantIDNumber]
    #expect(number == "022186492804")
    // Without either of two ones it would be a number.
    #expect(fields(template, "PHIẾU\nSố giấy: 0 2 2 1 0 8 6 492814\nGhi chú thêm: x")[.applicantIDNumber] == nil)
}

@Test func nameWithASyllableThatNoNameHas_isNeverSure() throws {
    #expect(try #require(sureness("NÔNG VĂN HÀNG")) <= 0.9)
}

@Test func phoneThatBeginsWithAnotherRoundDigit_beginsWithANought() {
    #expect(fields(visitor, "PHIẾU GIỮ CHỖ\nGọi số: 9809440994\nGhi chú thêm: x")[.applicantPhone] == "0809440994")
    #expect(fields(visitor, "PHIẾU GIỮ CHỖ\nGọi số: 1809440994\nGhi chú thêm: x")[.applicantPhone] == nil)
    #expect(fields(visitor, "PHIẾU GIỮ CHỖ\nGọi số: 084485481 I\nGhi chú thêm: x")[.applicantPhone] == "0844854811")
}

@Test func nameBeforeAWordThatCannotBeRead_isDoubted() throws {
    #expect(try #require(sureness("NÔNG VĂN BCDG")) < 0.85)
}

@Test func surnameWhoseCapitalIsNoLarger_isASurname() {
    #expect(
        fields(visitor, "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: vũ VĂN AN\nGọi số: 0912345678")[.applicantName]
            == "Vũ Văn An")
    #expect(fields(visitor, "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: do VĂN AN\nGọi số: 0912345678")[.applicantName] == nil)
}

@Test func nameReadTwice_isOne_whereOneOfThemHasLostASurnamesMark() throws {
    let text = "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: NÔNG VĂN AN\nGọi số: 0912345678\nGhi chú thêm: không\nNÓNG VĂN AN"
    let paper = ReadPaper(form: visitor.id, pages: [page(text, space: 0)])
    let name = try #require(Extractor(forms: [visitor]).extract(papers: [paper]).first { $0.name == .applicantName })
    #expect(name.value == "Nông Văn An")
    #expect(name.confidence > 0.9)
}

@Test func numberOfTheOnlyCard_isNotProposedToAFormThatAsksForNone() {
    let template = form(
        "GIẤY XIN GẶP\nNgười xin gặp: {ai:name}\nGặp về việc gì: {ghi:text}", fields: ["ai": .applicantName])
    let found = fields(
        template, "GIẤY XIN GẶP\nNgười xin gặp: wÍx ~xw wq\nGặp về việc gì: đất đai", confidence: 0.3,
        others: [card("022085012345||Bàn Văn An|01021985|Nam|thôn Hạ, xã Hải Lạng|01012022")])
    #expect(found == [.applicantName: "Bàn Văn An"])
}

@Test func phoneWithoutItsNought_getsItBackAndIsDoubted() throws {
    let text = "PHIẾU GIỮ CHỖ\nNgười muốn giữ chỗ: NÔNG VĂN AN\nGọi số: 912345678\nGhi chú thêm: không"
    let paper = ReadPaper(form: visitor.id, pages: [page(text, space: 0)])
    let phone = Extractor(forms: [visitor]).extract(papers: [paper]).first { $0.name == .applicantPhone }
    #expect(phone?.value == "0912345678")
    #expect(try #require(phone?.confidence) < 0.8)
}

@Test(arguments: [
    ("thôn Hạ, xã Hải Lạng, Quảng, Ninh", "thôn Hạ, xã Hải Lạng, Quảng Ninh"),
    ("thôn Pạc §ủi, xã Hải Lạng, n, tỉnh Quảng Ninh", "thôn Pạc Sủi, xã Hải Lạng, tỉnh Quảng Ninh"),
    ("thôn Hạ, › xã Hải Lạng, tỉnh Quảng Ninh", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh"),
    ("thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh Điều 1, Bên A", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh"),
    ("thôn Hạ, phường Thủy Lợi, tỉnh Quảng Ninh", "thôn Hạ, phường Thủy Lợi, tỉnh Quảng Ninh"),
    ("\"thôn Sán Xế: Đông, xã Hải Lạng, Quảng. Ninh.", "thôn Sán Xế Đông, xã Hải Lạng, Quảng Ninh"),
    ("số, nhà 84, thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh", "số nhà 84, thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh"),
    ("thôn Thác Bưởi !, xã Hải Lạng, tỉnh Quảng Minh", "thôn Thác Bưởi 1, xã Hải Lạng, tỉnh Quảng Ninh"),
    ("thên Trung, xã Hải Lạng, Ninh", "thôn Trung, xã Hải Lạng, Quảng Ninh"),
    ("thôn Hạ, xã Nào Đó, Ninh", "thôn Hạ, xã Nào Đó, Ninh"),
    ("thôn Hạ, xã Nào Đó, tỉnh Quảng Minh", "thôn Hạ, xã Nào Đó, tỉnh Quảng Minh"),
])
func address_isWhatThePlacesSay(read: String, meant: String) {
    let places = PlaceNames(
        lines: """
            Xã Hải Lạng; Tỉnh Quảng Ninh
            Phường Thuỷ Lợi; Tỉnh Quảng Ninh
            Tỉnh Quảng Ninh
            Tỉnh Bắc Ninh
            """.split(separator: "\n"))
    let found = fields(visitor, "PHIẾU GIỮ CHỖ\nGọi số: 0912345678\nChỗ ở: \(read)\nGhi chú thêm: x", places: places)
    #expect(found[.applicantAddress] == meant)
}

@Test func strokesOfAPen_areNoNameOfABusiness() {
    let trader = form(
        "PHIẾU GIỮ CHỖ\nCửa hàng: {hang:business}\nGhi chú thêm: {ghi:text}", fields: ["hang": .businessName])
    for (read, meant) in [("a#w, /Ý aWwww", nil), ("MAI HKD 2", "MAI HKD 2"), ("Shop Kids", "Shop Kids")] {
        #expect(fields(trader, "PHIẾU GIỮ CHỖ\nCửa hàng: \(read)\nGhi chú thêm: x")[.businessName] == meant)
    }
}

@Test(arguments: ["Tạp hóa HỒNG MAI", "CỬA HÀNG TẠP HÓA Mai", "CƠ SỞ MAY MẶC THU HÀ - CHI NHÁNH 2", "5(2) SAO VIỆT"])
func knownForm_keepsABusinessNameInItsOwnLetters(name: String) {
    let template = form("PHIẾU\nCửa hàng: {hang:business}\nGhi chú thêm: {ghi:text}", fields: ["hang": .businessName])
    let found = fields(template, "PHIẾU\nCửa hàng: \(name)\nGhi chú thêm: không")
    #expect(found[.businessName] == name)
}

@Test(arguments: [true, false])
func cardsDayOfBirth_isTakenWhereTheFormAsksForOne(asks: Bool) {
    let template = form(
        "GIẤY XIN GẶP\nNgười xin gặp: {ai:name}\n‡ Sinh vào hôm: {sinh:date}\nGặp về việc gì: {ghi:text}",
        fields: ["ai": .applicantName, "sinh": .applicantDateOfBirth])
    let birth = asks ? "Sinh vào hôm: 0I.0Z.19B5\n" : ""
    let found = fields(
        template, "GIẤY XIN GẶP\nNgười xin gặp: Bàn Văn An\n\(birth)Gặp về việc gì: đất đai",
        others: [card("022085012345||Bàn Văn An|01021985|Nam|thôn Hạ, xã Hải Lạng|01012022")])
    #expect(found[.applicantName] == "Bàn Văn An")
    #expect(found[.applicantDateOfBirth] == (asks ? "1985-02-01" : nil))
}

@Test(arguments: [
    ("Ủy ban nhân dân xã Điền Xá, huyên Tiên Yên", "Ủy ban nhân dân xã Điền Xá, huyện Tiên Yên"),
    ("PHÒNG KINH TẾ XA ĐIÊN XÁ", "PHÒNG KINH TẾ XÃ ĐIỀN XÁ"),
    ("Bảo hiểm xã hội tinh Quảng Ninh", "Bảo hiểm xã hội tỉnh Quảng Ninh"),
    ("Ủy ban nhân dân xã Hai Lang", "Ủy ban nhân dân xã Hai Lang"),
])
func officesName_getsThePlacesMarksBack(read: String, right: String) {
    let places = PlaceNames(lines: [
        "Tỉnh Quảng Ninh", "Xã Hải Lạng; Tỉnh Quảng Ninh", "Xã Hải Lăng; Tỉnh Quảng Trị", "Xã Điền Xá",
        "Huyện Tiên Yên",
    ])
    let template = form("PHIẾU\nNơi cấp phép: {cap:office}\nGhi chú thêm: {ghi:text}", fields: ["cap": .documentIssuer])
    let found = fields(template, "PHIẾU\nNơi cấp phép: \(read)\nGhi chú thêm: không", places: places)
    #expect(found[.documentIssuer] == right)
}

@Test func areaWithAGapBehindItsComma_isWholeWhereTheUnitIsTheForms() {
    let template = form("PHIẾU\nDiện tích: {dt:area} m2, địa chỉ: {ghi:text}", fields: ["dt": .landArea])
    #expect(fields(template, "PHIẾU\nDiện tích: 151, 6 m2, địa chỉ: thôn Hạ")[.landArea] == "151,6")
    #expect(fields(template, "PHIẾU\nDiện tích: 151.6 m2, địa chỉ: thôn Hạ")[.landArea] == "151,6")
    #expect(fields(template, "PHIẾU\nDiện tích: 1.516 m2, địa chỉ: thôn Hạ")[.landArea] == "1.516")
    #expect(fields(template, "PHIẾU\nDiện tích: 151, ? m2, địa chỉ: thôn Hạ")[.landArea] == nil)
}
