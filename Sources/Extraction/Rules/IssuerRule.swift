import Dossiers

/// The office that issued a document, as written.
struct IssuerRule: FieldRule {
    var places = PlaceNames.none

    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.wordsAndDashes
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        guard pieces.count >= 2, text.first?.isUppercase == true, !text.contains(":") else { return nil }
        return FieldValue(text: places.mended(within: text), pieces: pieces)
    }
}
