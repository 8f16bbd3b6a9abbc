import Dossiers
import Foundation

/// A Vietnamese person's name: two to seven syllables of letters, each with a capital.
package enum PersonName {
    /// How many of the words, from the first on, are a name; 0 where none is.
    package static func length(of words: [String]) -> Int {
        var length = 0
        for word in words {
            let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: ".,;:…_-|"))
            guard isSyllable(bare) else { break }
            length += 1
            // Punctuation after a syllable ends the name.
            if let last = word.last, ",;.|".contains(last) { break }
        }
        return (2...7).contains(length) ? length : 0
    }

    /// Puts back marks that recognition lost, where there is only one way to: of a surname (`Pham` is `Phạm`), and of
    /// the middle name `Thị`, behind which `Thủ` (head), a word of many headings, was `Thu` (autumn). Returns whether
    /// anything was changed.
    package static func mend(_ syllables: inout [String]) -> Bool {
        let read = syllables
        if let first = syllables.first, let surname = Surnames.mended(first) { syllables[0] = surname }
        if syllables.count >= 3, syllables[1].folded == "thi", syllables[1] != "Thị" { syllables[1] = "Thị" }
        if syllables.count >= 3, syllables[1] == "Thị", syllables[2] == "Thủ" { syllables[2] = "Thu" }
        return syllables != read
    }

    /// A syllable in capitals whose first letter was read as a small one or a sign, or any as a small one: `sỀNH`, `$INH`,
    /// `cHíU`; a nought before letters, `0anh`; and the serifs of an I. No name is written so.
    package static func spelled(_ word: String) -> String {
        guard let first = word.first, word.count > 1 else { return word }
        if let mended = withPlainStems(word) ?? withLetterForADigit(word) { return mended }
        let rest = word.dropFirst()
        let head = signs[first] ?? String(first)
        let isMixed = rest.contains(where: \.isUppercase) && word.contains(where: \.isLowercase)
        guard isMixed || signs[first] != nil else { return word }
        let mended = isMixed || rest.allSatisfy({ !$0.isLowercase }) ? (head + rest).uppercased() : head + rest
        return VietnameseSyllable.isPossible(mended.trimmingCharacters(in: .punctuationCharacters)) ? mended : word
    }

    /// `TẰN6`: one letter of a syllable in capitals that was taken for a digit.
    private static func withLetterForADigit(_ word: String) -> String? {
        // Of two signs, `8A`, it is a number more likely than a name.
        guard word.count > 2, word.count(where: \.isNumber) == 1, word.count(where: \.isLetter) == word.count - 1,
            word.allSatisfy({ !$0.isLowercase }), let digit = word.first(where: \.isNumber), let letter = digits[digit]
        else { return nil }
        let mended = word.replacing(String(digit), with: letter)
        return VietnameseSyllable.isPossible(mended) ? mended : nil
    }

    /// A typewriter's I, whose serifs make a T of it or before it: `HTẾU`, `GTIA`.
    private static func withPlainStems(_ word: String) -> String? {
        guard word.allSatisfy(\.isUppercase), word.dropFirst().contains("T"), !VietnameseSyllable.isPossible(word)
        else {
            return nil
        }
        let readings = [("TI", "I"), ("TỊ", "Ị"), ("T", "I")].map { read, meant in
            String(word.prefix(1) + word.dropFirst().replacing(read, with: meant, maxReplacements: 1))
        }
        return readings.first { $0 != word && VietnameseSyllable.isPossible($0) }
    }

    private static let signs: [Character: String] = ["$": "S", "§": "S", "0": "O"]
    private static let digits: [Character: String] = ["0": "O", "1": "I", "5": "S", "6": "G", "8": "B"]

    private static func isSyllable(_ word: String) -> Bool {
        guard let first = word.first, first.isUppercase, word.count <= 7 else { return false }
        guard word.allSatisfy(\.isLetter) else { return false }
        // All capitals, or the first alone.
        let rest = word.dropFirst()
        guard rest.allSatisfy(\.isUppercase) || rest.allSatisfy(\.isLowercase) else { return false }
        return word.folded.contains { "aeiouy".contains($0) }
    }
}
