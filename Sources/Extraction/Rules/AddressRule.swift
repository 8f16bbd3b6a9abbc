import Dossiers
import Foundation

/// An address, as written: before July 2025 with a district in it, since then without.
struct AddressRule: FieldRule {
    var places = PlaceNames.none

    func value(in answer: Answer) -> FieldValue? {
        // Dashes between the parts of an address belong to it, leaders do not.
        let all = answer.firstColumn.withoutFootnote.filter { !$0.text.allSatisfy { Self.leaders.contains($0) } }
            .map(Self.withLetters)
        let read = Self.wholeAddress(in: all, places) ?? Array(all.prefix(while: Self.mayBelong))
        let pieces = Self.isVerified(read, places) ? read : Self.withoutBlot(all, upTo: read.count, places) ?? read
        guard pieces.filter({ $0.letters.count > 1 }).count >= 2 else { return nil }
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        guard Self.namesPlace(pieces), !text.contains(":") else { return nil }
        let address = PostalAddress(text, places: places)
        // Heads of a table, `Trả kết Phương Ký hồ`, have nothing between them.
        guard address.isVerified || text.contains(#/\d|,|[.] | [-–] /#) else { return nil }
        return FieldValue(
            text: address.text, pieces: Array(pieces), soundness: address.isVerified ? 1 : Self.unverifiedSoundness)
    }

    /// Any address names a commune, a village, a street; what names none is a stray sentence.
    private static func namesPlace(_ pieces: [FormLine.Piece]) -> Bool {
        let kinds = ["thon", "xa", "phuong", "khu", "tinh", "duong", "pho", "ban", "huyen", "to", "xom", "ap"]
        return zip(pieces, pieces.dropFirst()).contains { kind, name in
            let first = name.text.first
            return kinds.contains(kind.letters)
                && (first?.isNumber == true
                    || first?.isLetter == true && VietnameseSyllable.isPossible(name.text.withoutEdges))
        }
    }

    /// A blot reads as a colon, and a colon ends an address, for it is another label's: unless what follows makes it one
    /// whose every place is known.
    private static func wholeAddress(in pieces: [FormLine.Piece], _ places: PlaceNames) -> [FormLine.Piece]? {
        guard let blot = pieces.firstIndex(where: { !mayBelong($0) }),
            pieces[blot].text.last.map({ ":'’*".contains($0) }) == true
        else { return nil }
        var mended = pieces
        mended[blot].text.removeLast()
        let whole = Array(mended.prefix(while: mayBelong))
        return whole.count > blot && isVerified(whole, places) ? whole : nil
    }

    /// A speck that reads as a short word, `xã Tiên k1 Yên`: without it every place is known.
    ///
    /// - Parameter end: The speck is no later piece than this.
    private static func withoutBlot(
        _ pieces: [FormLine.Piece], upTo end: Int, _ places: PlaceNames
    ) -> [FormLine.Piece]? {
        let blots = pieces.indices.dropFirst().prefix { $0 <= end }.filter { index in
            pieces[index].confidence < sureOfWords && pieces[index].text.count <= 3
                && !pieces[index].text.allSatisfy { "-–".contains($0) }
        }
        return blots.lazy.map { blot in
            Array(pieces.indices.filter { $0 != blot }.map { pieces[$0] }.prefix(while: mayBelong))
        }.first { isVerified($0, places) }
    }

    private static func isVerified(_ pieces: [FormLine.Piece], _ places: PlaceNames) -> Bool {
        PostalAddress(pieces.map(\.text).joined(separator: " ").withoutEdges, places: places).isVerified
    }

    /// Specks are read with less.
    private static let sureOfWords = 0.5

    /// `Pạc §ủi`: a sign within a word is a letter, `Thác Bưởi !,` has a number, and `HẢi` one capital.
    private static func withLetters(_ piece: FormLine.Piece) -> FormLine.Piece {
        var piece = piece
        piece.text = piece.text.trimmingCharacters(in: CharacterSet(charactersIn: "\"“”"))
        if ["!", "!,"].contains(piece.text) { piece.text = "1" + piece.text.dropFirst() }
        if let sign = piece.text.first, "$§".contains(sign) { piece.text = "S" + piece.text.dropFirst() }
        if piece.text.dropFirst().contains(where: \.isUppercase), piece.text.contains(where: \.isLowercase),
            VietnameseSyllable.isPossible(piece.text.withoutEdges)
        {
            piece.text = piece.text.prefix(1) + piece.text.dropFirst().lowercased()
        }
        return piece
    }

    /// What the value was written upon, and blots between its words.
    private static let leaders = "…._›‹»«ˆ˜~^'’‘`*"

    /// A place that nobody knows may be one that was misread.
    private static let unverifiedSoundness = 0.9

    /// Strokes of a pen, stamps and table lines come out as signs that no address holds, or as words that
    /// the recogniser itself does not believe.
    private static func mayBelong(_ piece: FormLine.Piece) -> Bool {
        (piece.confidence >= 0.3 || ["-", "–"].contains(piece.text)
            || VietnameseSyllable.isPossible(piece.text.withoutEdges))
            && piece.text.allSatisfy { $0.isLetter || $0.isNumber || ".,;-–/()".contains($0) }
    }
}
