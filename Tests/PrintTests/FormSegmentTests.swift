import Dossiers
import Testing

@Test(arguments: [
    (
        "Họ tên: {ho_ten:name_upper} ",
        [FormSegment.text("Họ tên: "), .blank(.init(key: "ho_ten", type: "name_upper")), .text(" ")]
    ),
    ("{a:int}{b:int}", [.blank(.init(key: "a", type: "int")), .blank(.init(key: "b", type: "int"))]),
    ("{không phải} {", [.text("{không phải} {")]),
    ("", []),
])
func segments_cutALineAtItsBlanks(line: String, expected: [FormSegment]) {
    #expect(FormSegment.segments(of: line) == expected)
}

@Test func person_isDecidedByTheLongestBeginning() {
    let form = FormTemplate(
        id: "x", title: "X", role: .other, uses: [], lines: [], fields: [:],
        people: ["con": .child, "con_nuoi": .ward, FormTemplate.anyKey: .deceased], attachments: [])
    #expect(form.person(ofKey: "con_ho_ten") == .child)
    #expect(form.person(ofKey: "con_nuoi_ho_ten") == .ward)
    #expect(form.person(ofKey: "congan") == .deceased)
}
