import Foundation

/// A person's name. Forms want it in capitals; it is given as names are written, `Nguyễn Thị Hồng`.
struct NameRule: FieldRule {
    let asked: Asked = .name(nil)

    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        let length = PersonName.length(of: pieces.map(\.text))
        guard length > 0 else { return nil }
        let name = Array(pieces.prefix(length))
        return FieldValue(text: name.map { $0.text.withoutEdges.capitalized }.joined(separator: " "), pieces: name)
    }
}
