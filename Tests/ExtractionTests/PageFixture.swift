import Dossiers
import Extraction

/// A page as a recogniser would return it: one line of text a line, 20 pixels a letter, 40 high.
/// A column of a table begins where two spaces or more stand; with no extra space, as typed.
func page(
    _ text: String, number: Int = 1, confidence: Double = 0.95, space: Int = 10
) -> RecognizedPage {
    var lines: [TextLine] = []
    for (row, line) in text.split(separator: "\n").enumerated() {
        var words: [Word] = []
        var column = 0
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if !word.isEmpty {
                let box = PixelBox(x: 100 + 20 * column, y: 100 + 60 * row, width: 20 * word.count, height: 40)
                words.append(Word(text: String(word), confidence: confidence, box: box))
            } else {
                column += space
            }
            column += word.count + 1
        }
        lines.append(TextLine(words: words))
    }
    return RecognizedPage(
        number: number, content: .text, width: 2480, height: 3508, resolution: 300, turned: 0, skew: 0,
        lines: lines, codes: [], quality: PageQuality(confidence: confidence, syllables: 1))
}

/// The same page, photographed askew: every line falls by so much of its way from left to right.
func leaning(_ page: RecognizedPage, by slope: Double) -> RecognizedPage {
    var page = page
    for line in page.lines.indices {
        for word in page.lines[line].words.indices {
            page.lines[line].words[word].box.y += Int(slope * Double(page.lines[line].words[word].box.x))
        }
    }
    return page
}

/// A page with a chip card's code.
func card(_ text: String, page number: Int = 2) -> RecognizedPage {
    var page = page("CĂN CƯỚC CÔNG DÂN", number: number)
    page.codes = [Code(symbology: "QRCode", text: text, box: PixelBox(x: 1, y: 2, width: 3, height: 4))]
    return page
}

/// What is read by labels that forms have in common, off one page and others beside it.
func extract(_ text: String, others: [RecognizedPage] = []) -> [FieldName: ExtractedField] {
    let found = Extractor(forms: []).extract(
        papers: [ReadPaper(form: nil, pages: [page(text, space: 0)])], others: others)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
}
