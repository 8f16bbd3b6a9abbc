package import Dossiers
import Foundation

/// A PDF of nothing but invisible text, page by page, to be laid over the pages that it says.
package struct TextLayerFile {
    private var file: PDFFileWriter
    private var font = InvisibleFont()
    private let tree: Int
    private let resources: Int
    private var pages: [Int] = []

    package init(path: String) throws {
        file = try PDFFileWriter(path: path)
        tree = file.reserve()
        resources = file.reserve()
    }

    /// Adds a page; without words where the page over which it lies speaks for itself.
    package mutating func append(_ page: RecognizedPage?, placement: TextPlacement) throws {
        var content = "BT\n3 Tr\n"
        for line in page.map(placement.lines) ?? [] { content += operators(for: line) }
        content += "ET"
        let drawing = try file.add("", stream: Data(content.utf8))
        let size = "\(PDFFileWriter.number(placement.width)) \(PDFFileWriter.number(placement.height))"
        pages.append(
            try file.add(
                "/Type /Page /Parent \(tree) 0 R /MediaBox [0 0 \(size)] /Contents \(drawing) 0 R "
                    + "/Resources \(resources) 0 R"))
    }

    package mutating func finish() throws {
        let glyph = try file.add("", stream: Data(InvisibleFont.emptyGlyph.utf8))
        var names = ""
        for (index, letters) in font.fonts.enumerated() {
            let map = try file.add("", stream: Data(InvisibleFont.unicodeMap(of: letters).utf8))
            let number = try file.add(InvisibleFont.dictionary(letters: letters.count, glyph: glyph, map: map))
            names += " /F\(index) \(number) 0 R"
        }
        try file.add("/Font <<\(names) >>", as: resources)
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        try file.add("/Type /Pages /Count \(pages.count) /Kids [\(kids)]", as: tree)
        let catalogue = try file.add("/Type /Catalog /Pages \(tree) 0 R")
        try file.finish(catalogue: catalogue)
    }

    private mutating func operators(for line: PlacedLine) -> String {
        let number = PDFFileWriter.number
        let size = max(line.height, 1)
        let (rise, run) = (sin(line.angle * .pi / 180), cos(line.angle * .pi / 180))
        func fine(_ value: Double) -> String {
            String(format: "%.5f", locale: Locale(identifier: "en_US_POSIX"), value)
        }
        var result = ""
        for (index, word) in line.words.enumerated() {
            let letters = word.text.precomposedStringWithCanonicalMapping.filter { !$0.isNewline }
            guard !letters.isEmpty else { continue }
            let natural = Double(letters.count * InvisibleFont.letterWidth) / 1000 * size
            let stretch = max(word.width, 0.1) / natural * 100
            result += "\(number(stretch)) Tz \(fine(run)) \(fine(rise)) \(fine(-rise)) \(fine(run)) "
            result += "\(number(word.x)) \(number(word.y)) Tm\n"
            // A space behind each word but the last keeps words apart for programs that do not look at gaps.
            result += show(letters + (index == line.words.count - 1 ? "" : " "), size: size)
        }
        return result
    }

    /// A word may take letters of several fonts.
    private mutating func show(_ letters: String, size: Double) -> String {
        var result = ""
        var codes = ""
        var current: Int?
        func flush() {
            if let current { result += "/F\(current) \(PDFFileWriter.number(size)) Tf <\(codes)> Tj\n" }
            codes = ""
        }
        for letter in letters {
            let place = font.place(of: letter)
            if place.font != current {
                flush()
                current = place.font
            }
            codes += InvisibleFont.hexadecimal(place.code, digits: 2)
        }
        flush()
        return result
    }
}
