import Dossiers
import Testing

@testable import Reading

struct ItemMendingTests {
    private func mended(_ texts: String...) -> [String] { ItemMending.mended(lines(texts)).map(\.text) }

    private func lines(_ texts: [String]) -> [TextLine] {
        texts.enumerated().map { place, text in
            TextLine(
                words: text.split(separator: " ").map { word in
                    Word(
                        text: String(word), confidence: 0.9, box: PixelBox(x: 0, y: 50 * place, width: 50, height: 30))
                })
        }
    }

    @Test func strokesOfAHeadingsNumber_areApart() {
        #expect(mended("I. BÊN MUA", "H. BÊN BÁN", "HI. GIÁ") == ["I. BÊN MUA", "II. BÊN BÁN", "III. GIÁ"])
        #expect(mended("g. cỏ", "H. Tiên Yên", "hi. x") == ["g. cỏ", "H. Tiên Yên", "hi. x"])
        #expect(mended("H. Tiên Yên", "T. Quảng Ninh") == ["H. Tiên Yên", "T. Quảng Ninh"])
    }

    @Test func strokeAboveTheSecondItem_isTheFirst() {
        #expect(mended("I. Giấy khai sinh", "2. Hộ chiếu") == ["1. Giấy khai sinh", "2. Hộ chiếu"])
        let headings = ["I. Bên mua", "1. Họ tên", "2. Nơi ở", "II. Bên bán"]
        #expect(mended("I. Bên mua", "1. Họ tên", "2. Nơi ở", "II. Bên bán") == headings)
        #expect(mended("I. Bên mua", "l. Họ tên", "2. Nơi ở", "II. Bên bán") == headings)
        #expect(mended("I. Bên mua", "II. Bên bán", "2. Nơi ở") == ["I. Bên mua", "II. Bên bán", "2. Nơi ở"])
    }

    @Test(arguments: [
        (["I. BÊN A", "1L BÊN B", "HH. GIÁ"], ["I. BÊN A", "II. BÊN B", "III. GIÁ"]),
        (
            ["l. Người ủy quyền", "II. Người được", "II. Nội dung"],
            ["I. Người ủy quyền", "II. Người được", "III. Nội dung"]
        ),
        (["IIl. Nội dung", "1V. Cam kết"], ["III. Nội dung", "IV. Cam kết"]),
        (["L. Bên A", "II. Bên B"], ["I. Bên A", "II. Bên B"]), (["I. Bên A", "III. Giá"], ["I. Bên A", "III. Giá"]),
    ]) func headingsOfStrokes_areTheNextOnes(read: [String], meant: [String]) {
        #expect(ItemMending.mended(lines(read)).map(\.text) == meant)
    }

    @Test(arguments: [
        (["c) Diện tích", "đ) Hình thức", "đ) Mục đích"], ["c) Diện tích", "d) Hình thức", "đ) Mục đích"]),
        (["e) Thời hạn", "ø) Nguồn gốc"], ["e) Thời hạn", "g) Nguồn gốc"]),
        (["e) Thời hạn", "8) Nguồn gốc", "h) Khác"], ["e) Thời hạn", "g) Nguồn gốc", "h) Khác"]),
    ]) func letterBetweenItsNeighbours_isTheOneBetweenThem(read: [String], meant: [String]) {
        #expect(ItemMending.mended(lines(read)).map(\.text) == meant)
    }

    @Test(arguments: [
        ["c) Diện tích", "đ) Hình thức", "e) Mục đích"], ["e) Thời hạn", "1) Một", "8) Tám", "9) Chín"],
        ["H. Hải Hà", "H. Tiên Yên"], ["I. Bên mua"], ["L. Nguyễn", "I. Trần"],
    ]) func listThatMayLeaveOneOut_stays(read: [String]) {
        #expect(ItemMending.mended(lines(read)).map(\.text) == read)
    }
}
