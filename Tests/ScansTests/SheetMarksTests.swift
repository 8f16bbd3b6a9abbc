import Dossiers
import Scans
import Testing

@Suite struct SheetMarksTests {
    let marks = SheetMarks(separators: ["HOSO:SEP:1", "PATCHT"], firstPages: ["ASN*"])

    @Test(arguments: ["PATCHT", "HOSO:SEP:1"])
    func state_ofAPageWithASeparatorsCode_isSeparator(code: String) {
        #expect(marks.state(of: .fixture(["chữ"], codes: [code])) == .separator)
    }

    @Test(arguments: ["PATCH T", "*PATCHT*", "Patch T", "TRANG PHÂN CÁCH"])
    func state_ofASheetThatSaysSoInPrint_isSeparator(line: String) {
        #expect(marks.state(of: .fixture([line, "Place in front of each document"])) == .separator)
    }

    @Test(arguments: ["Separated by a PATCH-T page", "PATCH", "TRANG"])
    func state_ofAPageThatOnlyMentionsIt_isRead(line: String) {
        #expect(marks.state(of: .fixture([line])) == .read)
    }

    @Test func suspicion_ofAFullPageThatSaysSeparator_isWorthALook() {
        let page = RecognizedPage.fixture(["PATCH T"] + Array(repeating: "một hai ba bốn năm sáu bảy", count: 10))
        #expect(marks.state(of: page) == .read)
        #expect(marks.suspicion(of: page) != nil)
    }

    @Test func suspicion_ofAnEmptyPageWithAnUnreadPatch_isThere() {
        let patch = PixelBox(x: 300, y: 700, width: 400, height: 120)
        #expect(marks.suspicion(of: .fixture(["Trang"], unread: [patch])) != nil)
    }

    @Test func suspicion_ofAPageOfPrintWithAStamp_isNone() {
        let patch = PixelBox(x: 300, y: 700, width: 400, height: 120)
        let page = RecognizedPage.fixture(
            Array(repeating: "một hai ba bốn năm", count: 6), unread: [patch])
        #expect(marks.suspicion(of: page) == nil)
    }

    @Test func suspicion_ofACopiedCardWithASmallCode_isNone() {
        let patch = PixelBox(x: 600, y: 100, width: 110, height: 110)
        #expect(marks.suspicion(of: .fixture(["CĂN CƯỚC"], unread: [patch])) == nil)
    }

    @Test func marksFirst_takesAnythingBehindAStar() {
        #expect(marks.marksFirst(.fixture([], codes: ["ASN00123"])))
        #expect(!marks.marksFirst(.fixture([], codes: ["00123ASN"])))
    }

    @Test(arguments: [("- 3 -", 3), ("Trang 2/7", 2), ("12", 12), ("1/2", 1), ("Số 3", nil), ("2026", nil)])
    func printedNumber_isALineOfItsOwnInTheMargin(line: String, expected: Int?) {
        #expect(PrintedPageNumber.find(on: .fixture([line])) == expected)
    }
}
