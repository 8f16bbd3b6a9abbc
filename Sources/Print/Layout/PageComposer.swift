internal import CPangoCairo

/// A page that was laid out.
struct ComposedPage: Sendable {
    /// Nil where only the lines were wanted.
    var image: PixelImage?
    /// What it says, a row of the paper a line, in reading order; without pictures, leaders and handwriting.
    var lines: [String]
}

/// Fills pages from the top, and begins another where one is full.
final class PageComposer {
    let style: PrintStyle
    let resolution: Int
    let isDrawing: Bool
    var random: RandomStream
    /// Points from the top.
    var y: Double
    private(set) var canvas: Canvas
    private var fragments: [Fragment] = []
    private var pages: [ComposedPage] = []

    struct Fragment {
        var text: String
        var x: Double
        var baseline: Double
    }

    init(style: PrintStyle, resolution: Int, isDrawing: Bool, random: RandomStream) throws(PrintFailure) {
        self.style = style
        self.resolution = resolution
        self.isDrawing = isDrawing
        self.random = random
        y = style.margins.top
        canvas = try Canvas(resolution: resolution, isDrawing: isDrawing)
    }

    var left: Double { style.margins.left }
    var width: Double { Paper.width - style.margins.left - style.margins.right }
    var bottom: Double { Paper.height - style.margins.bottom }

    /// Starts another page where less than a height is left.
    func makeRoom(_ height: Double) throws(PrintFailure) {
        guard y + height > bottom, y > style.margins.top + 1 else { return }
        try breakPage()
    }

    func breakPage() throws(PrintFailure) {
        endPage()
        canvas = try Canvas(resolution: resolution, isDrawing: isDrawing)
        y = style.margins.top
        if style.hasPageNumbers {
            // Decree 30/2020: the number at the top, in the middle, from the second page on.
            let number = RichLine([.text(String(pages.count + 1))], style: style)
            _ = try draw(number, x: left, y: y - 22, width: width, alignment: .center, leading: 1)
        }
    }

    func finish() -> [ComposedPage] {
        endPage()
        return pages
    }

    private func endPage() {
        pages.append(ComposedPage(image: isDrawing ? canvas.image() : nil, lines: ReadingOrder.lines(of: fragments)))
        fragments = []
    }

    /// Draws a line of several looks, broken to a width, without breaking the page.
    ///
    /// - Returns: Its height, in points.
    @discardableResult
    func draw(
        _ line: RichLine, x: Double, y top: Double, width: Double, alignment: TextBlock.Alignment, leading: Double
    ) throws(PrintFailure) -> Double {
        let block = try TextBlock(line.pieces, width: width, leading: leading, alignment: alignment, on: canvas)
        for (index, row) in block.rows.enumerated() {
            try put(row, index, of: block, line, x: x, baseline: top + row.baseline, right: x + width)
        }
        return block.height
    }

    /// Draws a line at the cursor, row by row, on to the next page where need be.
    func flow(_ line: RichLine, alignment: TextBlock.Alignment = .left, indent: Double = 0) throws(PrintFailure) {
        let block = try TextBlock(
            line.pieces, width: width - indent, leading: style.leading, alignment: alignment, on: canvas)
        var offset = 0.0
        for (index, row) in block.rows.enumerated() {
            if y + row.top - offset + row.height > bottom, y > style.margins.top + 1 {
                try breakPage()
                offset = row.top
            }
            try put(
                row, index, of: block, line, x: left + indent, baseline: y + row.baseline - offset,
                right: left + width)
        }
        // Pango spaces the rows of a paragraph, not the paragraphs.
        y += block.height - offset + style.size * (style.leading - 1) * 1.25
    }

    /// Height of a line that is not drawn, in points.
    func height(_ line: RichLine, width: Double, leading: Double) throws(PrintFailure) -> Double {
        try TextBlock(line.pieces, width: width, leading: leading, alignment: .left, on: canvas).height
    }

    private func put(
        _ row: TextBlock.Row, _ index: Int, of block: borrowing TextBlock, _ line: RichLine, x: Double,
        baseline: Double, right: Double
    ) throws(PrintFailure) {
        block.draw(row: index, x: x + row.x, y: baseline, on: canvas)
        let text = line.readableText(in: row.bytes)
        if !text.isEmpty { fragments.append(Fragment(text: text, x: x + row.x, baseline: baseline)) }
        guard isDrawing else { return }
        for span in line.spans {
            let part = span.bytes.clamped(to: row.bytes)
            guard !part.isEmpty else { continue }
            let start = x + row.x + block.x(ofByte: part.lowerBound, inRow: index)
            let end = x + row.x + block.x(ofByte: part.upperBound, inRow: index)
            switch span.kind {
            case .picture(let picture): try draw(picture, x: start, baseline: baseline, width: end - start)
            case .value(let isLast) where line.hasLeaders:
                let isEndOfLine = isLast && part.upperBound >= row.bytes.upperBound - 1
                leader(from: start, to: isEndOfLine ? right : end, valueEnd: end, baseline: baseline)
            case .value: break
            }
        }
    }

    private func leader(from start: Double, to end: Double, valueEnd: Double, baseline: Double) {
        switch style.leader {
        case .none: return
        case .dotsBehind: Strokes.dots(from: start, to: end, y: baseline + 1.2, on: canvas)
        case .dotsAfter:
            if end > valueEnd + 8 { Strokes.dots(from: valueEnd + 3, to: end, y: baseline, on: canvas) }
        case .line: Strokes.line(from: start, to: end, y: baseline + 2, on: canvas)
        }
    }

    private func draw(_ picture: RichLine.Picture, x: Double, baseline: Double, width: Double)
        throws(PrintFailure)
    {
        switch picture {
        case .checkbox(let isTicked): Strokes.checkbox(isTicked: isTicked, x: x + 1, baseline: baseline, on: canvas)
        case .boxes(let digits):
            try DigitBoxes.draw(digits, x: x, baseline: baseline, style: style, on: canvas)
        case .scribble:
            Handwriting.word(
                x: x, baseline: baseline, width: width, size: style.size, ink: style.valueInk, random: &random,
                on: canvas)
        }
    }
}
