import Classification
import Dossiers
import Testing

private func page(_ text: String, _ number: Int, confidence: Double = 0.9) -> RecognizedPage {
    let box = PixelBox(x: 0, y: 0, width: 10, height: 10)
    let lines = text.split(separator: "\n").map { line in
        TextLine(words: line.split(separator: " ").map { Word(text: String($0), confidence: confidence, box: box) })
    }
    return RecognizedPage(
        number: number, content: lines.isEmpty ? .blank : .text, width: 100, height: 100, resolution: 300, turned: 0,
        skew: 0, lines: lines, codes: [], quality: PageQuality(confidence: confidence, syllables: 0.9))
}

private func judge(_ combinations: [FormCombination] = []) throws -> DossierJudge {
    DossierJudge(model: try Trained.model(), thresholds: JudgeThresholds(probability: 0.6), combinations: combinations)
}

@Test func judge_ignoresAttachments() throws {
    let alone = try judge().judge([page(Examples.birthForm(1), 1)])
    let judgement = try judge().judge([
        page(Examples.identityCard(1), 1), page(Examples.birthForm(1), 2), page(Examples.identityCard(2), 3),
    ])
    #expect(judgement.prediction == alone.prediction)
    #expect(judgement.applicationPages == [2])
    #expect(judgement.isCertain)
    #expect(judgement.documents.map(\.type) == ["the-can-cuoc", "application-form", "the-can-cuoc"])
}

@Test func judge_countsAPageWithoutATitleToTheFormBefore() throws {
    let judgement = try judge().judge([
        page(Examples.birthForm(1), 1), page("Tôi chịu hoàn toàn trách nhiệm trước pháp luật\nNgười yêu cầu", 2),
    ])
    #expect(judgement.applicationPages == [1, 2])
}

@Test func judge_countsTheRestOfAFormToItsFirstPage() throws {
    let lines = Examples.residenceForm("Tách hộ tại thôn Khe Vè", 1).split(separator: "\n")
    let judgement = try judge().judge([
        page(lines.prefix(6).joined(separator: "\n"), 1), page(lines.dropFirst(6).joined(separator: "\n"), 2),
    ])
    #expect(judgement.applicationPages == [1, 2])
    #expect(judgement.prediction?.label == "1.010038")
}

@Test func judge_leavesTwoApplicationsToAPerson() throws {
    let judgement = try judge().judge([page(Examples.birthForm(1), 1), page(Examples.complaintForm(1), 2)])
    #expect(!judgement.isCertain)
    #expect(judgement.doubt?.contains("different procedures") == true)
}

@Test func judge_knowsFormsThatAskForOneProcedureTogether() throws {
    let both = FormCombination(families: [Examples.birth, Examples.complaint], code: "1.000689")
    let judgement = try judge([both]).judge([page(Examples.birthForm(1), 1), page(Examples.complaintForm(1), 2)])
    #expect(judgement.prediction?.label == "1.000689")
    #expect(judgement.isCertain)
}

@Test func judge_doubtsWhatCouldHardlyBeRead() throws {
    let judgement = try judge().judge([page(Examples.birthForm(1), 1, confidence: 0.3)])
    #expect(!judgement.isCertain)
    #expect(judgement.doubt?.contains("hardly be read") == true)
}

@Test(arguments: [[String](), [Examples.identityCard(1)], [""]])
func judge_isNotCertainWithoutAnApplication(texts: [String]) throws {
    let judgement = try judge().judge(texts.enumerated().map { page($0.element, $0.offset + 1) })
    #expect(!judgement.isCertain)
    #expect(judgement.prediction == nil)
    #expect(judgement.doubt != nil)
}

@Test func judge_saysNothingOfTheTextInItsDoubt() throws {
    let judgement = try judge().judge([page(Examples.residenceForm("không rõ", 1), 1)])
    let doubt = try #require(judgement.doubt)
    #expect(!judgement.isCertain)
    #expect(!doubt.contains("TẰNG") && !doubt.contains("không rõ"))
}

private let residenceCatalogue = CatalogueModel(
    name: "catalogue", version: "1",
    entries: [
        CatalogueEntry(code: "7", name: "Cấp Giấy phép bán lẻ rượu", field: "Lưu thông hàng hóa", papers: []),
        CatalogueEntry(code: "8", name: "Tách thửa đất", field: "Đất đai", papers: []),
    ])
private let unknownForm = """
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP BÁN LẺ RƯỢU
    Tên thương nhân: Lý Thị Xuân
    """

@Test func judge_suggestsFromTheCatalogueWhereTheFormIsUnknown() throws {
    let judge = DossierJudge(
        model: try Trained.model(), catalogue: residenceCatalogue, thresholds: JudgeThresholds(probability: 0.6))
    let judgement = judge.judge([page(unknownForm, 1)])
    #expect(judgement.prediction?.label == "7")
    #expect(!judgement.isCertain)
}

@Test func judge_worksOnTheFirstDayWithTheCatalogueAlone() {
    let judge = DossierJudge(
        model: nil, catalogue: residenceCatalogue, thresholds: JudgeThresholds(probabilities: [:]))
    let judgement = judge.judge([page(Examples.identityCard(1), 1), page(unknownForm, 2), page("Người làm đơn", 3)])
    #expect(judgement.prediction?.label == "7")
    #expect(judgement.applicationPages == [2, 3])
    #expect(!judgement.isCertain)
    #expect(judgement.documents.map(\.pages) == [[2, 3], [1]])
    #expect(judge.judge([]).doubt == "the dossier holds no text")
}

@Test func judge_decidesNothingAloneOnPagesReadAsNoneThatWereConfirmed() throws {
    let judge = DossierJudge(
        model: try Trained.model(), thresholds: JudgeThresholds(probabilities: [.fair: 0.1, .poor: 0.1]))
    let judgement = judge.judge([page(Examples.birthForm(1), 1)])
    #expect(judgement.prediction != nil)
    #expect(!judgement.isCertain)
    #expect(judgement.doubt?.contains("too few such are confirmed") == true)
}
