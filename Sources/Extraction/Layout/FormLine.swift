import Dossiers

/// A line of a form, its words cut where a label was glued to its value.
struct FormLine {
    struct Piece: Hashable {
        var text: String
        /// Lower-case letters without marks; digits, brackets and points left out.
        var letters: String
        var confidence: Double
        var box: PixelBox
        /// 1-based in the source file.
        var page: Int

        init(_ word: Word, page: Int) {
            self.page = page
            text = word.text
            // `số(4b):` is the word `số` with a footnote's number.
            let bracket = word.text.firstIndex(of: "(").flatMap { $0 > word.text.startIndex ? $0 : nil }
            letters = String(word.text[..<(bracket ?? word.text.endIndex)]).folded.filter { $0.isLetter && $0.isASCII }
            confidence = word.confidence
            box = word.box
        }

        /// A ruled line that was read as a bar.
        var isRule: Bool { text.allSatisfy { "|[]¦".contains($0) } }

        /// `5.`, `b)`, `-`: what stands before an item, its point read or not.
        var isNumbering: Bool {
            let core = text.filter { !".)-+*•".contains($0) }
            return core.isEmpty || core.count <= 2 && core.allSatisfy(\.isNumber)
                || core.count == 1 && text.count > 1
        }
    }

    /// 1-based in the source file.
    let page: Int
    let pieces: [Piece]
    /// Whether the line ends so far right that what it says may run over to the next.
    var isFull = true

    init(_ line: TextLine, page: Int) {
        self.init(pieces: line.words.flatMap(Self.cutAtColon).map { Piece($0, page: page) }, page: page)
    }

    /// Leaves out the national header, which stands on one line with what is printed beside it.
    init(pieces: some Collection<Piece>, page: Int) {
        let pieces = Array(pieces)
        self.page = page
        let header = pieces.indices.first { start in
            let rest = pieces[start...].prefix(6).map(\.letters).joined()
            return rest.hasPrefix("conghoaxahoi") || rest.hasPrefix("doclaptudo")
        }
        self.pieces = Array(pieces[..<(header ?? pieces.count)])
    }

    /// The lines of a page, a label that runs over to the next line put together there.
    static func lines(of page: RecognizedPage) -> [FormLine] {
        var lines = page.lines.map { FormLine($0, page: page.number) }
        for index in lines.indices.dropLast() {
            let next = lines[index + 1]
            guard let colon = next.pieces.prefix(4).firstIndex(where: { $0.text.contains(":") }) else { continue }
            let head = next.pieces[...colon].map(\.letters).joined()
            for length in 1...4 where length <= lines[index].pieces.count {
                let tail = lines[index].pieces.suffix(length)
                guard tail.first?.text.first?.isUppercase == true, !tail.contains(where: { $0.text.contains(":") }),
                    Label.isWhole(tail.map(\.letters).joined() + head), !Label.isWhole(head)
                else { continue }
                lines[index + 1] = FormLine(pieces: tail + next.pieces, page: page.number)
                lines[index] = FormLine(pieces: lines[index].pieces.dropLast(length), page: page.number)
                break
            }
        }
        let rightmost = lines.compactMap(\.right).max() ?? 0
        for index in lines.indices { lines[index].isFull = (lines[index].right ?? 0) * 4 >= rightmost * 3 }
        return lines
    }

    private var right: Int? { pieces.last?.box.right }

    /// `5. …`, `b) …`, `- …`: something new begins.
    var beginsItem: Bool {
        guard let first = pieces.first?.text else { return true }
        return first == "-" || first == "+" || first.count <= 4 && first.hasSuffix(")")
            || first.count <= 4 && first.hasSuffix(".") && first.first?.isNumber == true
    }

    /// All letters in a row: how lines are searched for a phrase whatever happened to the spaces.
    var letters: String { pieces.map(\.letters).joined() }

    /// `tên:NGUYỄN` is a label's end and a value's beginning, and so is `(11):163`.
    private static func cutAtColon(_ word: Word) -> [Word] {
        guard let colon = word.text.firstIndex(of: ":") else { return [word] }
        let next = word.text.index(after: colon)
        let end = word.text[..<colon]
        guard next < word.text.endIndex,
            end.contains(where: \.isLetter) || end.contains(/^\(\d{1,2}\)[^\p{L}\d]*$/)
        else { return [word] }
        let share = Double(word.text.distance(from: word.text.startIndex, to: next)) / Double(word.text.count)
        let width = Int(Double(word.box.width) * share)
        var left = word
        left.text = String(word.text[..<next])
        left.box.width = width
        var right = word
        right.text = String(word.text[next...])
        right.box.x += width
        right.box.width -= width
        return [left, right]
    }
}
