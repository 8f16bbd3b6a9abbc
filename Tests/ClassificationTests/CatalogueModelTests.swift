import Classification
import Dossiers
import Foundation
import Testing

private let entries = [
    CatalogueEntry(
        code: "1", name: "Thủ tục đăng ký khai sinh", field: "Hộ tịch", papers: ["Tờ khai đăng ký khai sinh"]),
    CatalogueEntry(
        code: "2", name: "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", field: "Hộ tịch",
        papers: ["Tờ khai đăng ký khai sinh"]),
    CatalogueEntry(
        code: "3", name: "Đăng ký thường trú", field: "Cư trú", papers: [],
        formTitles: ["TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"]),
    CatalogueEntry(
        code: "4", name: "Tách hộ", field: "Cư trú", papers: [], formTitles: ["TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"]),
    CatalogueEntry(
        code: "5", name: "Cấp Giấy phép bán lẻ rượu", field: "Lưu thông hàng hóa", papers: ["Đơn đề nghị cấp phép"]),
    CatalogueEntry(code: "6", name: "Thủ tục hải quan", field: "Hải quan", papers: ["Tờ khai hải quan"]),
]

private func model() -> CatalogueModel { CatalogueModel(name: "first", version: "1", entries: entries) }

private func form(_ title: String, _ lines: String...) -> String {
    (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", title] + lines).joined(separator: "\n")
}

private func residence(_ request: String) -> String {
    form("TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ", "Họ và tên: LÝ THỊ XUÂN", "10. Nội dung đề nghị: \(request)")
}

@Test func catalogue_ranksByTitleWithoutAnyLabel() {
    let prediction = model().predict(form("ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP BÁN LẺ RƯỢU", "Họ và tên: LÝ THỊ XUÂN"))
    #expect(prediction.label == "5")
    #expect(prediction.alternatives.count == 4)
    #expect(prediction.because.contains { $0.contains("rượu") })
}

@Test func catalogue_knowsTitlesThatLostTheirMarks() {
    #expect(model().predict(form("TO KHAI DANG KY KHAI SINH", "Ho va ten: LY THI XUAN")).label == "1")
}

@Test func catalogue_tellsAFamilyApartByItsTellingLine() {
    #expect(model().predict(residence("Đăng ký thường trú tại thôn Khe Vè")).label == "3")
    #expect(model().predict(residence("Xin tách hộ khỏi hộ của bố mẹ")).label == "4")
}

@Test func catalogue_knowsWhatPeopleCallThings() {
    #expect(model().predict(residence("Xin nhập hộ khẩu về nhà chồng")).label == "3")
    #expect(model().predict(residence("Xin tách khẩu")).label == "4")
}

@Test func catalogue_readsAForeignNationality() {
    let title = "TỜ KHAI ĐĂNG KÝ KHAI SINH"
    #expect(model().predict(form(title, "Giới tính: Nữ Quốc tịch: Việt Nam")).label == "1")
    #expect(model().predict(form(title, "Giới tính: Nữ Quốc tịch: Trung Quốc")).label == "2")
}

@Test func catalogue_getsBetterWithConfirmedPages() {
    var model = model()
    let asked = "Ra ở riêng với vợ con"
    let before = model.predict(residence(asked))
    let done1 = model.learn(residence("Vợ chồng ra ở riêng"), label: "4")
    #expect(done1)
    let done2 = model.learn(residence("Chuyển về ở với vợ"), label: "3")
    #expect(done2)
    let after = model.predict(residence(asked))
    let share = { (prediction: Prediction) in
        prediction.label == "4"
            ? prediction.probability : prediction.alternatives.first { $0.label == "4" }?.probability ?? 0
    }
    #expect(after.label == "4")
    #expect(share(after) > share(before))
}

@Test func catalogue_takesBackWhatItLearned() {
    var model = model()
    let done3 = model.learn(residence("Tách hộ"), label: "4")
    #expect(done3)
    let once = model.fileContents()
    let done4 = model.learn(residence("Ra ở riêng"), label: "4")
    #expect(done4)
    let done5 = model.unlearn(residence("Ra ở riêng"), label: "4")
    #expect(done5)
    #expect(model.fileContents() == once)
    let done6 = model.unlearn(residence("Chưa từng thấy trang này"), label: "3")
    #expect(!done6)
    let done7 = model.unlearn(residence("Tách hộ"), label: "4")
    #expect(done7)
    #expect(model.fileContents() == CatalogueModel(name: "first", version: "1", entries: entries).fileContents())
}

@Test func catalogue_refusesALabelThatItDoesNotHave() {
    var model = model()
    let done8 = model.learn(residence("Tách hộ"), label: "9")
    #expect(!done8)
    #expect(model.texts == 0)
}

@Test func catalogue_isTheSameFromItsFile() throws {
    var model = model()
    let done9 = model.learn(residence("Tách hộ"), label: "4")
    #expect(done9)
    let again = try CatalogueModel(fileContents: model.fileContents())
    #expect(again.fileContents() == model.fileContents())
    #expect(again.predict(residence("Tách hộ")) == model.predict(residence("Tách hộ")))
}

@Test func catalogue_refusesADamagedFile() {
    var data = model().fileContents()
    data[data.count / 2] ^= 1
    #expect(throws: ModelError.self) { try CatalogueModel(fileContents: data) }
    #expect(throws: ModelError.self) { try CatalogueModel(fileContents: data.prefix(20)) }
}

@Test func catalogue_promisesNothing() {
    #expect(model().threshold(promising: 0.05) == nil)
}
