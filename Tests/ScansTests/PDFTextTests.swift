import Dossiers
import Testing

@testable import Scans

@Suite struct PDFTextTests {
    static let sentence =
        "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Tờ khai đăng ký khai sinh kính gửi ủy ban nhân dân"

    @Test func layer_ofVietnamese_isGood() {
        #expect(PDFTextJudge.readsAsVietnamese(Self.sentence.split(separator: " ").map(String.init)))
    }

    @Test(arguments: [
        // TCVN3 and VNI fonts taken for Unicode, marks lost, UTF-8 taken for Latin-1, letters lost.
        "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc Tê khai ®¨ng ký khai sinh",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do Haïnh phuùc Tôø khai ñaêng kyù",
        "Cong hoa xa hoi chu nghia Viet Nam Doc lap Tu do Hanh phuc To khai dang ky khai sinh",
        "Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam Äá»™c láº­p Tá»± do Háº¡nh phÃºc",
        "C\u{FFFD}ng hòa xã h\u{FFFD}i chủ ngh\u{FFFD}a Vi\u{FFFD}t Nam Đ\u{FFFD}c lập Tự do Hạnh phúc",
    ])
    func layer_ofGarbledVietnamese_isNot(text: String) {
        #expect(!PDFTextJudge.readsAsVietnamese(text.split(separator: " ").map(String.init)))
    }

    private func page(words: Int, spread: Double, covered: Bool, isLying: Bool = false) throws -> PDFPage {
        let texts = Self.sentence.split(separator: " ").map(String.init)
        let all = (0..<words).map { index in
            let top = 40 + spread * 700 * Double(index) / Double(max(words - 1, 1))
            return PDFText.Word(
                text: texts[index % texts.count], left: 50, top: top, right: isLying ? 60 : 90,
                bottom: top + (isLying ? 40 : 10))
        }
        let row = "1 0 image 1654 2339 gray 1 8 jpeg no 5 0 200 200 20K 1%".split(separator: " ")
        return PDFPage(
            width: 595, height: 842, rotation: 0, pictures: covered ? [try #require(PDFPicture(row: row))] : [],
            text: PDFText(lines: [PDFText.Line(words: all)]))
    }

    @Test func isGood_ofAFormOfPrint_isTrue() throws {
        let form = try page(words: 40, spread: 0.5, covered: false)
        #expect(PDFTextJudge.isGood(form))
    }

    @Test func isGood_ofAScanWithNoMoreThanASignaturesStamp_isFalse() throws {
        let stamp = try page(words: 24, spread: 0.05, covered: true)
        let longStamp = try page(words: 80, spread: 0.05, covered: true)
        let recognized = try page(words: 200, spread: 0.9, covered: true)
        #expect(!PDFTextJudge.isGood(stamp))
        #expect(!PDFTextJudge.isGood(longStamp))
        #expect(PDFTextJudge.isGood(recognized))
    }

    @Test func isGood_ofALayerThatLiesOnItsSide_isFalse() throws {
        let lying = try page(words: 40, spread: 0.5, covered: false, isLying: true)
        #expect(!PDFTextJudge.isGood(lying))
    }

    @Test func parser_readsWordsWithBoxesAndDropsLeaders() throws {
        let output = """
              <page width="595.0" height="842.0">
                    <line xMin="1" yMin="2" xMax="9" yMax="4">
                      <word xMin="10.5" yMin="20.0" xMax="30.0" yMax="32.0">A&amp;B</word>
                      <word xMin="31.0" yMin="20.0" xMax="90.0" yMax="32.0">tên:…........</word>
                      <word xMin="91.0" yMin="20.0" xMax="99.0" yMax="32.0">\u{F0A8}</word>
                      <word xMin="100.0" yMin="20.0" xMax="190.0" yMax="32.0">.................</word>
            """
        let lines = try #require(PDFTextParser.pages(in: output).first).textLines(pixelsPerPoint: 2)

        #expect(lines.map(\.text) == ["A&B tên: ☐"])
        #expect(lines.first?.words.first?.box == PixelBox(x: 21, y: 40, width: 39, height: 24))
    }
}
