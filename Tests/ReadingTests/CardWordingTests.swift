import Dossiers
import Testing

@testable import Reading

struct CardWordingTests {
    private func lines(_ texts: [String], confidence: Double = 0.6) -> [TextLine] {
        texts.map { text in
            TextLine(
                words: text.split(separator: " ").map {
                    Word(text: String($0), confidence: confidence, box: PixelBox(x: 1, y: 1, width: 9, height: 9))
                })
        }
    }

    private func mended(_ texts: [String], confidence: Double = 0.6) -> [String] {
        CardWording.mended(lines(texts, confidence: confidence)).map(\.text)
    }

    private let head = ["Independence - Freedom - Happiness", "Citizen Identity Card"]

    @Test(arguments: [
        ("Quốc tịch / Natlonalfty: Việt Nam", "Quốc tịch / Nationality: Việt Nam"),
        ("Ngây sinh / Dafe of bưth: 15/10/1994", "Ngày sinh / Date of birth: 15/10/1994"),
        ("Nơi thường tru/ Piace of tesidence: Thôn Hạ", "Nơi thường trú/ Place of residence: Thôn Hạ"),
        ("Đậc điểm nhân đang / Personal iđentffication: Sẹo", "Đặc điểm nhận dạng / Personal identification: Sẹo"),
        ("Quê quán / Place o† origin: Thôn Hạ", "Quê quán / Place of origin: Thôn Hạ"),
        ("SOCIALIST REPUBLIC OFE VIET NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
        ("CĂN CƯỚC / lDENTITY CARD", "CĂN CƯỚC / IDENTITY CARD"),
        ("Ngây, thảng, nâm / Date, morth, year: 09/01/2024", "Ngày, tháng, năm / Date, month, year: 09/01/2024"),
    ]) func wordingOfACard_isPutRight(read: String, printed: String) {
        #expect(mended(head + [read]).last == printed)
    }

    @Test func valuesOfACard_stay() {
        let line = "Họ và tên / Full name: BÀN BÍCH BÌNH"
        #expect(mended(head + [line]).last == line)
        #expect(mended(head + ["Xã Vĩnh Bảo, Hải Phòng"]).last == "Xã Vĩnh Bảo, Hải Phòng")
    }

    @Test func wordsReadClearly_stay() {
        #expect(mended(head + ["Nationals"], confidence: 0.97).last == "Nationals")
    }

    @Test func onAPaperThatIsNoCard_nothingIsPutRight() {
        #expect(mended(["Natlonalfty", "Citizen"]) == ["Natlonalfty", "Citizen"])
    }
}
