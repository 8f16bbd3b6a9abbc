import Dossiers
import Extraction
import Testing

private func extract(_ pages: [RecognizedPage]) -> [ExtractedField] {
    Extractor(forms: []).extract(papers: [ReadPaper(form: nil, pages: pages)])
}

private func fields(_ text: String) -> [FieldName: String] {
    Dictionary(
        uniqueKeysWithValues: extract([page(text)]).map { ($0.name, $0.value ?? "(handwriting)") })
}

@Test func birthForm_tellsTheRequesterFromTheChildAndTheParents() {
    let found = fields(
        """
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỜ KHAI ĐĂNG KÝ KHAI SINH
        Kính gửi: (1) Ủy ban nhân dân xã Điền Xá
        Họ, chữ đệm, tên người yêu cầu: TẰNG THỊ HỒNG
        Nơi cư trú: (2) thôn Khe Vè, xã Điền Xá, tỉnh Quảng Ninh
        Giấy tờ tùy thân: (3) Căn cước công dân số 022190001234, do Bộ Công an cấp ngày 20/11/2024
        Quan hệ với người được khai sinh: Mẹ đẻ
        Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
        Họ, chữ đệm, tên: CHÌU GIA BẢO
        Ngày, tháng, năm sinh: 12/10/2025 ghi bằng chữ: Ngày mười hai tháng mười
        Giới tính: Nam Dân tộc: Dao Quốc tịch: Việt Nam
        Họ, chữ đệm, tên người mẹ: TẰNG THỊ HỒNG
        Họ, chữ đệm, tên người cha: CHÌU VĂN COỎNG
        """)
    #expect(found[.applicantName] == "Tằng Thị Hồng")
    #expect(found[.applicantIDNumber] == "022190001234")
    #expect(found[.applicantAddress] == "thôn Khe Vè, xã Điền Xá, tỉnh Quảng Ninh")
    #expect(found[.childName] == "Chìu Gia Bảo")
    #expect(found[.childDateOfBirth] == "2025-10-12")
    #expect(found[.applicantDateOfBirth] == nil)
}

@Test func residenceForm_readsNumberedLabelsBoxesAndNotTheHouseholder() {
    let found = fields(
        """
        TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ
        Kính gửi(1): Công an xã Hải Lạng
        1. Họ, chữ đệm và tên khai sinh: NÔNG VĂN THẮNG
        2. Ngày, tháng, năm sinh: 03/05/1985 3. Giới tính: Nam
        4. Số định danh cá nhân: 0 2 2 0 8 5 0 1 2 3 4 5
        5. Số điện thoại liên hệ: 0912 345 678 6. Email: thang@example.vn
        7. Họ, chữ đệm và tên chủ hộ: NÔNG VĂN LỘC 8. Mối quan hệ với chủ hộ: Con
        9. Số định danh cá nhân của chủ hộ: 022055009876
        """)
    #expect(found[.applicantName] == "Nông Văn Thắng")
    #expect(found[.applicantDateOfBirth] == "1985-05-03")
    #expect(found[.applicantIDNumber] == "022085012345")
    #expect(found[.applicantPhone] == "0912345678")
}

@Test func landForm_readsTheBareLabelTenAndTheParcel() {
    let found = fields(
        """
        ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT
        1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất:
        a) Tên(2): LÝ THỊ SÁU
        b) Giấy tờ nhân thân/pháp nhân(2): 022168004321
        c) Địa chỉ(2): thôn Đông Thành, xã Tiên Yên, tỉnh Quảng Ninh
        d) Điện thoại liên hệ (nếu có): 0987654321 Hộp thư điện tử (nếu có): sau@example.vn
        a) Thửa đất số(4a): 127; Tờ bản đồ số(4b): 15
        """)
    #expect(found[.applicantName] == "Lý Thị Sáu")
    #expect(found[.applicantIDNumber] == "022168004321")
    #expect(found[.applicantPhone] == "0987654321")
    #expect(found[.applicantAddress] == "thôn Đông Thành, xã Tiên Yên, tỉnh Quảng Ninh")
    #expect(found[.landParcel] == "127")
    #expect(found[.landMapSheet] == "15")
}

@Test func funeralForm_takesTheOneWhoBuriesForTheApplicant() {
    let found = fields(
        """
        TỜ KHAI ĐỀ NGHỊ HỖ TRỢ CHI PHÍ MAI TÁNG
        I. THÔNG TIN NGƯỜI CHẾT ĐƯỢC MAI TÁNG (Nếu có)
        1. Họ và tên (Viết chữ in hoa). VI VĂN TÍNH
        Ngày/tháng/năm sinh: 01/02/1940 Giới tính: Nam Dân tộc: Tày
        II. THÔNG TIN CƠ QUAN, TỔ CHỨC, HỘ GIA ĐÌNH, CÁ NHÂN ĐỨNG RA MAI TÁNG CHO NGƯỜI CHẾT
        2. Trường hợp hộ gia đình, cá nhân đứng ra mai táng
        a) Họ và tên (Chủ hộ hoặc người đại diện). VI THỊ NGỌC
        Ngày/tháng/năm sinh: 09/03/1970
        Giấy CMND số: 100247001 cấp ngày 10/10/2010 Nơi cấp Công an tỉnh Quảng Ninh
        """)
    #expect(found[.deceasedName] == "Vi Văn Tính")
    #expect(found[.applicantName] == "Vi Thị Ngọc")
    #expect(found[.applicantDateOfBirth] == "1970-03-09")
    #expect(found[.applicantIDNumber] == "100247001")
}

@Test func labels_areFoundThroughLostMarksMisreadLettersAndJoinedWords() {
    let found = fields(
        """
        Ho, chu dem, ten nguơi yeucầu: ĐINH QUANG HUY
        Ngay, thang, năm sính: ngày 19 tháng 5 năm 1995
        Sô dlnh danh cá nhân:022095000777
        """)
    #expect(found[.applicantName] == "Đinh Quang Huy")
    #expect(found[.applicantDateOfBirth] == "1995-05-19")
    #expect(found[.applicantIDNumber] == "022095000777")
}

@Test func tableColumns_areNotReadAsOneName() {
    let found = fields(
        """
        TỜ KHAI ĐĂNG KÝ KẾT HÔN
        Họ, chữ đệm, tên  HOÀNG DIỆU KHÁNH     VI PHÚC TÙNG
        """)
    #expect(found[.applicantName] == "Hoàng Diệu Khánh")
}

@Test func address_runsOverToTheNextLine() {
    let found = fields(
        """
        Họ và tên: BÀN VĂN AN
        Nơi thường trú: thôn Nà Buống, xã Điền Xá,
        tỉnh Quảng Ninh
        Số điện thoại: 0912345678
        """)
    #expect(found[.applicantAddress] == "thôn Nà Buống, xã Điền Xá, tỉnh Quảng Ninh")
}

@Test func unreadableMarks_areReportedAsHandwriting() throws {
    let field = try #require(
        extract([page("Họ và tên người yêu cầu: ~kj% dlf#", confidence: 0.3)]).first)
    #expect(field.value == nil)
    #expect(field.isHandwritten)
    #expect(field.box.width > 0)
}

@Test func confidence_fallsWhereBirthYearAndNumberDisagree() throws {
    let text = "Họ và tên: BÀN VĂN AN\nNgày sinh: 01/01/%\nSố định danh cá nhân: 022085012345"
    func confidence(_ year: String) throws -> Double {
        let all = extract([page(text.replacing("%", with: year))])
        return try #require(all.first { $0.name == .applicantIDNumber }).confidence
    }
    #expect(try confidence("1986") < confidence("1985"))
}

@Test func boxAndPage_areTheValues() throws {
    let name = try #require(extract([page("Họ và tên: BÀN VĂN AN", number: 3)]).first)
    #expect(name.page == 3)
    #expect(name.box == PixelBox(x: 100 + 20 * 11, y: 100, width: 20 * 10, height: 40))
}
