/// The name of a household business (hộ kinh doanh) or trader, as written.
struct BusinessNameRule: FieldRule {
    let asked: Asked = .businessName

    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        return text.contains(where: \.isLetter) ? FieldValue(text: text, pieces: pieces) : nil
    }
}
