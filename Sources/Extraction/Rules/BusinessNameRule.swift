/// The name of a household business (hộ kinh doanh) or trader, as written.
struct BusinessNameRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        return text.contains(where: \.isLetter) ? FieldValue(text: Self.withCapitals(text), pieces: pieces) : nil
    }

    /// A name in capitals is in capitals throughout: `CƠ SỞ sửa CHỮA XE MÁY`.
    private static func withCapitals(_ text: String) -> String {
        let words = text.split(separator: " ").filter { $0.count(where: \.isLetter) > 1 }
        let capitals = words.count { $0.allSatisfy { !$0.isLetter || $0.isUppercase } }
        return capitals >= 3 && words.count - capitals == 1 ? text.uppercased() : text
    }
}
