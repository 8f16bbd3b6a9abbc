import Dossiers
import Extraction
import Testing

private func form(_ lines: String, fields: [String: FieldName]) -> FormTemplate {
    FormTemplate(
        id: "a-form", title: "TỜ KHAI", role: .application, uses: [],
        lines: lines.split(separator: "\n").map(String.init), fields: fields, attachments: [])
}

private func fields(
    _ template: FormTemplate, _ text: String, confidence: Double = 0.95, others: [RecognizedPage] = [],
    places: PlaceNames = .none
) -> [FieldName: String] {
    let paper = ReadPaper(form: template.id, pages: [page(text, confidence: confidence, space: 0)])
    let found = Extractor(forms: [template], places: places).extract(papers: [paper], others: others)
    return Dictionary(uniqueKeysWithValues: found.compactMap { field in field.value.map { (field.name, $0) } })
}

@Test func knownForm_tellsAlikeLabelsApartByTheirOrder() {
    let template = form(
        """
        Họ, chữ đệm, tên người mẹ: {me:name_upper}
        Nơi cư trú: {me_noi:address}
        Họ, chữ đệm, tên người cha: {cha:name_upper}
        Nơi cư trú: {cha_noi:address}
        Số điện thoại: {dt:phone}
        """, fields: ["cha_noi": .applicantAddress])
    let found = fields(
        template,
        """
        Ho, chu đem, tên nguời mẹ: LÝ THỊ SÁU
        Nơi cư trú: thôn Khe Vè, xã Điền Xá, tỉnh Quảng Ninh
        Họ, chữ đệm, tên người cha: BÀN VĂN AN
        Nơi cư trú: thôn Nà Buống, xã Tiên Yên,
        tỉnh Quảng Ninh
        Số điện thoại: 0912345678
        """)
    #expect(found[.applicantAddress] == "thôn Nà Buống, xã Tiên Yên, tỉnh Quảng Ninh")
}

@Test func knownForm_readsALabelThatNoOtherFormHas() {
    let template = form(
        """
        PHIẾU ĐĂNG KÝ GIỮ CHỖ
        Người muốn giữ chỗ: {ai:name}
        Giữ đến hôm: {hom:date}
        Ghi chú thêm: {ghi:text}
        """, fields: ["ai": .applicantName, "hom": .documentDate])
    let found = fields(
        template,
        """
        PHIẾU ĐĂNG KÝ GIỮ CHỖ
        Người muốn giữ chỗ: Nông Văn Thắng
        Giữ đến hôm: 06/08/2026
        Ghi chú thêm: không
        """)
    #expect(found == [.applicantName: "Nông Văn Thắng", .documentDate: "2026-08-06"])
}

@Test func tableRow_isCutIntoItsColumnsOverItsLines() {
    let template = form(
        """
        | Họ, chữ đệm, tên | {nu:name_upper} | {nam:name_upper} |
        | Ngày sinh | {nu_ngay:date} | {nam_ngay:date} |
        | Nơi cư trú | {nu_noi:address} | {nam_noi:address} |
        | Giấy tờ tùy thân | {nu_so:id_any} | {nam_so:id_any} |
        Chúng tôi cam đoan lời khai trên là đúng
        """,
        fields: [
            "nu": .applicantName, "nam": .spouseName, "nu_noi": .applicantAddress, "nu_so": .applicantIDNumber,
            "nu_ngay": .applicantDateOfBirth,
        ])
    let found = fields(
        template,
        """
        Họ, chữ đệm, tên    LÝ THỊ HOA                         TRẦN ĐÌNH AN
        Ngày sinh           30/11/1989                         31/10/1988
        Nơi cư trú          thôn Hạ, xã Hải Lạng,              thôn Trung, xã Điền Xá,
                            tỉnh Quảng Ninh                    tỉnh Quảng Ninh
        Giấy tờ tùy thân    022189000123                       022088000456
        Chúng tôi cam đoan lời khai trên là đúng
        """)
    #expect(found[.applicantName] == "Lý Thị Hoa")
    #expect(found[.spouseName] == "Trần Đình An")
    #expect(found[.applicantAddress] == "thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh")
    #expect(found[.applicantIDNumber] == "022189000123")
    #expect(found[.applicantDateOfBirth] == "1989-11-30")
}

private let couple = form(
    """
    TỜ KHAI CỦA HAI BÊN
    | Thông tin | Bên nữ | Bên nam |
    | Họ, chữ đệm, tên | {nu:name_upper} | {nam:name_upper} |
    | Ngày, tháng, năm sinh | {nu_ngay:date} | {nam_ngay:date} |
    | Dân tộc | {nu_dt:ethnicity} | {nam_dt:ethnicity} |
    | Nơi cư trú | {nu_noi:address} | {nam_noi:address} |
    Chúng tôi cam đoan lời khai trên là đúng
    """,
    fields: [
        "nu": .applicantName, "nam": .spouseName, "nu_noi": .applicantAddress, "nu_ngay": .applicantDateOfBirth,
    ])

@Test func tablesColumns_areKnownByTheirHeadsHoweverNarrowTheGap() {
    let found = fields(
        couple,
        """
        TỜ KHAI CỦA HAI BÊN
        Thông tin           Bên nữ                             Bên nam
        Họ, chữ đệm, tên    ˆ LÝ THỊ HOA                       TRẦN ĐÌNH AN
        Ngày, tháng, năm    ngày 30 tháng 11 năm 1989          ngày 31 tháng 10 năm 1988
        sinh
        Dân tộc             Dao                                Kinh
        Nơi cư trú          thôn Hạ Long, xã Hải Lạng, huyện   thôn Trung, xã Điền Xá, tỉnh Quảng Ninh
        Chúng tôi cam đoan lời khai trên là đúng
        """)
    #expect(found[.applicantName] == "Lý Thị Hoa")
    #expect(found[.spouseName] == "Trần Đình An")
    #expect(found[.applicantDateOfBirth] == "1989-11-30")
    #expect(found[.applicantAddress] == "thôn Hạ Long, xã Hải Lạng, huyện")
}

@Test func tableOnAPhotographThatFallsToTheRight_isReadRowByRow() {
    let photograph = leaning(
        page(
            """
            TỜ KHAI CỦA HAI BÊN
            Thông tin                Bên nữ                        Bên nam
            Họ, chữ đệm, tên         LÝ THỊ HOA                    TRẦN ĐÌNH AN
            Ngày, tháng, năm sinh    30/11/1989                    31/10/1988
            Dân tộc                  Dao                           Kinh
            Nơi cư trú               thôn Hạ, xã Hải Lạng          thôn Trung, xã Điền Xá
            Chúng tôi cam đoan lời khai trên là đúng
            """, space: 0), by: 0.04)
    let found = Extractor(forms: [couple]).extract(papers: [ReadPaper(form: couple.id, pages: [photograph])])
    let values = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.value) })
    #expect(values[.spouseName] == "Trần Đình An")
    #expect(values[.applicantDateOfBirth] == "1989-11-30")
}

@Test func tablesCell_thatCannotBeRead_isNotFilledFromTheOtherColumn() {
    let found = fields(
        couple,
        """
        TỜ KHAI CỦA HAI BÊN
        Thông tin                Bên nữ                        Bên nam
        Họ, chữ đệm, tên         wÍx ~xw                       TRẦN ĐÌNH AN
        Ngày, tháng, năm sinh    ww~                           31/10/1988
        Dân tộc                  Dao                           Kinh
        Nơi cư trú               thôn Hạ, xã Hải Lạng          thôn Trung, xã Điền Xá
        Chúng tôi cam đoan lời khai trên là đúng
        """)
    #expect(found == [.spouseName: "Trần Đình An", .applicantAddress: "thôn Hạ, xã Hải Lạng"])
}

@Test func numberOfTheNextItem_belongsToNoValue() {
    let template = form(
        "4. Nơi thường trú: {tt:address}\n5. Nơi ở hiện tại: {ht:address}", fields: ["tt": .applicantAddress])
    let found = fields(
        template, "4 Nơi thường trú: thôn Hạ, xã Hải Lạng\n5 Nơi ở hiện tại: thôn Trung, xã Điền Xá")
    #expect(found[.applicantAddress] == "thôn Hạ, xã Hải Lạng")
}

@Test func otherForm_isNotReadByAccident() {
    let template = form(
        """
        Đơn vị quản lý công trình thủy lợi: {a:text}
        Cao trình mực nước dâng bình thường: {b:text}
        Họ và tên: {c:name}
        """, fields: ["c": .spouseName])
    #expect(fields(template, "Họ và tên: BÀN VĂN AN")[.spouseName] == nil)
}

@Test(arguments: [
    ("dangkykhaisinh", "xxtokhaidangkykhaisinhyy", 8, 22, 0),
    ("dangkykhaisinh", "xxtokhaidangkykha1snhyy", 8, 21, 2),
])
func search_findsWordingThroughMisreadLetters(pattern: String, text: String, start: Int, end: Int, distance: Int) {
    let hits = ApproximateSearch(Array(pattern.utf8), limit: 2).hits(in: Array(text.utf8))
    #expect(hits.count == 1)
    #expect(hits.first?.distance == distance)
    #expect(hits.first?.start == start)
    #expect(hits.first?.end == end)
}

@Test func search_agreesWithEditDistanceOnRandomLetters() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
        let pattern = (0..<Int.random(in: 3...20, using: &random)).map { _ in UInt8.random(in: 97...100, using: &random)
        }
        let text = (0..<40).map { _ in UInt8.random(in: 97...100, using: &random) }
        for hit in ApproximateSearch(pattern, limit: 3).hits(in: text) {
            #expect(EditDistance.between(pattern, text[hit.start..<hit.end], limit: 9) == hit.distance)
        }
    }
}

private let certificate = form(
    """
    GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
    Số phát hành: {so:gcn_serial}
    a) Thửa đất số: {thua:parcel}, tờ bản đồ số: {to:map_sheet}
    c) Diện tích: {dt:area} m2
    g) Liền kề thửa đất số {lk:parcel}, tờ bản đồ số {lk_to:map_sheet}, của người khác
    {noi_ky:commune}, ngày {d:dd} tháng {m:mm} năm {y:yyyy}
    Số vào sổ cấp giấy chứng nhận: {vao:gcn_book_no}
    """,
    fields: [
        "so": .documentNumber, "thua": .landParcel, "to": .landMapSheet, "dt": .landArea, "d": .documentDate,
    ])

@Test func certificate_givesItsPrintedNumberAndTheDayAboveTheSignature() {
    let found = fields(
        certificate,
        """
        GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
        Số phát hành: CD 582539
        a) Thửa đất số: 1204, tờ bản đồ số: 86
        c) Diện tích: 194, 3 m2
        g) Liền kề thửa đất số 270, tờ bản đồ số 135, của người khác
        Điền Xá, ngày 27 tháng 02 năm 2026
        Số vào sổ cấp giấy chứng nhận: CH 76429
        """)
    #expect(
        found == [
            .documentNumber: "CD 582539", .landParcel: "1204", .landMapSheet: "86", .landArea: "194,3",
            .documentDate: "2026-02-27",
        ])
}

@Test func letterForADigit_isNotGuessedNorReplacedByTheNeighboursNumber() {
    let found = fields(
        certificate,
        """
        GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
        Số phát hành: CD 582539
        a) Thửa đất số: s25, tờ bản đồ số: 4s
        c) Diện tích: 194,3 m2
        g) Liền kề thửa đất số 270, tờ bản đồ số 135, của người khác
        """)
    #expect(found == [.documentNumber: "CD 582539", .landArea: "194,3"])
}

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
    #expect(try #require(sureness("TẦNG VĂN AN")) <= 0.9)
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

@Test func abbreviationBeforeABlank_isFoundWithinALine() {
    let template = form(
        "HỢP ĐỒNG ĐỔI CÔNG\nNgười làm thuê: Ông/Bà {ai:name}, CCCD {so:id12}\nGhi chú thêm: {ghi:text}",
        fields: ["ai": .applicantName, "so": .applicantIDNumber])
    let found = fields(
        template, "HỢP ĐỒNG ĐỔI CÔNG\nNgười làm thuê: Ông/Bà Nông Văn An, CCCD 022085012345\nGhi chú thêm: không")
    #expect(found == [.applicantName: "Nông Văn An", .applicantIDNumber: "022085012345"])
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
    ("thôn Hạ, xã Nào Đó, tỉnh Quảng Minh", "thôn Hạ, xã Nào Đó, tỉnh Quảng Minh"),
])
func address_isWhatThePlacesSay(read: String, meant: String) {
    let places = PlaceNames(
        lines: """
            Xã Hải Lạng; Tỉnh Quảng Ninh
            Phường Thuỷ Lợi; Tỉnh Quảng Ninh
            Tỉnh Quảng Ninh
            """.split(separator: "\n"))
    let found = fields(visitor, "PHIẾU GIỮ CHỖ\nGọi số: 0912345678\nChỗ ở: \(read)\nGhi chú thêm: x", places: places)
    #expect(found[.applicantAddress] == meant)
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

@Test func valueThatTouchesAFootnotesColon_isRead() {
    let template = form("PHIẾU\nDiện tích (11): {dt:area} m2, loại: {ghi:text}", fields: ["dt": .landArea])
    #expect(fields(template, "PHIẾU\nDiện tích (11):163 m2, loại: CLN")[.landArea] == "163")
    #expect(fields(template, "PHIẾU\nDiện tích (11)›:163._ m2, loại: CLN")[.landArea] == "163")
}

@Test func brokenHeadOfARow_doesNotTakeStrokesOfAPenAlong() {
    let found = fields(
        couple,
        """
        TỜ KHAI CỦA HAI BÊN
        Thông tin           Bên nữ                             Bên nam
        Họ, chữ đệm, tên    LÝ THỊ HOA                         TRẦN ĐÌNH AN
        Ngày, tháng, năm    15-03-1986                         \\j\\„(Nvw/y
        sinh
        Dân tộc             Dao                                Kinh
        Nơi cư trú          thôn Hạ Long, xã Hải Lạng          thôn Trung, xã Điền Xá
        Chúng tôi cam đoan lời khai trên là đúng
        """)
    #expect(found[.applicantName] == "Lý Thị Hoa")
    #expect(found[.applicantDateOfBirth] == "1986-03-15")
}

@Test func areaWithAGapBehindItsComma_isWholeWhereTheUnitIsTheForms() {
    let template = form("PHIẾU\nDiện tích: {dt:area} m2, địa chỉ: {ghi:text}", fields: ["dt": .landArea])
    #expect(fields(template, "PHIẾU\nDiện tích: 151, 6 m2, địa chỉ: thôn Hạ")[.landArea] == "151,6")
    #expect(fields(template, "PHIẾU\nDiện tích: 151.6 m2, địa chỉ: thôn Hạ")[.landArea] == "151,6")
    #expect(fields(template, "PHIẾU\nDiện tích: 1.516 m2, địa chỉ: thôn Hạ")[.landArea] == "1.516")
    #expect(fields(template, "PHIẾU\nDiện tích: 151, ? m2, địa chỉ: thôn Hạ")[.landArea] == nil)
}
