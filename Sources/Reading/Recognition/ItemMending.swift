import Dossiers

/// Puts right the marks before items of a list, `I.`, `1.`, `d)`, which their neighbours in the list tell.
enum ItemMending {
    static func mended(_ lines: [TextLine]) -> [TextLine] {
        withLetters(withHeadings(withFirstItems(lines)))
    }

    /// `I. Giấy khai sinh` above `2. Hộ chiếu` is the first item; above `1. Họ và tên` it is a heading.
    static func withFirstItems(_ lines: [TextLine]) -> [TextLine] {
        var lines = lines
        for place in lines.indices.reversed() {
            guard let first = lines[place].words.first?.text, let sign = first.first, "Il|".contains(sign),
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

    // MARK: Roman headings

    /// Strokes of Roman numbers run together, and one more or fewer is seen: `I.`, `1L`, `HI.`, `1V.` are the first
    /// four.
    static func withHeadings(_ lines: [TextLine]) -> [TextLine] {
        var lines = lines
        var places = lines.indices.filter { heading(of: lines[$0]) != nil }
        func signs() -> [Substring] { places.compactMap { heading(of: lines[$0])?.signs } }
        // `L.` and `H.` begin names, too, of persons and of districts.
        if !signs().contains(where: { $0.contains("II") }) { places.removeAll { heading(of: lines[$0])?.signs == "L" } }
        // `I.` by itself is not told from `1.`.
        guard signs().contains(where: { $0.contains("I") || $0.contains("V") }),
            places.count > 1 || signs().contains(where: { $0.count > 1 })
        else { return lines }
        var last = 0
        for place in places {
            guard let heading = heading(of: lines[place]) else { continue }
            let number =
                heading.mayBe(last + 1) ? last + 1 : heading.mayBe(1) ? 1 : heading.strokes
            last = number
            guard (1...romans.count).contains(number) else { continue }
            lines[place].words[0].text = romans[number - 1] + "." + heading.rest
        }
        return lines
    }

    private struct Heading {
        var signs: Substring
        /// The number that its signs make, each stroke one.
        var strokes: Int
        var hasFive: Bool
        /// What stands behind the mark without a space.
        var rest: Substring

        func mayBe(_ number: Int) -> Bool {
            switch number {
            case 1: !hasFive && strokes == 1
            // Strokes run together far more easily than one becomes two.
            case 2: !hasFive && (strokes == 2 || strokes == 3 && signs != "III")
            case 3: !hasFive && (2...4).contains(strokes)
            default: hasFive && strokes == number
            }
        }
    }

    /// Nil for a line that does not begin with strokes, a mark and a capital.
    private static func heading(of line: TextLine) -> Heading? {
        guard line.words.count > 1, let first = line.words.first?.text else { return nil }
        let signs = first.prefix { ones.contains($0) || twos.contains($0) || $0 == "V" }
        let rest = first[signs.endIndex...]
        let isMarked = rest.first == "."
        guard (1...4).contains(signs.count), signs.contains(where: \.isUppercase) || signs.first == "l",
            isMarked ? rest.count == 1 || rest.dropFirst().first?.isUppercase == true : rest.isEmpty,
            // `1L` is a number whose mark was taken for a stroke; `I`, `II` and `V` are as they stand.
            isMarked || signs.count > 1 && signs.last == "L",
            line.words[1].text.first?.isUppercase == true || rest.count > 1
        else { return nil }
        let numbers = signs.filter { $0 != "V" }
        let strokes = numbers.reduce(0) { $0 + (twos.contains($1) ? 2 : 1) }
        guard let five = signs.firstIndex(of: "V") else {
            return Heading(signs: signs, strokes: strokes, hasFive: false, rest: rest.dropFirst())
        }
        let before = signs[..<five].count
        guard signs[five...].dropFirst().allSatisfy({ $0 != "V" }), before <= 1 else { return nil }
        return Heading(
            signs: signs, strokes: 5 - before + (signs.count - before - 1), hasFive: true, rest: rest.dropFirst())
    }

    private static let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    private static let ones: Set<Character> = ["I", "l", "1", "|", "L", "ì", "Ì", "Ï"]
    private static let twos: Set<Character> = ["H"]

    // MARK: Letters

    /// `đ)` between `c)` and `đ)` is `d)`, `ø)` between `e)` and `h)` is `g)`.
    static func withLetters(_ lines: [TextLine]) -> [TextLine] {
        var lines = lines
        let places = lines.indices.filter { sign(of: lines[$0]) != nil }
        for (index, place) in places.enumerated().dropFirst() {
            guard let sign = sign(of: lines[place]), let before = self.sign(of: lines[places[index - 1]]),
                let expected = letter(after: before), sign != expected
            else { continue }
            let next = index + 1 < places.count ? self.sign(of: lines[places[index + 1]]) : nil
            // Without what follows `c) e)` may leave one out, and `8)` be a number.
            let isAfterwards = next != nil && next == letter(after: expected)
            guard isAfterwards || isLike(sign, expected) && !order.contains(sign) && !numbers.contains(sign) else {
                continue
            }
            lines[place].words[0].text = String(expected) + lines[place].words[0].text.dropFirst()
        }
        return lines
    }

    /// The one sign before a bracket with which a line begins.
    private static func sign(of line: TextLine) -> Character? {
        guard let first = line.words.first?.text, first.dropFirst().first == ")", let sign = first.first,
            !numbers.contains(sign) || isLike(sign, "g")
        else { return nil }
        return sign
    }

    private static func letter(after letter: Character) -> Character? {
        order.firstIndex(of: letter).flatMap { $0 + 1 < order.count ? order[$0 + 1] : nil }
    }

    private static func isLike(_ sign: Character, _ letter: Character) -> Bool {
        String(sign).folded == String(letter).folded || shapes[letter]?.contains(sign) ?? false
    }

    private static let order = Array("abcdđeghiklmnopqrstuvxy")
    private static let numbers = Set("0123456789")
    /// What letters of items are taken for.
    private static let shapes: [Character: String] = ["g": "ø89ợơqðø", "e": "ce©", "h": "b", "b": "6", "i": "¡l1"]
}
