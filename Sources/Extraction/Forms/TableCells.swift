import Dossiers

/// The cells beside the heads of a table's rows. Lines are gone, so that columns are known by the gaps between
/// them, over all rows, and a row reaches down to where the next begins.
struct TableCells {
    private let script: FormScript
    private let alignment: FormAlignment
    private let stream: LetterStream

    init(script: FormScript, alignment: FormAlignment, stream: LetterStream) {
        self.script = script
        self.alignment = alignment
        self.stream = stream
    }

    /// The words of one cell, line by line.
    func pieces(of cell: FormScript.Cell, head: Int) -> [FormLine.Piece] {
        guard let row = pieces(ofRow: head) else { return [] }
        let borders = borders(ofTableAt: head, columns: cell.columns)
        guard borders.count == cell.columns - 1 else { return [] }
        return row.filter { piece in
            let middle = piece.box.x + piece.box.width / 2
            return borders.prefix(cell.column).allSatisfy { middle >= $0 }
                && borders.dropFirst(cell.column).allSatisfy { middle < $0 }
        }
    }

    /// Everything to the right of a row's head, down to the next row.
    private func pieces(ofRow head: Int) -> [FormLine.Piece]? {
        // A head that is broken into two lines has the row's first values between its words.
        guard let place = alignment.places[head], let first = stream.pieces[place.pieces].first else { return nil }
        let box = first.box
        let page = first.page
        let top = box.y - box.height / 2
        // Behind the last row anything may stand.
        let farthest = isLast(head) ? box.bottom + 5 * box.height / 2 : .max
        let bottom = min(nextTop(after: head, page: page).map { $0 - box.height / 2 } ?? .max, farthest)
        let left = headsRight(ofTableAt: head, page: page) ?? box.right
        let slope = stream.slope(onPage: page)
        return stream.pieces.filter { piece in
            // A row of a photograph falls or rises by more than its height on its way across the page.
            let fall = Int(slope * Double(piece.box.x - box.x))
            let middle = piece.box.y + piece.box.height / 2 - fall
            return piece.page == page && middle > top && middle < bottom && piece.box.x >= left && !piece.isRule
        }
    }

    private func isLast(_ head: Int) -> Bool { heads(ofTableAt: head).last == head }

    private func nextTop(after head: Int, page: Int) -> Int? {
        script.items.indices.dropFirst(head + 1).lazy.compactMap { index -> Int? in
            guard let place = alignment.places[index], stream.pieces[place.pieces.lowerBound].page == page
            else { return nil }
            return stream.pieces[place.pieces.lowerBound].box.y
        }.first
    }

    /// Where the column of heads ends. A head that is broken into two lines was found across the row's first values,
    /// which may hold letters, too, where a pen was read.
    private func headsRight(ofTableAt head: Int, page: Int) -> Int? {
        heads(ofTableAt: head).flatMap { head -> [Int] in
            guard case .wording(let wording) = script.items[head], let place = alignment.places[head] else { return [] }
            let letters = wording.versions.map { String(decoding: $0, as: UTF8.self) }
            return stream.pieces[place.pieces].filter { piece in
                piece.page == page && piece.letters.count > 1 && letters.contains { $0.contains(piece.letters) }
            }.map(\.box.right)
        }.max()
    }

    /// The rows that follow on each other around this one.
    private func heads(ofTableAt head: Int) -> [Int] {
        table(at: head).filter { if case .wording = script.items[$0] { true } else { false } }
    }

    private func table(at head: Int) -> ClosedRange<Int> {
        func isRow(_ item: Int) -> Bool {
            switch script.items[item] {
            case .wording(let wording): wording.isRowHead
            case .columnHeads: true
            case .blank(_, let cell): cell != nil
            }
        }
        var first = head
        while first > 0, isRow(first - 1) { first -= 1 }
        var last = head
        while last + 1 < script.items.count, isRow(last + 1) { last += 1 }
        return first...last
    }

    /// Where one column ends and the next begins, left to right: between their heads where those were read, and where
    /// most lines leave a gap and fewest have a word.
    private func borders(ofTableAt head: Int, columns: Int) -> [Int] {
        let columnGaps = ColumnGaps(heads(ofTableAt: head).compactMap(pieces(ofRow:)).flatMap(\.self))
        if let heads = columnHeads(ofTableAt: head), heads.count == columns {
            let between = zip(heads, heads.dropFirst()).map { columnGaps.widest(from: $0.right, to: $1.x) }
            return between.compactMap(\.self)
        }
        return columnGaps.widest(columns - 1)
    }

    /// Boxes of what stands above the columns; nil where not all of it was read.
    private func columnHeads(ofTableAt head: Int) -> [PixelBox]? {
        let table = table(at: head)
        let wanted = table.lazy.compactMap { item -> [[UInt8]]? in
            if case .columnHeads(let heads) = script.items[item] { heads } else { nil }
        }.first
        let rows = heads(ofTableAt: head).filter { alignment.places[$0] != nil }
        guard let wanted,
            let top = rows.first.flatMap({ alignment.places[$0] }).map({ stream.pieces[$0.pieces.lowerBound] })
        else { return nil }
        // The row of heads may have a head of its own, or none.
        let height = top.box.height
        let near = stream.pieces.filter {
            $0.page == top.page && $0.box.x > top.box.x && $0.box.y > top.box.y - 5 * height
                && $0.box.y < top.box.y + height
        }
        let band = LetterStream(lines: [FormLine(pieces: near, page: top.page)])
        var start = 0
        var boxes: [PixelBox] = []
        for letters in wanted {
            let hit = ApproximateSearch(letters, limit: letters.count / 5).hits(in: band.letters)
                .first { $0.start >= start }
            guard let hit, let pieces = band.pieces(of: hit), let box = Answer.box(of: Array(band.pieces[pieces]))
            else { return nil }
            start = hit.end
            boxes.append(box)
        }
        return zip(boxes, boxes.dropFirst()).allSatisfy { $0.right < $1.x } ? boxes : nil
    }
}

extension LetterStream {
    /// By how much the lines of a page fall from left to right, as a share of the way: the middle one of those that are
    /// long enough to tell.
    fileprivate func slope(onPage page: Int) -> Double {
        let slopes = lines.lazy.filter { $0.page == page }.compactMap { line -> Double? in
            guard let first = line.pieces.first?.box, let last = line.pieces.last?.box,
                last.x - first.x > 15 * max(first.height, last.height)
            else { return nil }
            let fall = last.y + last.height / 2 - first.y - first.height / 2
            return Double(fall) / Double(last.x - first.x)
        }.sorted()
        return slopes.isEmpty ? 0 : slopes[slopes.count / 2]
    }
}
