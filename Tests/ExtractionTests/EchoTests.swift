import Dossiers
import Extraction
import Testing

@Test(arguments: [
    // Marks get lost; a surname that is none was misread; most of a dossier is right.
    ("TĂNG VĂN AN", ["Tằng Văn An"], "Tằng Văn An"), ("TẰNG VĂN AN", ["Tăng Văn An"], "Tằng Văn An"),
    ("TẲNG BẢO HÒA", ["Tẳng Bảo Hòa", "Tằng Bảo Hòa"], "Tằng Bảo Hòa"),
    ("TẰNG VĂN AN", ["Tằng Văn An", "Tăng Văn An", "Tăng Văn An", "Tăng Văn An"], "Tăng Văn An"),
    // A leader's dot below; a dot that was lost.
    ("PHẠM THỊ THẠNH TÂM", ["Phạm Thị Thanh Tâm"], "Phạm Thị Thanh Tâm"),
    ("PHẠM THỊ THU MY", ["Phạm Thị Thụ My"], "Phạm Thị Thu My"),
    ("PHẠM THỊ HANH", ["Phạm Thị Hạnh"], "Phạm Thị Hạnh"),
    ("LÝ TÚ LINH", ["Lỷ Tú Linh"], "Lỷ Tú Linh"), ("LỶ TÚ LINH", ["Lý Tú Linh"], "Lỷ Tú Linh"),
])
func nameReadOtherwiseElsewhere_isWeighedAndDoubted(read: String, elsewhere: [String], meant: String) throws {
    let signatures = elsewhere.map { "Người yêu cầu\n\($0)" }.joined(separator: "\n")
    let name = try #require(extract("Họ và tên: \(read)\n\(signatures)")[.applicantName])
    #expect(name.value == meant)
    #expect(name.confidence <= 0.6)
}

@Test func addressReadAlikeElsewhere_isSurer() throws {
    let address = "thôn Hà Tràng Đông - Xã Đông Ngũ - Quảng Ninh"
    let alone = try #require(extract("Nơi thường trú: \(address)")[.applicantAddress])
    let again = try #require(
        extract("Nơi thường trú: \(address)", others: [page(address, number: 2, space: 0)])[.applicantAddress])
    #expect(again.confidence > alone.confidence)
}

@Test func addressWithoutItsDashes_hasThemFromElsewhere() throws {
    let address = "số nhà 5 - thôn Hạ - xã Hải Lạng - Quảng Ninh"
    let others = [page(address, number: 2, space: 0), page(address, number: 3, space: 0)]
    let mended = extract("Nơi thường trú: số nhà 5 thôn Hạ - xã Hải Lạng - Quảng Ninh", others: others)
    let ofAnotherHouse = extract("Nơi thường trú: số nhà 6 thôn Hạ - xã Hải Lạng - Quảng Ninh", others: others)
    #expect(mended[.applicantAddress]?.value == address)
    #expect(ofAnotherHouse[.applicantAddress]?.value == "số nhà 6 thôn Hạ - xã Hải Lạng - Quảng Ninh")
}

@Test(arguments: [
    ("VĂN LÂM Giới tính: Nam", ["Vi Văn Lâm", "TẠP HÓA VI VĂN LÂM"], "Vi Văn Lâm"),
    ("LÝ NGỌC TH", ["Lý Ngọc Thu"], "Lý Ngọc Thu"),
    // What belongs to no name: a word for the head of a household, the next label.
    ("LÝ NGỌC THU", ["Hộ Lý Ngọc Thu"], "Lý Ngọc Thu"), ("LÝ NGỌC THU", ["Lý Ngọc Thu Sinh ngày"], "Lý Ngọc Thu"),
    // Two who might be meant, and a name that is whole somewhere.
    ("LÝ NGỌC", ["Lý Ngọc Thu", "Lý Ngọc Hà"], "Lý Ngọc"), ("LÝ NGỌC", ["Lý Ngọc Thu", "Lý Ngọc"], "Lý Ngọc"),
])
func nameWithoutASyllable_hasItFromElsewhere(read: String, elsewhere: [String], meant: String) {
    let signatures = elsewhere.map { "Người yêu cầu\n\($0)" }.joined(separator: "\n")
    #expect(extract("Họ và tên: \(read)\n\(signatures)")[.applicantName]?.value == meant)
}

@Test(arguments: [
    ("1090", "Thửa đất số: 836, tờ bản đồ số: 109", "109"),
    // The neighbour's sheet, and one of the same number.
    ("108", "Thửa đất số: 837, tờ bản đồ số: 109", "108"), ("109", "Thửa đất số: 836, tờ bản đồ số: 109", "109"),
])
func mapSheetOnAnotherPaper_tellsADigitTooMany(read: String, elsewhere: String, meant: String) throws {
    var own = page("Tờ bản đồ số: \(read)", space: 0)
    own.lines[0].words[4].confidence = 0.7
    let found = Extractor(forms: []).extract(
        papers: [ReadPaper(form: nil, pages: [own])], others: [page(elsewhere, number: 2, space: 0)])
    let sheet = try #require(found.first { $0.name == .landMapSheet })
    #expect(sheet.value == meant)
    #expect((sheet.confidence > 0.7) == (read == "109"))
}

@Test func businessName_isWholeAndSpelledAsItsOwnerIs() {
    let found = extract(
        """
        TÊN HỘ KINH DOANH: QUẢN CÀ PHÊ KÍU THỊNH VƯỢNG
        Tên hộ kinh doanh: QUÁN CÀ PHÊ KỈU THỊNH VƯƠNG
        Họ và tên: NGUYỄN THỊ THU KÍU
        """)
    #expect(found[.businessName]?.value == "QUÁN CÀ PHÊ KÍU THỊNH VƯỢNG")
}
