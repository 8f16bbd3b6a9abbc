/// Cuts a line into cells.
enum TableRow {
    /// `| a | {b:name} |`
    static func cells(of line: FilledLine) -> [FilledLine] {
        var cells = split(line) { text in
            text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        // The bars at both ends leave an empty cell each.
        if cells.first?.text.trimmingSpaces.isEmpty == true { cells.removeFirst() }
        if let last = cells.last, last.text.trimmingSpaces.isEmpty, last.runs.allSatisfy(\.isText) {
            cells.removeLast()
        }
        return cells.map(trimmed)
    }

    /// `a | b`, or `a          b`
    static func columns(of line: FilledLine) -> [FilledLine] {
        let hasBars = line.text.contains(" | ")
        return split(line) { text in
            if hasBars { return text.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
            var parts: [String] = [""]
            var gap = 0
            for character in text {
                gap = character == " " ? gap + 1 : 0
                if gap == 3 { parts.append("") }
                if gap < 3 { parts[parts.count - 1].append(character) }
            }
            return parts
        }
        .map(trimmed).filter { !$0.runs.isEmpty }
    }

    private static func split(_ line: FilledLine, _ cut: (String) -> [String]) -> [FilledLine] {
        var cells = [FilledLine(runs: [])]
        for run in line.runs {
            guard case .printed(let text) = run.content else {
                cells[cells.count - 1].runs.append(run)
                continue
            }
            for (index, part) in cut(text).enumerated() {
                if index > 0 { cells.append(FilledLine(runs: [])) }
                if !part.isEmpty { cells[cells.count - 1].runs.append(FilledRun(.printed(part))) }
            }
        }
        return cells
    }

    private static func trimmed(_ cell: FilledLine) -> FilledLine {
        FilledLine(
            runs: cell.runs.compactMap { run in
                guard case .printed(let text) = run.content else { return run }
                let short = text.trimmingSpaces
                return short.isEmpty ? nil : FilledRun(.printed(short))
            })
    }
}

/// A table with ruled cells.
struct TableLayout {
    let rows: [[FilledLine]]
    let composer: PageComposer
    /// Cell and whether it stands in the head -> the line to draw.
    let rich: (FilledLine, Bool) -> RichLine
    private let padding = 4.0

    init(rows: [[FilledLine]], composer: PageComposer, rich: @escaping (FilledLine, Bool) -> RichLine) {
        self.rows = rows
        self.composer = composer
        self.rich = rich
    }

    func draw() throws(PrintFailure) {
        let widths = columnWidths()
        for (index, row) in rows.enumerated() {
            let isHead = index == 0 && row.allSatisfy { $0.runs.allSatisfy { $0.key == nil } }
            var height = 0.0
            for (cell, width) in zip(row, widths) {
                height = max(height, try composer.height(rich(cell, isHead), width: width - 2 * padding, leading: 1.1))
            }
            height += 2 * padding
            try composer.makeRoom(height)
            var x = composer.left
            for (cell, width) in zip(row, widths) {
                Strokes.rectangle(x: x, y: composer.y, width: width, height: height, on: composer.canvas)
                try composer.draw(
                    rich(cell, isHead), x: x + padding, y: composer.y + padding, width: width - 2 * padding,
                    alignment: isHead ? .center : .left, leading: 1.1)
                x += width
            }
            composer.y += height
        }
        composer.y += 6
    }

    /// Wider where there is more to say, within bounds.
    private func columnWidths() -> [Double] {
        let count = rows.map(\.count).max() ?? 0
        let needs = (0..<count).map { column -> Double in
            let longest = rows.compactMap { $0.count > column ? $0[column].text.count : nil }.max() ?? 1
            return Double(min(max(longest, 4), 34))
        }
        let total = needs.reduce(0, +)
        return needs.map { $0 / total * composer.width }
    }
}
