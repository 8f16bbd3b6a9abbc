import Dossiers
import Extraction
import Testing

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

@Test func abbreviationBeforeABlank_isFoundWithinALine() {
    let template = form(
        "HỢP ĐỒNG ĐỔI CÔNG\nNgười làm thuê: Ông/Bà {ai:name}, CCCD {so:id12}\nGhi chú thêm: {ghi:text}",
        fields: ["ai": .applicantName, "so": .applicantIDNumber])
    let found = fields(
        template, "HỢP ĐỒNG ĐỔI CÔNG\nNgười làm thuê: Ông/Bà Nông Văn An, CCCD 022085012345\nGhi chú thêm: không")
    #expect(found == [.applicantName: "Nông Văn An", .applicantIDNumber: "022085012345"])
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
