import Dossiers
import Foundation

/// A person's name. Forms want it in capitals; it is given as names are written, `Nguyễn Thị Hồng`.
struct NameRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = Self.withoutLabel(
            Array(answer.firstColumn.withoutLeaders.drop { $0.letters.isEmpty || $0.isTitle }))
        let words = Self.withCapital(pieces.map { PersonName.spelled($0.text) })
        let length = PersonName.length(of: words)
        guard length > 0 else { return nil }
        let name = Array(pieces.prefix(length))
        var syllables = words.prefix(length).map { $0.withoutEdges.capitalized }
        for (place, piece) in name.enumerated().dropFirst()
        where piece.confidence < Self.sureOfMarks || !VietnameseSyllable.isToned(syllables[place]) {
            syllables[place] = GivenNames.mended(syllables[place]) ?? syllables[place]
        }
        let read = name.map { $0.text.withoutEdges.capitalized }
        let isMended = PersonName.mend(&syllables) || syllables != read
        return FieldValue(
            text: syllables.joined(separator: " "), pieces: name,
            soundness: Self.soundness(of: syllables, isMended: isMended, surname: read[0])
                * (Self.goesOn(pieces, beyond: length) ? Self.cutSoundness : 1))
    }

    /// `Bàn Công Coỏng Tuổi: 35`: what a colon follows, and then something more, is the next label.
    private static func withoutLabel(_ pieces: [FormLine.Piece]) -> [FormLine.Piece] {
        let label = pieces.indices.dropFirst(2).first { pieces[$0].text.hasSuffix(":") && $0 + 1 < pieces.count }
        return label.map { Array(pieces[..<$0]) } ?? pieces
    }

    /// A surname whose capital is no larger than its other letters, `vũ TIẾN TÚ`: V, X, S, O and C look the same.
    private static func withCapital(_ words: [String]) -> [String] {
        guard words.count > 1, let first = words.first, first.allSatisfy(\.isLowercase), Surnames.isKnown(first),
            words[1].first?.isUppercase == true
        else { return words }
        let isInCapitals = words[1].allSatisfy { !$0.isLowercase }
        return [isInCapitals ? first.uppercased() : first.capitalized] + words.dropFirst()
    }

    /// - Parameter read: The first syllable as it was read.
    private static func soundness(of syllables: [String], isMended: Bool, surname read: String) -> Double {
        guard let first = syllables.first, Surnames.isKnown(first), syllables.dropFirst().allSatisfy(isPartOfNames),
            // A letter that was taken for another may have been a third one.
            read.utf8.allSatisfy({ $0 < 0x80 })
                || VietnameseSyllable.withoutTone(read) == VietnameseSyllable.withoutTone(first)
        else { return unknownSoundness }
        return isMended ? mendedSoundness : 1
    }

    /// Surnames stand within names, too: `Nguyễn Trần Phương`.
    private static func isPartOfNames(_ syllable: String) -> Bool {
        GivenNames.isKnown(syllable) || Surnames.isKnown(syllable)
    }

    /// Whether a word that is neither a name nor another word of Vietnamese stands right behind.
    private static func goesOn(_ pieces: [FormLine.Piece], beyond length: Int) -> Bool {
        guard length < pieces.count, let last = pieces[length - 1].text.last, last.isLetter else { return false }
        let (end, next) = (pieces[length - 1].box, pieces[length])
        let word = next.text.withoutEdges
        guard next.box.x >= end.right, next.box.x - end.right < end.height, word.first?.isLetter == true,
            word.allSatisfy(\.isLetter)
        else { return false }
        return word.contains(where: \.isUppercase) || !VietnameseSyllable.isPossible(word)
    }

    /// Below this a tone that makes a rare syllable of a common one is taken for a misreading.
    private static let sureOfMarks = 0.93
    /// A mark that was put back is very likely right, and yet not read.
    private static let mendedSoundness = 0.9
    /// A first syllable that is nobody's surname was likely misread, and likely in the same way wherever it stands; so was
    /// another that no name is known to have.
    private static let unknownSoundness = 0.75
    /// Half of a name is somebody else's.
    private static let cutSoundness = 0.5
}

extension FormLine.Piece {
    /// `Ông`, `Bà`, `ông/bà` before a name.
    fileprivate var isTitle: Bool {
        ["ong", "ba", "ongba", "anh", "chi"].contains(letters) && text.contains { $0.isLowercase }
    }
}
