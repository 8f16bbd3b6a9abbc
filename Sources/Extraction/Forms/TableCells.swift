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
        return stream.pieces.filter { piece in
            let middle = piece.box.y + piece.box.height / 2
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

    /// Where the column of heads ends.
    private func headsRight(ofTableAt head: Int, page: Int) -> Int? {
        heads(ofTableAt: head).flatMap { alignment.places[$0].map { Array(stream.pieces[$0.pieces]) } ?? [] }
            .filter { $0.page == page && !$0.letters.isEmpty }.map(\.box.right).max()
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

/// Where the lines of a table leave gaps between their words.
private struct ColumnGaps {
    /// A stretch that nothing new begins or ends in.
    private struct Stretch {
        var from: Int
        var to: Int
        /// Lines with a word in it, and lines with words on both sides and none in it.
        var crossing: Int
        var parted: Int
        var worth: Int { parted - 2 * crossing }
    }

    private var stretches: [Stretch] = []

    init(_ words: [FormLine.Piece]) {
        var lines: [[FormLine.Piece]] = []
        for word in words.sorted(by: { $0.middle < $1.middle }) {
            if let last = lines.last?.last, word.middle - last.middle < max(last.box.height, word.box.height) / 2 {
                lines[lines.count - 1].append(word)
            } else {
                lines.append([word])
            }
        }
        let edges = Set(words.flatMap { [$0.box.x, $0.box.right] }).sorted()
        stretches = zip(edges, edges.dropFirst()).map { from, to in
            var stretch = Stretch(from: from, to: to, crossing: 0, parted: 0)
            for line in lines {
                if line.contains(where: { $0.box.x < to && from < $0.box.right }) {
                    stretch.crossing += 1
                } else if let left = line.filter({ $0.box.right <= from }).map(\.box.right).max(),
                    let right = line.filter({ $0.box.x >= to }).map(\.box.x).min(),
                    right - left > line[0].box.height
                {
                    stretch.parted += 1
                }
            }
            return stretch
        }
    }

    /// The middle of the best stretch between two places; of as good ones that touch, of all together.
    func widest(from: Int, to: Int) -> Int? {
        let inside = stretches.filter { $0.to > from && $0.from < to }.map { stretch in
            var stretch = stretch
            stretch.from = max(stretch.from, from)
            stretch.to = min(stretch.to, to)
            return stretch
        }
        return Self.joined(inside).max { ($0.worth, $0.to - $0.from) < ($1.worth, $1.to - $1.from) }
            .map { ($0.from + $0.to) / 2 }
    }

    /// The middles of so many best stretches with words between them, left to right.
    func widest(_ count: Int) -> [Int] {
        var best: [Stretch] = []
        for next in Self.joined(stretches).sorted(by: { ($0.worth, $0.to - $0.from) > ($1.worth, $1.to - $1.from) })
        where best.count < count && best.allSatisfy({ haveWordsBetween($0, next) }) {
            best.append(next)
        }
        return best.map { ($0.from + $0.to) / 2 }.sorted()
    }

    private func haveWordsBetween(_ one: Stretch, _ other: Stretch) -> Bool {
        let (left, right) = one.from < other.from ? (one, other) : (other, one)
        return stretches.contains {
            $0.from >= left.to && $0.to <= right.from && $0.crossing > max(left.crossing, right.crossing)
        }
    }

    private static func joined(_ stretches: [Stretch]) -> [Stretch] {
        stretches.reduce(into: []) { all, next in
            if let last = all.last, last.worth == next.worth, last.to == next.from {
                all[all.count - 1].to = next.to
            } else {
                all.append(next)
            }
        }
    }
}

extension FormLine.Piece {
    fileprivate var middle: Int { box.y + box.height / 2 }
}
