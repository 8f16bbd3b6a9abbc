internal import Dossiers

/// Lays a filled form out on sheets of A4.
struct FormLayout {
    let form: FilledForm
    let composer: PageComposer
    var style: PrintStyle { composer.style }

    /// - Parameter isDrawing: Off where only the lines are wanted.
    static func pages(
        of form: FilledForm, style: PrintStyle, resolution: Int, isDrawing: Bool, random: RandomStream
    ) throws(PrintFailure) -> [ComposedPage] {
        try Press.alone { () throws(PrintFailure) in
            let composer = try PageComposer(
                style: style, resolution: resolution, isDrawing: isDrawing, random: random.split("layout"))
            return try FormLayout(form: form, composer: composer).pages()
        }
    }

    private func pages() throws(PrintFailure) -> [ComposedPage] {
        if form.form.style == .card {
            try CardLayout(form: form, composer: composer).draw()
            return composer.finish()
        }
        let kinds = LineKind.kinds(of: form.lines)
        var index = try headings(kinds)
        while index < kinds.count {
            index = try block(at: index, kinds)
        }
        return composer.finish()
    }

    /// Everything above and beside the national heading.
    ///
    /// - Returns: The first line below.
    private func headings(_ kinds: [LineKind]) throws(PrintFailure) -> Int {
        guard let heading = kinds.firstIndex(of: .nationalHeading) else { return 0 }
        var end = heading + 1
        while end < kinds.count, [.motto, .rule, .empty, .officeHeading].contains(kinds[end]) { end += 1 }
        let top = form.lines[..<end].indices
        for index in top where kinds[index] == .formNumber {
            try composer.flow(rich(form.lines[index], isItalic: true, scale: 0.85), alignment: .right)
        }
        let office = top.filter { kinds[$0] == .officeHeading }
        let nation = top.filter { kinds[$0] == .nationalHeading || kinds[$0] == .motto }
        let start = composer.y
        let split = office.isEmpty ? 0 : 0.42
        var left = start
        for index in office {
            let isUpper = form.lines[index].text == form.lines[index].text.uppercased()
            left += try composer.draw(
                rich(form.lines[index], isBold: isUpper && index == office.last, scale: 0.86), x: composer.left - 12,
                y: left, width: composer.width * split, alignment: .center, leading: 1.1)
        }
        var right = start
        let x = composer.left + composer.width * split
        for index in nation {
            right += try composer.draw(
                rich(form.lines[index], isBold: true, scale: office.isEmpty ? 1 : 0.86), x: x, y: right,
                width: composer.width * (1 - split), alignment: .center, leading: 1.15)
        }
        let middle = x + composer.width * (1 - split) / 2
        Strokes.line(from: middle - 72, to: middle + 72, y: right + 2, on: composer.canvas)
        composer.y = max(left, right) + 12
        return end
    }

    private func block(at index: Int, _ kinds: [LineKind]) throws(PrintFailure) -> Int {
        let line = form.lines[index]
        switch kinds[index] {
        case .empty: composer.y += style.size * 0.4
        case .rule: composer.y += 3
        case .formNumber: try composer.flow(rich(line, isItalic: true, scale: 0.85), alignment: .right)
        case .nationalHeading, .motto, .officeHeading: try composer.flow(rich(line, isBold: true), alignment: .center)
        case .title:
            composer.y += index > 0 && kinds[index - 1] == .title ? 0 : 6
            try composer.flow(rich(line, isBold: true, scale: 1.1), alignment: .center)
        case .subtitle: try composer.flow(rich(line, isItalic: true), alignment: .center)
        case .placeAndDate:
            composer.y += 3
            try composer.makeRoom(90)
            try composer.flow(rich(line, isItalic: true), alignment: .right)
        case .table: return try table(at: index, kinds)
        case .columns:
            try columns(line)
        case .signing:
            try signing(line)
        case .body:
            var text = rich(line, hasDots: true)
            text.hasLeaders = true
            try composer.flow(text)
            if case .code(let text)? = line.runs.first?.content { try code(text) }
        }
        return index + 1
    }

    private func code(_ text: String) throws(PrintFailure) {
        try QRPicture.draw(text, x: composer.left + composer.width - 84, y: composer.y, side: 80, on: composer.canvas)
    }

    private func table(at first: Int, _ kinds: [LineKind]) throws(PrintFailure) -> Int {
        var end = first
        while end < kinds.count, kinds[end] == .table { end += 1 }
        let rows = form.lines[first..<end].map { TableRow.cells(of: $0) }
        try TableLayout(rows: rows, composer: composer) { rich($0, isBold: $1, scale: 0.88) }.draw()
        return end
    }

    /// What is cut by bars or wide gaps stands side by side.
    private func columns(_ line: FilledLine) throws(PrintFailure) {
        let cells = TableRow.columns(of: line)
        let width = composer.width / Double(max(1, cells.count))
        try composer.makeRoom(cells.contains { $0.runs.contains(where: \.isSignature) } ? 90 : 30)
        let top = composer.y
        var lowest = top
        for (index, cell) in cells.enumerated() {
            let x = composer.left + Double(index) * width
            let isUpper = cell.text == cell.text.uppercased()
            let height = try signable(cell, isBold: isUpper, x: x, y: top, width: width - 8)
            lowest = max(lowest, top + height)
        }
        composer.y = lowest
    }
}
