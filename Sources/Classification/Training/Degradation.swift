import Dossiers
import Foundation

/// What a poor scan and a recogniser do to a text: marks lost, letters misread, words run together,
/// lines missing. Calibration looks at texts treated so, for a model that has only seen clean text
/// is too sure of itself on scans.
package struct Degradation: Hashable, Sendable {
    /// All in thousandths.
    var lostMarks: Int
    var misreadLetters: Int
    var joinedWords: Int
    var lostLines: Int
    /// Boxes whose tick or absence of one cannot be told any more.
    var lostTicks: Int

    package static let none = Degradation(
        lostMarks: 0, misreadLetters: 0, joinedWords: 0, lostLines: 0, lostTicks: 0)
    /// A usual scan.
    package static let light = Degradation(
        lostMarks: 30, misreadLetters: 10, joinedWords: 10, lostLines: 10, lostTicks: 500)
    /// A scan that a person still reads.
    package static let heavy = Degradation(
        lostMarks: 150, misreadLetters: 40, joinedWords: 50, lostLines: 80, lostTicks: 800)

    /// The text of a form that was filled in by hand: what is printed stays, an answer behind a colon comes
    /// back as the nonsense that a recogniser of print makes of handwriting, or not at all.
    static func handwritten(_ text: String, seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        return text.split(whereSeparator: \.isNewline).map { line in
            guard let colon = line.firstIndex(of: ":") else { return String(line) }
            let words = line[colon...].split(separator: " ").count - 1
            let strokes = (0..<max(0, words)).compactMap { _ in
                random.isTrue(perMille: 300) ? nil : stroke(random: &random)
            }
            return ([String(line[...colon])] + strokes).joined(separator: " ")
        }.joined(separator: "\n")
    }

    private static func stroke(random: inout SplitMix64) -> String {
        let letters = Array("wwuuvvmnnllijxaayhkfzÌÍÂNMWRJ")
        return String(
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                letters[Int.random(in: letters.indices, using: &random)]
            })
    }

    package func applied(to text: String, seed: UInt64) -> String {
        guard self != .none else { return text }
        var random = SplitMix64(seed: seed)
        // Whether ticks can be told is a matter of the scanner and the box: for all of a page or for none.
        let ticksAreLost = random.isTrue(perMille: lostTicks)
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline) where !random.isTrue(perMille: lostLines) {
            let shown = ticksAreLost ? Self.withoutTick(line) : line
            lines.append(degraded(shown, random: &random))
        }
        return lines.joined(separator: "\n")
    }

    /// The line as it is when its box was taken for a letter or for nothing.
    private static func withoutTick(_ line: Substring) -> Substring {
        let start = line.drop { $0.isWhitespace || $0 == "-" }
        guard let box = (TextZones.ticks + TextZones.emptyBoxes).first(where: { start.hasPrefix($0) }) else {
            return line
        }
        return start.dropFirst(box.count).drop { $0.isWhitespace }
    }

    private func degraded(_ line: Substring, random: inout SplitMix64) -> String {
        var result = ""
        for word in line.split(separator: " ") {
            if !result.isEmpty, !random.isTrue(perMille: joinedWords) { result += " " }
            for character in word {
                if !character.isASCII, random.isTrue(perMille: lostMarks) {
                    let plain = String(character).folded
                    result += character.isUppercase ? plain.uppercased() : plain
                } else if random.isTrue(perMille: misreadLetters) {
                    result += Self.misreadings[character] ?? ""
                } else {
                    result.append(character)
                }
            }
        }
        return result
    }

    /// What a letter is taken for; others are lost.
    private static let misreadings: [Character: String] = [
        "l": "1", "1": "l", "i": "l", "I": "l", "O": "0", "o": "0", "0": "O", "n": "ri", "m": "rn", "u": "ii",
        "h": "b", "c": "e", "e": "c", "t": "l", "g": "q", "đ": "d", "Đ": "D", "N": "M", "H": "M", "C": "G",
        "ư": "u", "ơ": "o", "ấ": "á", "ậ": "ạ", "ể": "ế", "ế": "é", "ộ": "ọ", "ị": "i", "ạ": "a",
    ]
}
