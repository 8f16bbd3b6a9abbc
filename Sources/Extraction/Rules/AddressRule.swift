/// An address, as written: before July 2025 with a district in it, since then without.
struct AddressRule: FieldRule {
    let asked: Asked = .address

    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue? {
        // Dashes between the parts of an address belong to it, leaders do not.
        let pieces = answer.firstColumn.withoutFootnote.filter { !$0.text.allSatisfy { "…._".contains($0) } }
            .prefix(while: Self.mayBelong)
        guard pieces.filter({ $0.letters.count > 1 }).count >= 2 else { return nil }
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        // Any address names a commune, a village, a street; what names none is a stray sentence.
        let places = ["thon", "xa", "phuong", "khu", "tinh", "duong", "pho", "ban", "huyen", "to", "xom", "ap"]
        guard pieces.contains(where: { places.contains($0.letters) }), !text.contains(":") else { return nil }
        return FieldValue(text: text, pieces: Array(pieces))
    }

    /// Strokes of a pen, stamps and table lines come out as signs that no address holds, or as words that
    /// the recogniser itself does not believe.
    private static func mayBelong(_ piece: FormLine.Piece) -> Bool {
        piece.confidence >= 0.3 && piece.text.allSatisfy { $0.isLetter || $0.isNumber || ".,;-–/()".contains($0) }
    }
}
