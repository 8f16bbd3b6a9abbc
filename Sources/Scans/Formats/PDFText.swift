package import Dossiers
import Foundation

/// The text layer of a PDF page: the page's own text, or what another recogniser put behind its picture.
package struct PDFText: Hashable, Sendable {
    /// In the order in which poppler reads them.
    package var lines: [Line]

    package struct Line: Hashable, Sendable {
        package var words: [Word]
    }

    /// Points from the top left of the page as shown.
    package struct Word: Hashable, Sendable {
        package var text: String
        package var left: Double
        package var top: Double
        package var right: Double
        package var bottom: Double
    }

    package init(lines: [Line] = []) {
        self.lines = lines
    }

    package var words: [Word] { lines.flatMap(\.words) }

    /// As a page that was read, its boxes in pixels of a drawing of the page.
    package func textLines(pixelsPerPoint: Double) -> [TextLine] {
        lines.compactMap { line in
            let words = line.words.map { word in
                let left = Int(word.left * pixelsPerPoint)
                let top = Int(word.top * pixelsPerPoint)
                return Dossiers.Word(
                    text: word.text, confidence: 1,
                    box: PixelBox(
                        x: left, y: top, width: Int(word.right * pixelsPerPoint) - left,
                        height: Int(word.bottom * pixelsPerPoint) - top))
            }
            return words.isEmpty ? nil : TextLine(words: words)
        }
    }
}

/// Whether a text layer says what the page says.
///
/// Layers lie: legacy fonts (VNI, TCVN3) whose letters come out as others, recognisers that knew no Vietnamese, a
/// signature's stamp as the only text on a scan.
package struct PDFTextJudge: Sendable {
    /// Fewer words than on any form; to recognise such a page costs little.
    private static let fewestWords = 20
    /// On a page that is a picture, a layer of fewer is a stamp and not what the picture says.
    private static let fewestWordsOnAScan = 60
    /// Least share of the height of a page that is a picture over which its words spread.
    private static let leastSpread = 0.4
    private static let leastSyllables = 0.8
    /// Vietnamese bears marks on three words of four; on next to none where they were lost.
    private static let leastMarked = 0.35
    private static let mostBroken = 0.002
    private static let mostMixed = 0.05

    package static func isGood(_ page: PDFPage) -> Bool {
        let words = page.text.words
        guard words.count >= fewestWords, stands(words) else { return false }
        if page.covered >= 0.5, !fills(words, page) { return false }
        return readsAsVietnamese(words.map(\.text))
    }

    static func readsAsVietnamese(_ words: [String]) -> Bool {
        // Signs of a symbol font stand alone and are no letters.
        let letters = words.filter { $0.contains(where: \.isLetter) }.joined()
        let broken = letters.unicodeScalars.count { isBroken($0) }
        guard Double(broken) <= mostBroken * Double(letters.unicodeScalars.count) else { return false }
        let mixed = words.filter { $0.contains(where: \.isLetter) && mixesSigns($0) }
        guard Double(mixed.count) <= mostMixed * Double(words.count) else { return false }
        let lettered = words.filter { $0.contains(where: \.isLetter) }
        let marked = lettered.filter { $0.folded != $0.lowercased() }
        return VietnameseSyllable.share(of: words) >= leastSyllables
            && Double(marked.count) >= leastMarked * Double(lettered.count)
    }

    /// What no Vietnamese text holds: replacements, private use, controls.
    private static func isBroken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .control, .unassigned, .surrogate: true
        default: scalar == "\u{FFFD}"
        }
    }

    /// Signs inside a word, as legacy fonts and bytes taken for another encoding leave them: `Cá»™ng`, `®¨ng`.
    private static func mixesSigns(_ word: String) -> Bool {
        word.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .otherSymbol, .currencySymbol, .modifierSymbol, .mathSymbol, .finalPunctuation, .initialPunctuation,
                .otherLetter, .otherNumber, .format:
                // Quotation marks around a word are nothing strange, nor are the boxes before one.
                !"“”‘’☐☑☒".unicodeScalars.contains(scalar)
            default: false
            }
        }
    }

    /// Lines run across: a layer on a page that is shown sideways gives words that are higher than wide.
    private static func stands(_ words: [PDFText.Word]) -> Bool {
        let long = words.filter { $0.text.count >= 4 }
        let lying = long.count { $0.right - $0.left < $0.bottom - $0.top }
        return 5 * lying <= long.count
    }

    private static func fills(_ words: [PDFText.Word], _ page: PDFPage) -> Bool {
        guard words.count >= fewestWordsOnAScan, let top = words.map(\.top).min(),
            let bottom = words.map(\.bottom).max()
        else { return false }
        return bottom - top >= leastSpread * page.height
    }
}
