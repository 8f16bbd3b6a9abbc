import Dossiers
import Routing
import Testing

private func form(_ id: String, _ title: String, role: FormTemplate.Role = .attachment, names: [String] = [])
    -> FormTemplate
{
    FormTemplate(id: id, title: title, names: names, role: role, uses: [], lines: [], fields: [:], attachments: [])
}

private let check = PaperCheck(forms: [
    form("to-khai", "TỜ KHAI ĐĂNG KÝ KHAI SINH", role: .application), form("giay-chung-sinh", "GIẤY CHỨNG SINH"),
    form("giay-uy-quyen", "GIẤY ỦY QUYỀN", names: ["văn bản ủy quyền"]),
    form("the-can-cuoc", "CĂN CƯỚC CÔNG DÂN"), form("quang-cao", "GIẤY CHỨNG SINH RẺ", role: .other),
])

private func standing(_ paper: String, _ documents: [(form: String, pages: [Int])] = []) -> PaperStanding? {
    let procedure = Procedure(code: "1", name: "Khai sinh", field: "Hộ tịch", timeLimit: nil, papers: [paper])
    return check.standings(of: procedure, application: "to-khai", documents: documents).first
}

@Test func paper_thatLiesThere_isPresentWithItsPages() {
    let found = standing("Giấy chứng sinh do cơ sở y tế cấp", [("to-khai", [1]), ("giay-chung-sinh", [2, 3])])
    #expect(found?.standing == .present)
    #expect(found?.pages == [2, 3])
}

@Test func applicationForm_isKnownWhateverTheListCallsIt() {
    #expect(standing("Tờ khai theo mẫu", [("to-khai", [1])])?.standing == .present)
}

@Test(arguments: [
    ("Giấy chứng sinh", PaperStanding.Standing.missing),
    ("Văn bản ủy quyền (nếu có)", .ifApplicable),
    ("Giấy chứng sinh (nếu có)", .ifApplicable),
    ("Xuất trình thẻ căn cước công dân", .shown),
    ("Biên bản về việc trẻ bị bỏ rơi", .unknown),
])
func paper_thatDoesNotLieThere_saysWhatFollows(paper: String, standing expected: PaperStanding.Standing) {
    #expect(standing(paper, [("to-khai", [1])])?.standing == expected)
}
