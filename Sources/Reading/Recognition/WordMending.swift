package import Dossiers
import Foundation

/// Puts right what can only have been read wrongly, whatever the paper says: a space that was too narrow, a slash of a
/// date that was taken for a letter. What could have been meant as it was read stays.
package enum WordMending {
    package static func mended(_ lines: [TextLine]) -> [TextLine] {
        CardWording.mended(
            ItemMending.mended(lines).map { line in
                let words = RowMending.mended(line.words.flatMap(mended))
                return TextLine(words: SignatureCaption.mended(MarkMending.mended(words, by: .known)))
            })
    }

    private static func mended(_ word: Word) -> [Word] {
        var text = word.text
        if text.holds("⁄") { text = text.replacing("⁄", with: "/") }
        if text.holds("\u{d0}") || text.holds("\u{f0}") { text = withBars(text) }
        // Expressions are slow, and these are of numbers.
        if hasDigit(text) { text = withLetters(withDigits(withSlashes(text))) }
        let parts = stretches(of: text).flatMap { pieces(of: String($0)) ?? [$0] }
        guard parts.count > 1 else {
            var word = word
            word.text = text
            return [word]
        }
        return divided(word, at: parts)
    }

    /// The letter of Iceland looks like Đ, and is often read beside it; Vietnamese has none.
    private static func withBars(_ text: String) -> String {
        text.replacing("Đ\u{d0}", with: "Đ").replacing("đ\u{f0}", with: "đ")
            .replacing("\u{d0}", with: "Đ").replacing("\u{f0}", with: "đ")
    }

    /// `tộc:Hoa` and `Họ,tên` are two words each: behind these signs stands a space, unless in addresses of machines.
    private static func stretches(of text: String) -> [Substring] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }), !text.contains("@"),
            !text.holds("//")
        else { return [text[...]] }
        var found: [Substring] = []
        var start = text.startIndex
        for place in text.indices.dropFirst().dropLast() where ":,".contains(text[place]) {
            let next = text.index(after: place)
            let before = text[..<place].suffix(2)
            guard before.allSatisfy(\.isLetter) || before == "m2", place > text.index(after: start),
                text[next].isLetter || text[place] == ":" && text[next].isNumber
            else { continue }
            found.append(text[start...place])
            start = next
        }
        return found + [text[start...]]
    }

    private static func hasDigit(_ text: String) -> Bool {
        text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// `27I3I1991` and `27/3I1991` are 27/3/1991: nothing else is made of numbers and upright strokes.
    static func withSlashes(_ text: String) -> String {
        guard text.contains(where: isStroke),
            let found = text.firstMatch(of: #/^([^\p{L}\d]*)(\d{1,2})[Il|\/](\d{1,2}[Il|\/])?(\d{1,4})([^\p{L}\d]*)$/#)
        else { return text }
        let middle = found.3.map { $0.dropLast() + "/" } ?? ""
        return "\(found.1)\(found.2)/\(middle)\(found.4)\(found.5)"
    }

    /// A number's first digit that was taken for a letter: `I2` is 12; no Roman number goes on in digits. And any before a
    /// document's symbol: `12o/GPXD`.
    static func withDigits(_ text: String) -> String {
        if let slash = text.firstIndex(of: "/"), text.first?.isNumber == true,
            text[..<slash].contains(where: \.isLetter),
            text[..<slash].allSatisfy({ $0.isNumber || "oOlI".contains($0) }),
            let number = LookAlikes.number(for: String(text[..<slash]))
        {
            return number + text[slash...]
        }
        guard text.contains(where: isStroke) else { return text }
        if let found = text.firstMatch(of: #/^([^\p{L}\d]*)[Il|](\d{1,3})([^\p{L}\d]*)$/#) {
            return "\(found.1)1\(found.2)\(found.3)"
        }
        // Or behind a word: `tíchl397`.
        guard let found = text.firstMatch(of: #/^(\p{L}*\p{Ll})[Il|](\d+[^\p{L}\d]*)$/#), isWord(found.1),
            found.1.contains(where: { !$0.isASCII })
        else { return text }
        return "\(found.1)1\(found.2)"
    }

    /// `QUAN6,` is `QUANG,`.
    private static func withLetters(_ text: String) -> String {
        let start = text.prefix { !$0.isLetter && !$0.isNumber }.endIndex
        let core = text[start...].prefix { $0.isLetter || $0.isNumber }
        guard core.contains(where: \.isLetter), !text[core.endIndex...].contains(where: { $0.isLetter || $0.isNumber }),
            let word = LookAlikes.word(for: String(core), isKnown: CommonPairs.known.isKnown)
        else { return text }
        return text[..<start] + word + text[core.endIndex...]
    }

    private static func isStroke(_ character: Character) -> Bool { "Il|".contains(character) }

    /// The words that stand in a word without a space between them; nil where it may be one.
    static func pieces(of text: String) -> [Substring]? {
        let isMixed = hasDigit(text) && text.contains(where: \.isLetter)
        if isMixed, let found = text.firstMatch(of: #/^(\p{L}*\p{Ll})(\d+[^\p{L}]*)$/#), isWord(found.1) {
            return [found.1, found.2]
        }
        // A long number or a date before a word: `022085012345do`, `18/6/2024tại`; not `1500ha`.
        if isMixed, let found = text.firstMatch(of: #/^([^\p{L}\d]*\d[\d\/.]{5,}\d)(\p{Ll}+[^\p{L}\d]*)$/#),
            isWord(found.2.prefix { $0.isLetter }) || ["do", "ở"].contains(found.2.prefix { $0.isLetter })
        {
            return [found.1, found.2]
        }
        // `3năm 2026`
        if isMixed, let found = text.firstMatch(of: #/^(\d{1,4})(ngày|tháng|năm)([^\p{L}\d]*)$/#) {
            return [found.1, text[found.2.startIndex...]]
        }
        let start = text.prefix { !$0.isLetter }.endIndex
        let letters = text[start...].prefix(while: \.isLetter)
        guard (4...longestOfKnown).contains(letters.count), letters.contains(where: { !$0.isASCII }),
            !text[letters.endIndex...].contains(where: \.isLetter), !VietnameseSyllable.isPossible(letters),
            let syllables = besideAbbreviation(letters) ?? division(of: letters)
        else { return nil }
        var pieces = syllables
        pieces[0] = text[..<pieces[0].endIndex]
        pieces[pieces.count - 1] = text[pieces[pieces.count - 1].startIndex...]
        return pieces
    }

    /// `SốCCCD` and `CMNDhoặc`: capitals alone on one side, a word with marks on the other.
    private static func besideAbbreviation(_ letters: Substring) -> [Substring]? {
        let border = letters.indices.dropFirst().first {
            letters[letters.index(before: $0)].isUppercase != letters[$0].isUppercase
                && $0 > letters.index(after: letters.startIndex)
        }
        guard let border else { return nil }
        let (head, tail) = (letters[..<border], letters[border...])
        let (word, abbreviation) = head.allSatisfy(\.isUppercase) ? (tail, head) : (head, tail)
        guard abbreviation.count >= 3, abbreviation.allSatisfy(\.isUppercase),
            word.dropFirst().allSatisfy(\.isLowercase), word.contains(where: { !$0.isASCII }),
            VietnameseSyllable.isPossible(word)
        else { return nil }
        return [head, tail]
    }

    /// A word before a number: `tháng7`, `số12`; not `m2`.
    private static func isWord(_ letters: Substring) -> Bool {
        (letters.count >= 3 || letters.contains { !$0.isASCII }) && VietnameseSyllable.isPossible(letters)
    }

    /// The one way of dividing these letters into syllables that stand beside each other elsewhere, or else into two or
    /// three whatever they are; nil where there is none, or more than one.
    private static func division(of letters: Substring) -> [Substring]? {
        let known = divisions(of: letters) { CommonPairs.known.have($0, $1) }
        if !known.isEmpty { return known.count == 1 ? known[0] : nil }
        guard letters.count <= longestOfThree else { return nil }
        let all = divisions(of: letters, mostPieces: 3) { _, _ in true }
        let fewest = all.map(\.count).min()
        let simplest = all.filter { $0.count == fewest }
        return simplest.count == 1 ? simplest[0] : nil
    }

    private static func divisions(
        of letters: Substring, mostPieces: Int = 6, where belong: (Substring, Substring) -> Bool
    ) -> [[Substring]] {
        var found: [[Substring]] = []
        func divide(_ rest: Substring, _ pieces: [Substring]) {
            guard pieces.count < mostPieces else { return }
            if !pieces.isEmpty, isSyllable(rest), pieces.last.map({ belong($0, rest) }) ?? true {
                found.append(pieces + [rest])
            }
            for head in heads(of: rest) where pieces.last.map({ belong($0, head) }) ?? true {
                divide(rest[head.endIndex...], pieces + [head])
            }
        }
        divide(letters, [])
        return found
    }

    /// The syllables with which these letters may begin.
    private static func heads(of letters: Substring) -> [Substring] {
        (1...7).lazy.filter { $0 < letters.count }.map { letters.prefix($0) }.filter(isSyllable)
    }

    private static func isSyllable(_ letters: Substring) -> Bool {
        guard VietnameseSyllable.isPossible(letters),
            letters.count > 1 || letters.contains(where: { !$0.isASCII || "yY".contains($0) })
        else { return false }
        // Those that end in a stop rise or fall sharply: sắc or nặng.
        let plain = letters.lowercased().decomposedStringWithCanonicalMapping
        guard let last = plain.unicodeScalars.last, "cpt".unicodeScalars.contains(last) || plain.hasSuffix("ch") else {
            return true
        }
        return plain.unicodeScalars.contains("\u{301}") || plain.unicodeScalars.contains("\u{323}")
    }

    /// Boxes are shared out by letters, as nothing tells where the narrow space is.
    private static func divided(_ word: Word, at pieces: [Substring]) -> [Word] {
        let letters = max(pieces.reduce(0) { $0 + $1.count }, 1)
        var before = 0
        return pieces.map { piece in
            let left = word.box.x + word.box.width * before / letters
            before += piece.count
            let right = word.box.x + word.box.width * before / letters
            return Word(
                text: String(piece), confidence: word.confidence,
                box: PixelBox(x: left, y: word.box.y, width: right - left, height: word.box.height))
        }
    }

    private static let longestOfKnown = 30
    private static let longestOfThree = 21
}
