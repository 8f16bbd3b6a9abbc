/// The office that issued a document, as written.
struct IssuerRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        guard pieces.count >= 2, text.first?.isUppercase == true, !text.contains(":") else { return nil }
        return FieldValue(text: Self.withDash(text), pieces: pieces)
    }

    /// The dash of two offices' names, which recognition drops. Source: Nghị định 37/2014/NĐ-CP, điều 7, and
    /// 150/2025/NĐ-CP.
    private static func withDash(_ text: String) -> String {
        text.replacing("Tài chính Kế hoạch", with: "Tài chính - Kế hoạch")
            .replacing("Văn hóa Xã hội", with: "Văn hóa - Xã hội")
    }
}
