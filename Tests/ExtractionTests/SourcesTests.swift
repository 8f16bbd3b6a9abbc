import Dossiers
import Extraction
import Testing

private let places = PlaceNames(lines: [
    "Tỉnh Quảng Ninh", "Xã Hải Lạng; Tỉnh Quảng Ninh", "Xã Hải Lăng; Tỉnh Quảng Trị",
    "Xã Điền Xá", "Huyện Tiên Yên",
])

@Test(arguments: [
    ("thôn Hạ. xã Hải Lang. Quảng Ninh", "thôn Hạ, xã Hải Lạng, Quảng Ninh", false),
    (
        "thôn Khe Vè, Xã Điền Xá, huyên Tiên Yên, tỉnh. Quảng Ninh",
        "thôn Khe Vè, Xã Điền Xá, huyện Tiên Yên, tỉnh Quảng Ninh", true
    ),
    ("số 5 - xã Điền Xá - Quảng Ninh", "số 5 - xã Điền Xá - Quảng Ninh", true),
    ("thôn Hạ, xã Hai Lung, tỉnh Quảng Ninh", "thôn Hạ, xã Hai Lung, tỉnh Quảng Ninh", false),
    ("P. Hồng Gai, TP. Hạ Long", "P. Hồng Gai, TP. Hạ Long", false),
    // A blot within a name, a dash that was not read, and a stray word behind the province.
    ("thôn Hạ, xã Hải Lạng, tỉnh Quảng, Ninh", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("thôn Hạ 1 xã Hải Lạng - tỉnh Quảng Ninh", "thôn Hạ 1 - xã Hải Lạng - tỉnh Quảng Ninh", true),
    ("thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh về", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("thôn Xã Tắc, xã Hải Lạng, Quảng Ninh", "thôn Xã Tắc, xã Hải Lạng, Quảng Ninh", true),
    ("Tố đân phố 4, xã Hải Lạng, tỉnh Quảng Ninh", "Tổ dân phố 4, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("só nhà 30, tố 5, xã Hải Lạng, tỉnh Quảng Ninh", "số nhà 30, tổ 5, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("thôn Hạ, xã Hải Lạng,Quảng Ninh", "thôn Hạ, xã Hải Lạng, Quảng Ninh", true),
    ("thôn Hạ, xã Hải L.ạng, tỉnh Quảng Ninh", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("thôn Hạ, xã Hải L4ng, tỉnh Quảng Ninh", "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh", false),
    ("Tô Hiệu, xã Hải Lạng, tỉnh Quảng Ninh", "Tô Hiệu, xã Hải Lạng, tỉnh Quảng Ninh", true),
    ("thôn Hạ, xã HẢI Lạng, Quảng Ninh", "thôn Hạ, xã Hải Lạng, Quảng Ninh", true),
    ("thôn Hạ xã Hải Lạng Quảng Ninh", "thôn Hạ, xã Hải Lạng, Quảng Ninh", true),
    ("thôn Hạ - Xã Hải Lạng Quảng Ninh", "thôn Hạ - Xã Hải Lạng - Quảng Ninh", true),
])
func address_isMendedOnlyWhereOnePlaceCanBeMeant(read: String, right: String, isVerified: Bool) {
    let address = PostalAddress(read, places: places)
    #expect(address.text == right)
    #expect(address.isVerified == isVerified)
}

@Test(arguments: [
    (["Pham", "Tiến", "Hiếu"], ["Phạm", "Tiến", "Hiếu"]), (["Đăng", "Thi", "Oanh"], ["Đặng", "Thị", "Oanh"]),
    (["Oàng", "Đức", "Và"], ["Hoàng", "Đức", "Và"]), (["Inh", "Thị", "Yến"], ["Inh", "Thị", "Yến"]),
    (["Lô", "Thị", "Yến"], ["Lô", "Thị", "Yến"]),
    (["Vụ", "Văn", "Long"], ["Vũ", "Văn", "Long"]),
    (["Tầng", "Trung", "Tiến"], ["Tằng", "Trung", "Tiến"]),
    (["Sản", "Thị", "Giang"], ["Sằn", "Thị", "Giang"]), (["Sàn", "A", "Coỏng"], ["Sằn", "A", "Coỏng"]),
    // Tăng or Tằng: nobody knows.
    (["Tẳng", "Văn", "Giang"], ["Tẳng", "Văn", "Giang"]), (["Mai", "Thi"], ["Mai", "Thi"]),
])
func name_getsBackMarksOnlyWhereItIsCertain(read: [String], right: [String]) {
    var name = read
    _ = PersonName.mend(&name)
    #expect(name == right)
}

@Test func value_thatStandsAlone_isNeverSureEnoughToGoUnseen() throws {
    let alone = try #require(extract("Họ và tên: BÀN VĂN AN")[.applicantName])
    let signed = try #require(extract("Họ và tên: BÀN VĂN AN\nNgười yêu cầu\nBàn Văn An")[.applicantName])
    let doubted = try #require(extract("Họ và tên: BÀN VĂN AN\nNgười yêu cầu\nBàn Văn Ân")[.applicantName])
    #expect(alone.confidence < 0.9)
    #expect(signed.confidence > 0.9)
    #expect(doubted.confidence < alone.confidence)
}

@Test(arguments: ["Bàn Văn An Bình", "Lý Bàn Văn An"])
func name_foundInsideALongerOne_isNotBorneOut(longer: String) throws {
    let whole = try #require(extract("Họ và tên: BÀN VĂN AN\nNgười yêu cầu\nông Bàn Văn An")[.applicantName])
    let half = try #require(extract("Họ và tên: BÀN VĂN AN\nNgười yêu cầu\n\(longer)")[.applicantName])
    #expect(whole.confidence > 0.9)
    #expect(half.confidence < 0.9)
}

@Test func cardCode_beatsRecognitionWhereTheCardIsTheApplicants() throws {
    let text = "Họ và tên: BÀN VẶN AN\nSố định danh cá nhân: 022085012346"
    let mine = extract(text, others: [card("022085012345||Bàn Văn An|01021985|Nam|thôn Hạ, xã Hải Lạng|01012022")])
    #expect(mine[.applicantName]?.value == "Bàn Văn An")
    #expect(mine[.applicantIDNumber]?.value == "022085012345")
    #expect(mine[.applicantIDNumber]?.page == 2)
    let anothers = extract(text, others: [card("001190000777||Lý Thị Sáu|01021990|Nữ|phố Trần Phú|01012022")])
    #expect(anothers[.applicantName]?.value == "Bàn Vặn An")
    #expect(anothers[.applicantIDNumber]?.value == "022085012346")
}

/// The rows on the back of Bàn Văn An's card, its check digits right.
private let rows = """
    IDVNM0850123452022085012345<<0
    8502016M4502018VNM<<<<<<<<<<<0
    BAN<<VAN<AN<<<<<<<<<<<<<<<<<<<
    """

@Test func cardsMachineReadableRows_beatRecognitionButHaveNoMarks() {
    let text = "Họ và tên: BÀN VẶN AN\nSố định danh cá nhân: 022085012346\nSinh ngày: 01/02/1985"
    let found = extract(text, others: [page(rows, number: 2)])
    #expect(found[.applicantIDNumber]?.value == "022085012345")
    #expect(found[.applicantIDNumber].map { $0.confidence > 0.9 } == true)
    #expect(found[.applicantDateOfBirth].map { $0.confidence > 0.9 } == true)
    #expect(found[.applicantName]?.value == "Bàn Vặn An")
}

@Test(arguments: ["085012345", "022085012345", "850201"]) func rowsWithAWrongCheckDigit_areNoCard(damaged: String) {
    // The last digit of a number for another.
    let other = damaged.dropLast() + "7"
    let card = page(rows.replacing(damaged, with: other, maxReplacements: 1), number: 2)
    #expect(IdentityCard(rowsOn: page(rows, number: 2))?.dateOfBirth == "1985-02-01")
    #expect(IdentityCard(rowsOn: card) == nil)
}

@Test func olderNumberOnTheForm_staysBesideTheCards() {
    let text = "Họ và tên: BÀN VĂN AN\nSố CMND: 100247001"
    let found = extract(text, others: [card("022085012345|100247001|Bàn Văn An|01021985|Nam|thôn Hạ|01012022")])
    #expect(found[.applicantIDNumber]?.value == "100247001")
    #expect(found[.applicantIDNumber].map { $0.confidence > 0.9 } == true)
}

@Test func numberReadElsewhere_isWrittenAsTheFieldsAre() {
    // The same number twice more, its nought taken for a 6: all codes of places begin with a nought.
    let text = "Họ và tên: BÀN VĂN AN\nSố định danh cá nhân: 922085012345\nSố 622085012345\nvà số 622085012345"
    #expect(extract(text)[.applicantIDNumber]?.value == "022085012345")
}

@Test func nineDigitsBehindOthers_areNoOlderNumber() {
    #expect(extract("Họ và tên: BÀN VĂN AN\nSố định danh cá nhân: 931 1 906287786")[.applicantIDNumber]?.value == nil)
    #expect(extract("Họ và tên: BÀN VĂN AN\nSố CMND: 100247001")[.applicantIDNumber]?.value == "100247001")
}

@Test(arguments: ["29/10/2622", "4-1-2022"]) func day_isNoDocumentsNumber(read: String) {
    let found = extract("BỘ CÔNG AN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: \(read)\nTHÔNG TƯ")
    #expect(found[.documentNumber]?.value == nil)
}

@Test(arguments: ["https://example.vn/a|b|c|d|e|f", "022085012345|x", "WIFI:S:office;;"])
func otherCodes_areNoCards(text: String) {
    #expect(
        IdentityCard(Code(symbology: "QRCode", text: text, box: PixelBox(x: 0, y: 0, width: 1, height: 1)), page: 1)
            == nil)
}

@Test func letterhead_givesIssuerNumberAndDate() {
    let found = extract(
        """
        BỘ CÔNG AN                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 150/2020/TT-BCA                     Hà Nội, ngày 31 tháng 12 năm 2020
        THÔNG TƯ
        Căn cứ Nghị định số 83/2017/NĐ-CP ngày 18 tháng 7 năm 2017
        """)
    #expect(found[.documentIssuer]?.value == "BỘ CÔNG AN")
    #expect(found[.documentNumber]?.value == "150/2020/TT-BCA")
    #expect(found[.documentDate]?.value == "2020-12-31")
}

@Test func dayOfAMeeting_isNoLettersDate() {
    let found = extract(
        """
        UBND XÃ ĐIỀN XÁ                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        GIẤY MỜI
        Thời gian: 08 giờ 30 , ngày 09 tháng 12 năm 2022
        """)
    #expect(found[.documentDate]?.value == nil)
}

@Test func permit_hasItsNumberUnderTheTitleAndItsIssuerInSmallLetters() {
    let found = extract(
        """
        UBND tỉnh Quảng Ninh                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                                   Độc lập - Tự do - Hạnh phúc
                                                  GIẤY PHÉP XÂY DỰNG
                                                     Số: 391/GPXD
        """)
    #expect(found[.documentIssuer]?.value == "UBND tỉnh Quảng Ninh")
    #expect(found[.documentNumber]?.value == "391/GPXD")
}

@Test func titleAndWhatIsNoOffice_areNoIssuer() {
    let head = """
        Mẫu đơn của hộ                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                             ĐƠN ĐỀ NGHỊ
        """
    #expect(extract(head)[.documentIssuer]?.value == nil)
}

@Test func commune_isAnIssuer() {
    let head = "UBND XÃ TIÊN YÊN                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/TB-UBND"
    #expect(extract(head)[.documentIssuer]?.value == "UBND XÃ TIÊN YÊN")
}

@Test func dayOfTheNumbersYear_isAsSureAsItWasRead() throws {
    let text = "Họ và tên: BÀN VĂN AN\nSố định danh cá nhân: 022085012345\nSinh ngày: 01/02/1985"
    let clear = Extractor(forms: []).extract(papers: [ReadPaper(form: nil, pages: [page(text, space: 0)])])
    let worn = Extractor(forms: []).extract(
        papers: [ReadPaper(form: nil, pages: [page(text, confidence: 0.85, space: 0)])])
    #expect(try #require(clear.first { $0.name == .applicantDateOfBirth }).confidence > 0.9)
    #expect(try #require(worn.first { $0.name == .applicantDateOfBirth }).confidence < 0.9)
}

@Test(arguments: [
    // What a symbol stands for has the bars that its letters lost.
    ("04/2021/TT-BLDTBXH", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "04/2021/TT-BLĐTBXH"),
    ("12/QD-HDND", "HỘI ĐỒNG NHÂN DÂN XÃ", "12/QĐ-HĐND"), ("7/QĐ-UBNĐ", "ỦY BAN NHÂN DÂN XÃ", "7/QĐ-UBND"),
    ("31/HD-BDK", "SỞ TƯ PHÁP", "31/HD-BDK"), ("31/TB-ND", "SỞ TƯ PHÁP", "31/TB-ND"),
])
func symbolOfALetter_isSpelledAsItsIssuerIs(read: String, issuer: String, meant: String) {
    let found = extract(
        """
        \(issuer)                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: \(read)                     Hà Nội, ngày 31 tháng 12 năm 2020
        """)
    #expect(found[.documentNumber]?.value == meant)
    #expect(found[.documentIssuer]?.value == issuer)
}

@Test(arguments: ["4# /2020/TT-BCA", "4  /2020/TT-BCA", "/2020/TT-BCA", "148"])
func numberWrittenByHand_isLeftToAPerson(number: String) throws {
    let found = extract(
        """
        BỘ CÔNG AN                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: \(number)
        """)
    let field = try #require(found[.documentNumber])
    #expect(field.value == nil)
    #expect(field.isHandwritten)
}

@Test func nameReadMoreClearlyElsewhere_isTakenAndDoubted() throws {
    var form = page("Họ và tên: BÀN VĂN HUYỂN\nNgười yêu cầu\nBàn Văn Huyền", space: 0)
    form.lines[0].words[5].confidence = 0.5
    let found = Extractor(forms: []).extract(papers: [ReadPaper(form: nil, pages: [form])])
    let name = try #require(found.first { $0.name == .applicantName })
    #expect(name.value == "Bàn Văn Huyền")
    #expect(name.confidence < 0.9)
}

@Test func syllableThatIsNone_isReadOffTheSignature() {
    #expect(extract("Họ và tên: TRTỆU VĂN AN\nNgười yêu cầu\nTriệu Văn An")[.applicantName]?.value == "Triệu Văn An")
    // Another person's name differs in a letter as well.
    #expect(extract("Họ và tên: BÀN VĂN AN\nNgười yêu cầu\nBàn Văn Anh")[.applicantName]?.value == "Bàn Văn An")
}

@Test func addressWithACapitalAmidAWord_hasItSmall() {
    let found = extract("Nơi thường trú: thôn Hạ, xã HẢi Lạng, tỉnh Quảng Ninh")
    #expect(found[.applicantAddress]?.value == "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh")
}

@Test func headsOfATable_areNoAddress() {
    let heads = "Địa chỉ: Cơ Nhận hồ Hẹn trả Trả kết Phương Ký hồ TTHC tổ SĐT quan sơ"
    #expect(extract(heads)[.applicantAddress]?.value == nil)
}

@Test func speckWithinAPlacesName_isLeftOut() {
    var read = page("Nơi thường trú: thôn Hạ, xã Hải k1 Lạng, tỉnh Quảng Ninh", space: 0)
    let speck = read.lines[0].words.firstIndex { $0.text == "k1" } ?? 0
    read.lines[0].words[speck].confidence = 0.2
    let found = Extractor(forms: [], places: places).extract(papers: [ReadPaper(form: nil, pages: [read])])
    #expect(found.first { $0.name == .applicantAddress }?.value == "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh")
}

@Test(arguments: [
    ("Họ và tên: Bàn Công Coỏng Tuổi: 35 Giới: Nam", "Bàn Công Coỏng"),
    // Before a c a syllable has a tone.
    ("Họ và tên: LÊ HÀ NGOC", "Lê Hà Ngọc"),
])
func name_endsBeforeTheNextLabelAndHasItsTones(text: String, name: String) {
    #expect(extract(text)[.applicantName]?.value == name)
}

@Test(arguments: [
    ("QUẢN ĂN HƯƠNG QUÊ", "QUÁN ĂN HƯƠNG QUÊ"), ("CỬA HÀNG TAP HÓA MAI", "CỬA HÀNG TẠP HÓA MAI"),
    ("Tạp hoá Mai", "Tạp hoá Mai"), ("HIÊU THUỐC THẮNG", "HIỆU THUỐC THẮNG"), ("HIẾU THẢO", "HIẾU THẢO"),
    ("cơ sở SỬA CHỮA XE MÁY AN CHI", "CƠ SỞ SỬA CHỮA XE MÁY AN CHI"), ("CỬa HÀNG MAI LAN", "CỬA HÀNG MAI LAN"),
    ("Cơ Sở SỬA CHỮA XE MÁY AN CHI", "CƠ SỞ SỬA CHỮA XE MÁY AN CHI"),
    ("CỬA HÀNG TẠP HÓA Mai", "CỬA HÀNG TẠP HÓA Mai"),
])
func wordsForWhatABusinessIs_areSpelledRight(read: String, name: String) {
    #expect(extract("Tên hộ kinh doanh: \(read)")[.businessName]?.value == name)
}

@Test func dayOfBirth_isTakenFromWhereItAgreesWithTheIdentityNumber() throws {
    let text = "Họ và tên: BÀN VĂN AN\nNgày sinh: 01/02/1986\nSố định danh cá nhân: 022085012345"
    let card = page("Ngày sinh / Date of birth: 01/02/1985", number: 2)
    #expect(extract(text)[.applicantDateOfBirth]?.value == "1986-02-01")
    let found = extract(text, others: [card])
    #expect(found[.applicantDateOfBirth]?.value == "1985-02-01")
    #expect(found[.applicantIDNumber]?.value == "022085012345")
}

@Test(arguments: [
    "|0|2|2|0|8|5|0|1|2|3|4|5|", "| 0 |2|2|o|8|.5|o|1[2|3|4|s|", "0 2 2 0 8 5012345", "022085012345",
])
func identityNumberInBoxes_isReadWithoutTheirWalls(read: String) {
    #expect(
        extract("Họ và tên: BÀN VĂN AN\nSố định danh cá nhân: \(read)")[.applicantIDNumber]?.value == "022085012345")
}
