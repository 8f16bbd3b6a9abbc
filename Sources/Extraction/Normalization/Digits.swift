/// Digits as recognisers see them.
package enum Digits {
    /// The digits of a word that is meant to be a number; nil for any other word. Where at least half
    /// are digits, letters that look like one are read as it.
    package static func read(_ word: String) -> String? {
        let core = word.trimmingPrefix { !$0.isLetter && !$0.isNumber }
        var digits = ""
        var genuine = 0
        for character in core {
            if character.isASCII, character.isNumber {
                digits.append(character)
                genuine += 1
            } else if let digit = lookAlikes[character] {
                digits.append(digit)
            } else if character.isLetter || character.isNumber {
                return nil
            }
        }
        return genuine > 0 && genuine * 2 >= digits.count ? digits : nil
    }

    /// Digits of a row of boxes whose walls were read as signs: `|0|2|2|s|o|8|`; nil for any other text.
    package static func inBoxes(_ text: String) -> String? {
        guard text.count(where: isWall) >= 4 else { return nil }
        return read(text.filter { !isWall($0) })
    }

    /// What the wall of a box is read as.
    package static func isWall(_ character: Character) -> Bool { "|[]{}¦".contains(character) }

    /// The digits of a word in which nothing but a nought and a one may have been taken for a letter: any other letter
    /// may stand for two digits, and a number that nothing else bears out must not be guessed.
    package static func plain(_ word: String) -> String? {
        let doubtful = word.contains { $0.isLetter && !"OoDQlIi".contains($0) }
        return doubtful ? nil : read(word)
    }

    private static let lookAlikes: [Character: Character] = [
        "O": "0", "o": "0", "D": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "Z": "2", "z": "2", "S": "5",
        "s": "5", "b": "6", "B": "8", "g": "9", "q": "9",
    ]
}
