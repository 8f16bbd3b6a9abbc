import Foundation

/// Reads what `pdftotext -bbox-layout` writes: one page, line or word element a row.
enum PDFTextParser {
    /// The pages in order.
    static func pages(in output: String) -> [PDFText] {
        var pages: [PDFText] = []
        for row in output.split(separator: "\n") {
            let row = row.drop { $0 == " " }
            if row.hasPrefix("<page ") {
                pages.append(PDFText())
            } else if row.hasPrefix("<line "), !pages.isEmpty {
                pages[pages.count - 1].lines.append(PDFText.Line(words: []))
            } else if row.hasPrefix("<word "), let word = word(in: row), let last = pages.last, !last.lines.isEmpty {
                pages[pages.count - 1].lines[last.lines.count - 1].words.append(word)
            }
        }
        return pages
    }

    private static func word(in row: Substring) -> PDFText.Word? {
        guard let start = row.firstIndex(of: ">"), let end = row.range(of: "</word>", options: .backwards),
            let left = number("xMin", in: row), let top = number("yMin", in: row),
            let right = number("xMax", in: row), let bottom = number("yMax", in: row), start < end.lowerBound
        else { return nil }
        let text = withoutLeaders(withBoxes(unescaped(String(row[row.index(after: start)..<end.lowerBound]))))
        guard !text.isEmpty, [left, top, right, bottom].allSatisfy({ abs($0) < 1e6 }) else { return nil }
        return PDFText.Word(text: text, left: left, top: top, right: right, bottom: bottom)
    }

    private static func number(_ name: String, in row: Substring) -> Double? {
        guard let key = row.range(of: name + "=\"") else { return nil }
        return Double(row[key.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// The boxes and ticks that Word takes from Wingdings, as everybody else writes them.
    private static func withBoxes(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xF020...0xF0FF).contains($0.value) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xF0A8, 0xF06F, 0xF071: result.append("☐")
            case 0xF0FE, 0xF0FC: result.append("☑")
            case 0xF0FD, 0xF0FB: result.append("☒")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Leaders are the form's and not the writer's; a recogniser is not shown them either.
    private static func withoutLeaders(_ text: String) -> String {
        // Asked of every word, of which few have any.
        let bare = text.contains(where: { ".…_".contains($0) }) ? text.replacing(/[.…_]{4,}|…+/, with: "") : text
        let kept = bare.precomposedStringWithCanonicalMapping
        return kept.allSatisfy({ $0 == "." || $0 == "_" }) && kept.count > 1 ? "" : kept
    }
}
