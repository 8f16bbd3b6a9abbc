import Dossiers
import Foundation

/// An address, as written: before July 2025 with a district in it, since then without.
struct AddressRule: FieldRule {
    var places = PlaceNames.none

    func value(in answer: Answer) -> FieldValue? {
        // Dashes between the parts of an address belong to it, leaders do not.
        let all = answer.firstColumn.withoutFootnote.filter { !$0.text.allSatisfy { Self.leaders.contains($0) } }
            .map(Self.withLetters)
        let pieces = Self.wholeAddress(in: all, places) ?? Array(all.prefix(while: Self.mayBelong))
        guard pieces.filter({ $0.letters.count > 1 }).count >= 2 else { return nil }
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        // Any address names a commune, a village, a street; what names none is a stray sentence.
        let parts = ["thon", "xa", "phuong", "khu", "tinh", "duong", "pho", "ban", "huyen", "to", "xom", "ap"]
        guard pieces.contains(where: { parts.contains($0.letters) }), !text.contains(":") else { return nil }
        let address = PostalAddress(text, places: places)
        return FieldValue(
            text: address.text, pieces: Array(pieces), soundness: address.isVerified ? 1 : Self.unverifiedSoundness)
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
        let text = whole.map(\.text).joined(separator: " ").withoutEdges
        return whole.count > blot && PostalAddress(text, places: places).isVerified ? whole : nil
    }

    /// `Pạc §ủi`: a sign within a word is a letter, and `Thác Bưởi !,` has a number.
    private static func withLetters(_ piece: FormLine.Piece) -> FormLine.Piece {
        var piece = piece
        piece.text = piece.text.trimmingCharacters(in: CharacterSet(charactersIn: "\"“”"))
        if ["!", "!,"].contains(piece.text) { piece.text = "1" + piece.text.dropFirst() }
        if let sign = piece.text.first, "$§".contains(sign) { piece.text = "S" + piece.text.dropFirst() }
        return piece
    }

    /// What the value was written upon, and blots between its words.
    private static let leaders = "…._›‹»«ˆ˜~^'’‘`*"

    /// A place that nobody knows may be one that was misread.
    private static let unverifiedSoundness = 0.9

    /// Strokes of a pen, stamps and table lines come out as signs that no address holds, or as words that
    /// the recogniser itself does not believe.
    private static func mayBelong(_ piece: FormLine.Piece) -> Bool {
        (piece.confidence >= 0.3 || VietnameseSyllable.isPossible(piece.text.withoutEdges))
            && piece.text.allSatisfy { $0.isLetter || $0.isNumber || ".,;-–/()".contains($0) }
    }
}
