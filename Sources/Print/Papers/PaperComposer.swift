internal import CPangoCairo

/// Fills the pages of one paper from the top and begins another where one is full; from the second on with its number.
package final class PaperComposer {
    let width: Double
    let height: Double
    private let canvas: Canvas
    private var page = 1
    /// Points from the top.
    var y = PaperStyle.margins.top
    /// Drawn at the top of each further page: the head of a table that goes on.
    var continuation: (() throws(PrintFailure) -> Void)?

    init(path: String, isWide: Bool) throws(PrintFailure) {
        width = isWide ? Paper.height : Paper.width
        height = isWide ? Paper.width : Paper.height
        canvas = try Canvas(pdfAt: path, width: width, height: height)
    }

    var left: Double { PaperStyle.margins.left }
    var right: Double { width - PaperStyle.margins.right }
    var bottom: Double { height - PaperStyle.margins.bottom }
    var area: ClosedRange<Double> { left...right }

    func finish(path: String) throws(PrintFailure) {
        try canvas.finish(path: path)
    }

    /// Begins another page where less than a height is left.
    func makeRoom(_ height: Double) throws(PrintFailure) {
        guard y + height > bottom, y > PaperStyle.margins.top + 1 else { return }
        canvas.turnPage()
        page += 1
        y = PaperStyle.margins.top
        try draw(PaperLine(String(page)), in: area, at: y - 26, alignment: .center)
        try continuation?()
    }

    /// A paragraph, row by row, over the page's end if need be.
    ///
    /// - Parameters:
    ///   - indent: of all its rows.
    ///   - firstIndent: of its first row, as letters have it.
    func flow(
        _ line: PaperLine, alignment: TextBlock.Alignment = .justified, isBold: Bool = false, isItalic: Bool = false,
        size: Double = PaperStyle.size, indent: Double = 0, firstIndent: Double = 0,
        in range: ClosedRange<Double>? = nil
    ) throws(PrintFailure) {
        let range = range ?? area
        let x = range.lowerBound + indent
        let block = try TextBlock(
            line.set(size: size, isBold: isBold, isItalic: isItalic), width: range.upperBound - x,
            leading: PaperStyle.leading, alignment: alignment, firstIndent: firstIndent, on: canvas)
        let rows = block.rows
        for (index, row) in rows.enumerated() {
            try makeRoom(row.height)
            let baseline = y + row.baseline - row.top
            block.draw(row: index, x: x + row.x, y: baseline, on: canvas)
            if index == rows.count - 1, line.hasLeader {
                let start = x + row.x + block.x(ofByte: row.bytes.upperBound, inRow: index)
                try leader(from: start + 2, baseline: baseline, to: range.upperBound)
            }
            y += index == rows.count - 1 ? row.height : rows[index + 1].top - row.top
        }
        y += 4
    }

    /// Rows of dots to write on.
    func blankRows(_ count: Int) throws(PrintFailure) {
        for _ in 0..<count {
            try makeRoom(20)
            y += 18
            Strokes.dots(from: left, to: right, y: y - 4, on: canvas)
        }
        y += 3
    }

    /// Text at a place, the page left as it is.
    ///
    /// - Returns: its height.
    @discardableResult
    func draw(
        _ line: PaperLine, in range: ClosedRange<Double>, at top: Double, size: Double = PaperStyle.size,
        isBold: Bool = false, isItalic: Bool = false, alignment: TextBlock.Alignment = .left,
        leading: Double = PaperStyle.leading
    ) throws(PrintFailure) -> Double {
        let block = try TextBlock(
            line.set(size: size, isBold: isBold, isItalic: isItalic), width: range.upperBound - range.lowerBound,
            leading: leading, alignment: alignment, on: canvas)
        for (index, row) in block.rows.enumerated() {
            block.draw(row: index, x: range.lowerBound + row.x, y: top + row.baseline, on: canvas)
        }
        return block.rows.map { $0.top + $0.height }.max() ?? 0
    }

    /// Of the size, between the rows of a table's cell.
    static let tableLeading = 1.1

    /// How a cell's text breaks to a width.
    func lines(of text: String, width: Double, size: Double, isBold: Bool) throws(PrintFailure) -> [String] {
        guard !text.isEmpty else { return [] }
        let block = try TextBlock(
            PaperLine(text).set(size: size, isBold: isBold), width: width, leading: Self.tableLeading,
            alignment: .left, on: canvas)
        let bytes = Array(text.utf8)
        return block.rows.map { row in
            String(decoding: bytes[row.bytes], as: UTF8.self).trimmingSuffix(while: \.isWhitespace)
        }
    }

    /// Of a row in a table's cell.
    func lineHeight(_ size: Double) throws(PrintFailure) -> Double {
        let block = try TextBlock(
            PaperLine("Ẫg\nẪg").set(size: size), width: 1_000, leading: Self.tableLeading, alignment: .left, on: canvas)
        let rows = block.rows
        return rows[1].baseline - rows[0].baseline
    }

    func rule(from start: Double, to end: Double, at y: Double) {
        Strokes.line(from: start, to: end, y: y, on: canvas)
    }

    func frame(x: Double, y: Double, width: Double, height: Double) {
        Strokes.rectangle(x: x, y: y, width: width, height: height, line: 0.6, on: canvas)
    }

    /// - Parameter side: quiet zone included.
    func code(_ text: String, x: Double, y: Double, side: Double) throws(PrintFailure) {
        try QRPicture.draw(text, x: x, y: y, side: side, on: canvas)
    }

    private func leader(from start: Double, baseline: Double, to end: Double) throws(PrintFailure) {
        guard end - start > 12 else { return }
        Strokes.dots(from: start, to: end, y: baseline, on: canvas)
    }
}

extension String {
    fileprivate func trimmingSuffix(while isOut: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isOut(last) { text = text.dropLast() }
        return String(text)
    }
}
