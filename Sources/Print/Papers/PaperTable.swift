/// A ruled table over as many pages as it takes, its head on each of them. A row stays on one page unless it is longer
/// than one.
struct PaperTable {
    struct Column {
        var head: String
        /// Of the table's width, all together 1.
        var share: Double
        var isCentered = false
    }

    var columns: [Column]
    var size: Double
    /// Of a row at least, for what is written in by hand.
    var leastHeight = 0.0
    private let padding = 3.0

    init(columns: [Column], size: Double, leastHeight: Double = 0) {
        self.columns = columns
        self.size = size
        self.leastHeight = leastHeight
    }

    func draw(_ rows: [[String]], on composer: PaperComposer) throws(PrintFailure) {
        let head = try lines(of: columns.map(\.head), isHead: true, on: composer)
        let headHeight = try height(of: head, on: composer)
        func drawHead() throws(PrintFailure) { try draw(head, height: headHeight, isHead: true, on: composer) }
        // A head alone at the end of a page heads nothing.
        try composer.makeRoom(headHeight + max(leastHeight, 40))
        try drawHead()
        composer.continuation = drawHead
        defer { composer.continuation = nil }
        let page = composer.bottom - PaperStyle.margins.top - headHeight
        for row in rows { try draw(try lines(of: row, isHead: false, on: composer), page: page, on: composer) }
        composer.y += 6
    }

    /// A row, in as many pieces as pages.
    private func draw(_ row: [[String]], page: Double, on composer: PaperComposer) throws(PrintFailure) {
        var rest = row
        repeat {
            var height = max(leastHeight, try self.height(of: rest, on: composer))
            if height <= page { try composer.makeRoom(height) }
            var piece = rest
            if height > composer.bottom - composer.y {
                let line = try composer.lineHeight(size)
                if composer.bottom - composer.y < 4 * line { try composer.makeRoom(page) }
                height = composer.bottom - composer.y
                let fitting = max(1, Int((height - 2 * padding) / line))
                piece = rest.map { Array($0.prefix(fitting)) }
            }
            try draw(piece, height: height, isHead: false, on: composer)
            rest = zip(rest, piece).map { Array($0.dropFirst($1.count)) }
        } while rest.contains { !$0.isEmpty }
    }

    private func draw(
        _ cells: [[String]], height: Double, isHead: Bool, on composer: PaperComposer
    ) throws(PrintFailure) {
        let line = try composer.lineHeight(size)
        var x = composer.left
        for (cell, column) in zip(cells, columns) {
            let width = self.width(of: column, on: composer)
            composer.frame(x: x, y: composer.y, width: width, height: height)
            let used = line * Double(cell.count)
            try composer.draw(
                PaperLine(cell.joined(separator: "\n")), in: x + padding...x + width - padding,
                at: composer.y + (isHead ? (height - used) / 2 : padding), size: size, isBold: isHead,
                alignment: isHead || column.isCentered ? .center : .left, leading: PaperComposer.tableLeading)
            x += width
        }
        composer.y += height
    }

    /// The cells broken to their columns.
    private func lines(
        of cells: [String], isHead: Bool, on composer: PaperComposer
    ) throws(PrintFailure) -> [[String]] {
        var result: [[String]] = []
        for (cell, column) in zip(cells, columns) {
            result.append(
                try composer.lines(
                    of: cell, width: width(of: column, on: composer) - 2 * padding, size: size, isBold: isHead))
        }
        return result
    }

    private func height(of cells: [[String]], on composer: PaperComposer) throws(PrintFailure) -> Double {
        Double(cells.map(\.count).max() ?? 0) * (try composer.lineHeight(size)) + 2 * padding
    }

    private func width(of column: Column, on composer: PaperComposer) -> Double {
        column.share * (composer.right - composer.left)
    }
}
