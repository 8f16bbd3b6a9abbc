import Foundation

/// A person's name. Forms want it in capitals; it is given as names are written, `Nguyễn Thị Hồng`.
struct NameRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = Array(
            answer.firstColumn.withoutLeaders.drop { !$0.text.contains(where: \.isLetter) || $0.isTitle })
        let length = PersonName.length(of: pieces.map(\.text))
        guard length > 0 else { return nil }
        let name = Array(pieces.prefix(length))
        var syllables = name.map { $0.text.withoutEdges.capitalized }
        let isMended = PersonName.mend(&syllables)
        return FieldValue(
            text: syllables.joined(separator: " "), pieces: name, soundness: isMended ? Self.mendedSoundness : 1)
    }

    /// A mark that was put back is very likely right, and yet not read.
    private static let mendedSoundness = 0.9
}

extension FormLine.Piece {
    /// `Ông`, `Bà`, `ông/bà` before a name.
    fileprivate var isTitle: Bool {
        ["ong", "ba", "ongba", "anh", "chi"].contains(letters) && text.contains { $0.isLowercase }
    }
}
