import Dossiers
import Testing

struct FoldedTextTests {
    @Test(arguments: [
        ("Nguyễn Thị Ánh Đường", "nguyen thi anh duong"), ("THỬA ĐẤT SỐ 12/3", "thua dat so 12/3"), ("", ""),
        // Marks of their own, before and behind; alone they leave nothing.
        ("Qua\u{309}ng Ninh", "quang ninh"), ("\u{301}", ""), ("ÆØß", "æøß"), ("Ⱥ", "ⱥ"),
        ("Số № 5 – “Hạ Long” …", "so № 5 – “ha long” …"), ("Ñandú İ", "nandu i"),
    ]) func folded_leavesLettersWithoutMarks(text: String, expected: String) {
        #expect(text.folded == expected)
    }

    @Test(arguments: [
        ("hoà", "hòa"), ("thuỷ nguyên", "thủy nguyên"), ("toàn", "toàn"), ("quý", "quý"), ("hòa", "hòa"), ("", ""),
    ]) func tonesOverTwoVowels_haveOneSpelling(text: String, expected: String) {
        #expect(text.withOlderTone == expected)
    }
}
