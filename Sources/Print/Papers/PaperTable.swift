/// A ruled table over as many pages as it takes, its head on each of them; a row stays on one page.
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
        try composer.makeRoom(80)
        try row(columns.map(\.head), isHead: true, on: composer)
        composer.continuation = { [self] () throws(PrintFailure) in
            try row(columns.map(\.head), isHead: true, on: composer)
        }
        defer { composer.continuation = nil }
        for cells in rows {
            let height = try height(of: cells, isHead: false, on: composer)
            try composer.makeRoom(height)
            try row(cells, isHead: false, on: composer)
        }
        composer.y += 6
    }

    private func row(_ cells: [String], isHead: Bool, on composer: PaperComposer) throws(PrintFailure) {
        let height = try height(of: cells, isHead: isHead, on: composer)
        var x = composer.left
        for (cell, column) in zip(cells, columns) {
            let width = self.width(of: column, on: composer)
            composer.frame(x: x, y: composer.y, width: width, height: height)
            let text = PaperLine(Self.shown(cell))
            let used = isHead ? try composer.measure(text, width: width - 2 * padding, size: size, isBold: true) : 0
            try composer.draw(
                text, in: x + padding...x + width - padding,
                at: composer.y + (isHead ? (height - used) / 2 : padding), size: size, isBold: isHead,
                alignment: isHead || column.isCentered ? .center : .left, leading: 1.1)
            x += width
        }
        composer.y += height
    }

    private func height(of cells: [String], isHead: Bool, on composer: PaperComposer) throws(PrintFailure) -> Double {
        var height = isHead ? 0 : leastHeight
        for (cell, column) in zip(cells, columns) {
            let width = self.width(of: column, on: composer) - 2 * padding
            height = max(
                height,
                try composer.measure(PaperLine(Self.shown(cell)), width: width, size: size, isBold: isHead) + 2 * padding)
        }
        return height
    }

    private func width(of column: Column, on composer: PaperComposer) -> Double {
        column.share * (composer.right - composer.left)
    }

    /// A cell as long as a page could not be drawn.
    private static func shown(_ cell: String) -> String {
        cell.count <= 400 ? cell : cell.prefix(399) + "…"
    }
}
