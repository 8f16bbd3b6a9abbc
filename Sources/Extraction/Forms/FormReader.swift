import Dossiers

/// Reads a paper as the form it is known to be: every blank's value stands between the wordings around it.
struct FormReader {
    private let script: FormScript
    private let stream: LetterStream
    private let alignment: FormAlignment

    init(_ script: FormScript, on stream: LetterStream) {
        self.script = script
        self.stream = stream
        alignment = FormAlignment(script, on: stream)
    }

    /// What stands in the blanks that hold fields, in the form's order; a field may stand in several.
    func answers() -> [(name: FieldName, answer: Answer)] {
        guard alignment.coverage >= Self.leastCoverage else { return [] }
        let cells = TableCells(script: script, alignment: alignment, stream: stream)
        return script.items.indices.compactMap { item in
            guard case .blank(let blank, let cell) = script.items[item], blank.kind != .signature,
                let name = script.fields[blank.key]
            else { return nil }
            guard let head = wording(before: item), let place = alignment.places[head] else {
                return blank.kind == .dd ? dateLine(for: item).map { (name, $0) } : nil
            }
            let pieces =
                cell.map { cells.pieces(of: $0, head: head) } ?? running(from: place, blank: blank, item: item)
            guard let first = pieces.first else { return nil }
            return (name, Answer(asked: nil, page: first.page, pieces: pieces, likeness: place.likeness))
        }
    }

    /// Fields that have a cell of their own in a table's row that was found: beside the row's label stands somebody
    /// else's, too.
    var fieldsInFoundCells: Set<FieldName> {
        guard alignment.coverage >= Self.leastCoverage else { return [] }
        return Set(
            script.items.indices.compactMap { item in
                guard case .blank(let blank, .some) = script.items[item], let head = wording(before: item),
                    alignment.places[head] != nil
                else { return nil }
                return script.fields[blank.key]
            })
    }

    /// Below this the paper is some other form, and its labels are accidents.
    private static let leastCoverage = 0.3

    /// The wording that a blank follows; nil where another blank stands between, or the row has no head.
    private func wording(before item: Int) -> Int? {
        for index in stride(from: item - 1, through: 0, by: -1) {
            switch script.items[index] {
            case .wording(let wording): return isCell(item) == wording.isRowHead ? index : nil
            case .columnHeads: return nil
            case .blank: if !isCell(item) { return nil }
            }
        }
        return nil
    }

    /// The place and day above a signature: `Điền Xá, ngày 27 tháng 02 năm 2026`. Its words are too short to be aligned,
    /// so the line is known by all of them, between what the form has before and after it.
    private func dateLine(for item: Int) -> Answer? {
        let before = alignment.places.filter { $0.key < item }.values.map(\.pieces.upperBound).max() ?? 0
        let after = alignment.places.filter { $0.key > item }.values.map(\.pieces.lowerBound).min()
        let between = stream.pieces[min(before, after ?? before)..<(after ?? stream.pieces.count)]
        let days = between.indices.filter { isDay($0, before: between.endIndex) }
        guard days.count == 1, let day = days.first else { return nil }
        let line = stream.lineOfPiece[day]
        let end = stream.lineOfPiece[day..<between.endIndex].firstIndex { $0 > line } ?? between.endIndex
        let pieces = Array(stream.pieces[day..<min(end, day + 8)])
        // Days are often written by hand into the print: then recognition makes something plausible and wrong of them.
        let numbers = pieces.filter { $0.text.contains(where: \.isNumber) }
        let heights = numbers.map(\.box.height)
        guard numbers.count == 3, numbers.allSatisfy({ $0.confidence >= 0.8 }), let low = heights.min(),
            let high = heights.max(), Double(high) <= 1.45 * Double(low)
        else { return nil }
        return Answer(asked: nil, page: stream.pieces[day].page, pieces: pieces, likeness: 1)
    }

    /// `ngày`, behind a place's name and a comma or at the beginning of a line, with month and year on the same one.
    private func isDay(_ piece: Int, before end: Int) -> Bool {
        guard stream.pieces[piece].letters == "ngay" else { return false }
        let line = stream.lineOfPiece[piece]
        let isFirst = piece == 0 || stream.lineOfPiece[piece - 1] != line
        let rest = stream.pieces[piece..<end].prefix(8).indices.filter { stream.lineOfPiece[$0] == line }
        let words = rest.map { stream.pieces[$0].letters }
        return (isFirst || stream.pieces[piece - 1].text.hasSuffix(",")) && words.contains(where: FormDate.isMonthWord)
            && words.contains("nam")
    }

    private func isCell(_ item: Int) -> Bool {
        if case .blank(_, .some) = script.items[item] { true } else { false }
    }

    private func running(from place: FormAlignment.Place, blank: FormBlank, item: Int) -> [FormLine.Piece] {
        let start = place.pieces.upperBound
        // A date cut in three is one answer.
        let isSplitDate = blank.kind == .dd
        let next = script.items.indices.dropFirst(item + 1).first { index in
            guard case .wording = script.items[index] else { return false }
            return !isSplitDate || index > item + 4
        }
        let known = next.flatMap { alignment.places[$0]?.pieces.lowerBound }
        var end = known ?? alignment.places.values.map(\.pieces.lowerBound).filter { $0 >= start }.min() ?? .max
        if isSplitDate { end = max(min(end, start + 8), known ?? 0) }
        let isBounded = known != nil && !isSplitDate
        end = min(end, stream.pieces.count, isBounded ? start + Self.longest : endOfAnswer(from: start))
        return start < end ? Array(stream.pieces[start..<withoutNumbering(end, from: start)]) : []
    }

    /// The number of the next item belongs to no value: `14.` before a label that begins a line.
    private func withoutNumbering(_ end: Int, from start: Int) -> Int {
        var end = end
        while end - 1 > start, stream.lineOfPiece[end - 1] != stream.lineOfPiece[end - 2],
            stream.pieces[end - 1].isNumbering
        {
            end -= 1
        }
        return end
    }

    /// Where nothing of the form says where a value ends: at the next label, or with its line; a line that is
    /// full runs over.
    private func endOfAnswer(from start: Int) -> Int {
        guard start < stream.pieces.count else { return start }
        let first = stream.lineOfPiece[start]
        var line = first
        for _ in 0..<2 where stream.lines[line].isFull && line + 1 < stream.lines.count {
            guard !stream.lines[line + 1].beginsItem else { break }
            line += 1
        }
        let end = stream.lineOfPiece[start...].firstIndex { $0 > line } ?? stream.pieces.count
        return (first...line).lazy.compactMap { firstLabel(on: $0, from: start) }.first ?? end
    }

    /// Where a label of any form begins on a line: no value runs past one.
    private func firstLabel(on line: Int, from start: Int) -> Int? {
        guard let offset = stream.lineOfPiece.firstIndex(of: line) else { return nil }
        return LabelFinder.labels(in: stream.lines[line]).lazy.map { offset + $0.start }.first { $0 >= start }
    }

    /// Words of the longest value.
    private static let longest = 40
}
