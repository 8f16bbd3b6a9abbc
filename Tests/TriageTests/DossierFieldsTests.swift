import Dossiers
import Foundation
import Testing
import Triage

@testable import Ledger

/// The fields of a dossier's result.
struct DossierFieldsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func page(_ text: String, number: Int, codes: [Code] = []) -> PageRecord {
        let lines = text.split(separator: "\n").enumerated().map { row, line in
            var x = 100
            return TextLine(
                words: line.split(separator: " ").map { word in
                    defer { x += 20 * (word.count + 1) }
                    let box = PixelBox(x: x, y: 100 + 60 * row, width: 20 * word.count, height: 40)
                    return Word(text: String(word), confidence: 0.95, box: box)
                })
        }
        let recognized = RecognizedPage(
            number: number, content: .text, width: 2480, height: 3508, resolution: 300, turned: 0, skew: 0,
            lines: lines, codes: codes, quality: PageQuality(confidence: 0.95, syllables: 1))
        return PageRecord(
            number: number, state: .read, attempts: 0, reason: nil, seconds: 1, recognized: recognized)
    }

    @Test func cardOnAnotherPage_isTheApplicantsOwnInTheResult() throws {
        let pipeline = try PipelineFile.load(Self.root.appending(path: "Pipelines/commune.yaml"))
        let file = Self.root.appending(path: "Models/commune-vi/1/model.hoso")
        let understanding = try pipeline.understanding(with: PipelineModel(fileContents: Data(contentsOf: file)))
        let application = page(
            """
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            TỜ KHAI ĐĂNG KÝ KHAI TỬ
            Kính gửi: (1) Ủy ban nhân dân xã Tiên Yên, tỉnh Quảng Ninh
            Họ, chữ đệm, tên người yêu cầu: BÀN VẶN AN
            Ngày, tháng, năm sinh: 01/02/1985
            Nơi cư trú: (2) thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh
            Giấy tờ tùy thân: (3) CCCD số 022085012346
            Quan hệ với người đã chết: con đẻ
            Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:
            Họ, chữ đệm, tên: BÀN TIẾN LONG
            Ngày, tháng, năm sinh: 05/06/1950
            """, number: 1)
        let box = PixelBox(x: 1, y: 2, width: 3, height: 4)
        let card = page(
            "CĂN CƯỚC CÔNG DÂN\nCitizen Identity Card", number: 2,
            codes: [
                Code(
                    symbology: "QRCode",
                    text: "022085012345||Bàn Văn An|01021985|Nam|thôn Hạ, xã Hải Lạng, tỉnh Quảng Ninh|01012022",
                    box: box)
            ])
        let now = Date(timeIntervalSince1970: 1_785_981_600)
        let dossier = ReadDossier(
            id: "d", source: "scan.pdf", arrivedAt: now, receivedAt: now, pages: [application, card], damage: nil)
        let result = understanding.result(of: dossier, under: pipeline, now: now)
        let number = try #require(result.fields.first { $0.name == .applicantIDNumber })
        #expect(number.value == "022085012345")
        #expect(number.page == 2)
        #expect(result.fields.first { $0.name == .applicantName }?.value == "Bàn Văn An")
    }
}
