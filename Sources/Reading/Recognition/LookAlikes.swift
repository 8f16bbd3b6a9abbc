import Dossiers

/// Digits that were taken for letters of the same shape, and letters for digits, where the rest of the word tells which
/// was meant: `QUAN6`, `1âu`, `zo26`.
enum LookAlikes {
    /// The word of letters that this mixture was; nil where it may be one, as marks of plots, models and grades are.
    static func word(for text: String, isKnown: (String) -> Bool) -> String? {
        let letters = text.count(where: \.isLetter)
        let signs = Array(text)
        guard letters >= 2, signs.count <= longestWord, letters < signs.count,
            signs.allSatisfy({ $0.isLetter || $0.isASCII && $0.isNumber })
        else { return nil }
        let isInCapitals = signs.dropFirst().filter(\.isLetter).allSatisfy(\.isUppercase)
        var ways = [""]
        for (place, sign) in signs.enumerated() {
            let meant = sign.isLetter ? [sign] : meant(by: sign, at: place, of: signs, inCapitals: isInCapitals)
            ways = ways.flatMap { way in meant.map { way + String($0) } }
        }
        let known = ways.filter { VietnameseSyllable.isPossible($0) && isKnown($0.lowercased()) }
        return known.count == 1 ? known[0] : nil
    }

    /// The number that a word with letters in it was; nil where a sign of it is like no digit.
    static func number(for text: String) -> String? {
        let digits = text.map { $0.isASCII && $0.isNumber ? $0 : self.digits[$0] }
        return digits.contains(nil) ? nil : String(digits.compactMap(\.self))
    }

    private static func meant(
        by digit: Character, at place: Int, of signs: [Character], inCapitals isInCapitals: Bool
    ) -> [Character] {
        if place == signs.count - 1 {
            // Figures stand behind words, too: `TỔ1`, `LÔ5`.
            let word = String(signs.dropLast()).lowercased()
            return signs.count >= 4 && isInCapitals && !numbered.contains(word) ? capitalsAtEnds[digit] ?? [] : []
        }
        return place == 0 || isInCapitals
            ? capitals[digit, default: []] + (place == 0 ? small[digit] ?? [] : [])
            : small[digit] ?? []
    }

    private static let capitals: [Character: [Character]] = [
        "0": ["O"], "1": ["I"], "5": ["S"], "6": ["G"], "8": ["B"],
    ]
    private static let capitalsAtEnds: [Character: [Character]] = ["0": ["O"], "6": ["G"]]
    private static let small: [Character: [Character]] = ["0": ["o"], "1": ["l", "i"], "5": ["s"]]
    private static let digits: [Character: Character] = [
        "o": "0", "O": "0", "ø": "0", "Ø": "0", "l": "1", "I": "1", "L": "1", "|": "1", "z": "2", "Z": "2", "s": "5",
        "S": "5", "ó": "6", "Ó": "6", "B": "8",
    ]
    /// What has a figure behind it.
    private static let numbered: Set<String> = ["thôn", "bản", "quận", "huyện", "đơn", "phần", "bàn"]
    private static let longestWord = 7
}
