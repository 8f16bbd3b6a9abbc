/// The name of a household business (hộ kinh doanh) or trader, as written.
struct BusinessNameRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        return text.contains(where: \.isLetter) ? FieldValue(text: text, pieces: pieces) : nil
    }
}
