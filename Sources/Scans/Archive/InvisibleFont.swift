/// Fonts whose letters draw nothing and say what they stand for: Type 3 with one empty glyph (ISO 32000-1, 9.6.5 and
/// 9.10.3). No font file is embedded, and every letter of Unicode can be had.
struct InvisibleFont {
    /// Thousandths of the size.
    static let letterWidth = 500
    private static let lettersPerFont = 255

    /// Fonts in order, each with its letters from code 1 on.
    private(set) var fonts: [[Character]] = []
    private var places: [Character: (font: Int, code: Int)] = [:]

    mutating func place(of letter: Character) -> (font: Int, code: Int) {
        if let known = places[letter] { return known }
        if fonts.last.map({ $0.count == Self.lettersPerFont }) ?? true { fonts.append([]) }
        fonts[fonts.count - 1].append(letter)
        let place = (font: fonts.count - 1, code: fonts[fonts.count - 1].count)
        places[letter] = place
        return place
    }

    /// The font's dictionary; `glyph` and `map` are the numbers of objects.
    static func dictionary(letters: Int, glyph: Int, map: Int) -> String {
        let widths = Array(repeating: "\(letterWidth)", count: letters).joined(separator: " ")
        let names = Array(repeating: "/none", count: letters).joined(separator: " ")
        return "/Type /Font /Subtype /Type3 /FontBBox [0 -220 500 780] /FontMatrix [0.001 0 0 0.001 0 0] "
            + "/FirstChar 1 /LastChar \(letters) /Widths [\(widths)] /CharProcs << /none \(glyph) 0 R >> "
            + "/Encoding << /Type /Encoding /Differences [1 \(names)] >> /Resources << >> /ToUnicode \(map) 0 R"
    }

    static let emptyGlyph = "\(letterWidth) 0 0 0 0 0 d1"

    /// What each code stands for.
    static func unicodeMap(of letters: [Character]) -> String {
        let rows = zip(1..., letters).map { code, letter in
            "<\(hexadecimal(code, digits: 2))> <\(String(letter).utf16.map { hexadecimal(Int($0), digits: 4) }.joined())>"
        }
        let blocks = stride(from: 0, to: rows.count, by: 100).map { start in
            let part = rows[start..<min(start + 100, rows.count)]
            return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
        }
        return """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <00> <FF>
            endcodespacerange
            \(blocks.joined(separator: "\n"))
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }

    static func hexadecimal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
