import Dossiers
import Testing

@testable import Reading

struct MarkMendingTests {
    private static let pairs = CommonPairs(
        Array(
            """
            ghi rõ
            rõ họ
            họ tên
            ủy ban
            ban nhân
            nhân dân
            dân xã
            gắn liền
            liền với
            hòa bình
            bạn bè
            nhận kết
            """.utf8))

    private func mended(_ text: String, confidence: Double = 0.85) -> String {
        let words = text.split(separator: " ").enumerated().map { place, word in
            Word(text: String(word), confidence: confidence, box: PixelBox(x: 100 * place, y: 0, width: 90, height: 30))
        }
        return MarkMending.mended(words, by: Self.pairs).map(\.text).joined(separator: " ")
    }

    @Test(arguments: [
        ("(ký, ghỉ rõ họ tên)", "(ký, ghi rõ họ tên)"), ("Ủy bạn nhân dân", "Ủy ban nhân dân"),
        ("GẮN LIÊN VỚI ĐẤT", "GẮN LIỀN VỚI ĐẤT"), ("uỷ bạn nhấn dân", "uỷ ban nhân dân"),
    ])
    func commonWords_getTheirMarksBack(read: String, meant: String) {
        #expect(mended(read) == meant)
    }

    @Test(arguments: [
        // Another word of the list stands beside it, or none.
        "bạn bè", "hoà bình", "bạn học", "ghi. Rỗ",
        // A name, which one neighbour alone does not tell.
        "Nguyễn Thị Bạn nhân", "TRẦN GHỊ RÕ",
    ])
    func whatMayBeMeant_stays(read: String) {
        #expect(mended(read) == read)
    }

    @Test func wordReadClearly_needsBothItsNeighbours() {
        #expect(mended("ghỉ rõ", confidence: 0.97) == "ghỉ rõ")
        #expect(mended("ghi rỏ họ", confidence: 0.97) == "ghi rõ họ")
    }

    @Test func pairsOfForms_areWholeWordsInSmallLetters() {
        #expect(CommonPairs.known.meant(by: "ghỉ", after: nil, before: "rõ", isSure: false) == "ghi")
        #expect(CommonPairs.known.meant(by: "bạn", after: "ủy", before: "nhân", isSure: true) == "ban")
    }
}
