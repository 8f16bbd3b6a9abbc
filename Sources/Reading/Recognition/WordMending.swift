package import Dossiers
import Foundation

/// Puts right what can only have been read wrongly, whatever the paper says: a space that was too narrow, a slash of a
/// date that was taken for a letter. What could have been meant as it was read stays.
package enum WordMending {
    package static func mended(_ lines: [TextLine]) -> [TextLine] {
        CardWording.mended(
            withHeadings(withFirstItems(lines)).map { line in
                let words = RowMending.mended(line.words.flatMap(mended))
                return TextLine(words: SignatureCaption.mended(MarkMending.mended(words, by: .known)))
            })
    }

    /// `I. Giấy khai sinh` above `2. Hộ chiếu` is the first item; above `1. Họ và tên` it is a heading.
    static func withFirstItems(_ lines: [TextLine]) -> [TextLine] {
        var lines = lines
        for place in lines.indices.reversed() {
            guard let first = lines[place].words.first?.text, let sign = first.first, isStroke(sign),
                let mark = first.dropFirst().first, ".)".contains(mark)
            else { continue }
            let next = lines[(place + 1)...].prefix(mostLinesOfItem).lazy.compactMap(\.words.first?.text)
                .first { $0.hasPrefix("1\(mark)") || $0.hasPrefix("2\(mark)") || $0.hasPrefix("II") }
            guard next?.hasPrefix("2") == true else { continue }
            lines[place].words[0].text = "1" + first.dropFirst()
        }
        return lines
    }

    private static let mostLinesOfItem = 8

    /// Strokes of Roman numbers that have run together: `HI. THÔNG TIN` is the third heading, and `H.` the second where
    /// there is a first or a third.
    static func withHeadings(_ lines: [TextLine]) -> [TextLine] {
        let heads = lines.map { line in
            guard line.words.count > 1, let first = line.words.first?.text, first.first?.isUppercase == true else {
                return ""
            }
            return first.folded
        }
        guard heads.contains("hi.") || heads.contains("h.") else { return lines }
        let hasOthers = heads.contains { ["i.", "iii.", "hi."].contains($0) }
        var lines = lines
        for (place, head) in heads.enumerated() {
            if head == "hi." { lines[place].words[0].text = "III." }
            if head == "h.", hasOthers { lines[place].words[0].text = "II." }
        }
        return lines
    }

    private static func mended(_ word: Word) -> [Word] {
        var text = word.text
        if text.holds("⁄") { text = text.replacing("⁄", with: "/") }
        if text.holds("\u{d0}") || text.holds("\u{f0}") { text = withBars(text) }
        // Expressions are slow, and these are of numbers.
        if hasDigit(text) { text = withLetters(withDigits(withSlashes(text))) }
        let parts = stretches(of: text).flatMap { pieces(of: String($0)) ?? [$0] }
        guard parts.count > 1 else { return [Word(text: text, confidence: word.confidence, box: word.box)] }
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
            guard text[..<place].suffix(2).allSatisfy(\.isLetter), place > text.index(after: start),
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

    /// `27I3I1991` is 27/3/1991: nothing else is made of numbers and upright strokes.
    static func withSlashes(_ text: String) -> String {
        guard text.contains(where: isStroke),
            let found = text.firstMatch(of: #/^([^\p{L}\d]*)(\d{1,2})[Il|](\d{1,2}[Il|\/])?(\d{1,4})([^\p{L}\d]*)$/#)
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
        guard text.contains(where: isStroke),
            let found = text.firstMatch(of: #/^([^\p{L}\d]*)[Il|](\d{1,3})([^\p{L}\d]*)$/#)
        else { return text }
        return "\(found.1)1\(found.2)\(found.3)"
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
        let start = text.prefix { !$0.isLetter }.endIndex
        let end = text.lastIndex { $0.isLetter }.map { text.index(after: $0) } ?? start
        let letters = text[start..<max(start, end)]
        guard (4...longestOfKnown).contains(letters.count), letters.allSatisfy(\.isLetter),
            letters.contains(where: { !$0.isASCII }), !VietnameseSyllable.isPossible(letters),
            let syllables = division(of: letters)
        else { return nil }
        var pieces = syllables
        pieces[0] = text[..<pieces[0].endIndex]
        pieces[pieces.count - 1] = text[pieces[pieces.count - 1].startIndex...]
        return pieces
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
        guard VietnameseSyllable.isPossible(letters), letters.count > 1 || letters.contains(where: { !$0.isASCII })
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
