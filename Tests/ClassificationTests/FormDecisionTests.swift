import Classification
import Dossiers
import Foundation
import Testing

/// Wordings that no training text has.
@Test(arguments: [
    ("Đăng ký thường trú về ở cùng chồng tại thôn Khe Vè", "1.004222"),
    ("Tôi muốn đăng ký tạm trú ở nhà chị gái", "1.004194"),
    ("Cho vợ chồng tôi được tách hộ ra riêng", "1.010038"),
    ("DANG KY TAM TRU DE DI HOC", "1.004194"),
])
func ct01_requestLineDecides(request: String, code: String) throws {
    let prediction = try Trained.model().predict(Examples.residenceForm(request, 5))
    #expect(prediction.label == code)
    #expect(prediction.alternatives.allSatisfy { $0.probability < prediction.probability })
}

@Test(arguments: ["", "Như đã trình bày", "~ i . l"])
func ct01_withoutAReadableRequest_isNotCertain(request: String) throws {
    #expect(try Trained.model().predict(Examples.residenceForm(request, 5)).probability < 0.6)
}

@Test func reasons_nameTheWordsOfTheRequest() throws {
    let because = try Trained.model().predict(Examples.residenceForm("Tách hộ tại thôn Phúc Khê", 2)).because
    #expect(because.contains { $0.contains("tách") })
}

@Test(arguments: [
    Examples.constructionForm(1),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN XIN NGHỈ HỌC\nKính gửi: Trường tiểu học\nEm xin nghỉ học một ngày vì ốm",
    "THỰC ĐƠN TIỆC CƯỚI\nGà luộc\nXôi gấc\nNem rán\nCanh măng",
    "The quick brown fox jumps over the lazy dog",
])
func unknownPaper_isNotCertain(text: String) throws {
    #expect(try Trained.model().predict(text).probability < 0.8)
}

@Test(arguments: [Degradation.light, Degradation.heavy])
func scannedForms_areStillKnown(degradation: Degradation) throws {
    let model = try Trained.model()
    for number in 40..<50 {
        let text = degradation.applied(to: Examples.birthForm(number), seed: UInt64(number))
        #expect(model.predict(text).label == "1.001193")
    }
}

/// Letters misread, the line broken elsewhere, capitals lost.
@Test(arguments: [
    "TỜ KHAI ĐÀNG KÝ KHA1 SlNH", "TÒ KHAI ĐĂNG KỶ\nKHAI SINH", "_ . Tờ khai đăng ký khai sinh",
    "TO KHAI DANG KY KHAI SINH",
])
func misreadTitle_isStillKnown(title: String) throws {
    let text = Examples.birthForm(3).replacingOccurrences(of: "TỜ KHAI ĐĂNG KÝ KHAI SINH", with: title)
    let page = try Trained.model().predictPage(text)
    #expect(page.family == Examples.birth)
    #expect(page.showsTitle)
}

@Test func requestInTheWrongPlace_isStillFound() throws {
    let text = Examples.residenceForm("", 5).replacingOccurrences(
        of: "11. Những", with: "Tách hộ tại thôn Khe Vè\n11. Những")
    #expect(try Trained.model().predict(text).label == "1.010038")
}

@Test func degradation_isTheSameForTheSameSeed() {
    let text = Examples.birthForm(1)
    #expect(Degradation.heavy.applied(to: text, seed: 7) == Degradation.heavy.applied(to: text, seed: 7))
    #expect(Degradation.heavy.applied(to: text, seed: 7) != text)
}
