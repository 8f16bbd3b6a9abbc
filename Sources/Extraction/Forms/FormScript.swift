import Dossiers
import Foundation

/// A form's lines as what is to be found on paper: wordings, and the blanks between them.
struct FormScript: Sendable {
    /// Printed words, in one of several versions.
    struct Wording: Sendable {
        /// Letters without marks, each version 2…64 of them.
        var versions: [[UInt8]]
        /// What the wording may be cut down to: in a narrow column the rest of it stands below the row's first values.
        var beginnings: [[UInt8]] = []
        /// Row of a table whose cells stand beside the wording.
        var isRowHead = false
    }

    enum Item: Sendable {
        case wording(Wording)
        /// What stands above a table's columns, left to right, without marks and spaces.
        case columnHeads([[UInt8]])
        /// `column` is 0-based among the cells of a table's row beside its head, of so many; nil in running text.
        case blank(FormBlank, cell: Cell?)
    }

    struct Cell: Hashable, Sendable {
        var column: Int
        var columns: Int
    }

    private(set) var items: [Item] = []
    let fields: [String: FieldName]
    /// The fields that every generation of the form asks for.
    private(set) var alwaysAsked: Set<FieldName> = []

    init(_ form: FormTemplate) {
        fields = form.fields
        let phrases = form.uses.reduce(into: form.fills) { all, use in
            all.merge(use.fills) { $0 + $1 }
        }
        for line in form.lines {
            let isOfNewerForms = line.hasPrefix("‡ ")
            let plain = isOfNewerForms ? String(line.dropFirst(2)) : line
            if !isOfNewerForms { alwaysAsked.formUnion(fields(on: plain)) }
            if plain.hasPrefix("|") {
                addRow(plain)
            } else {
                add(plain, phrases: phrases, titles: form.titles.isEmpty ? [form.title] : form.titles)
            }
        }
    }

    private func fields(on line: String) -> [FieldName] {
        FormSegment.segments(of: line).compactMap { segment in
            if case .blank(let blank) = segment { fields[blank.key] } else { nil }
        }
    }

    private mutating func add(_ line: String, phrases: [String: [String]], titles: [String]) {
        var open: [String] = [""]
        for segment in FormSegment.segments(of: line) {
            switch segment {
            case .text(let text): open = open.map { $0 + text }
            case .blank(let blank):
                switch blank.kind {
                // Printed with the form, in one of its versions.
                case .title: open = open.flatMap { start in titles.map { start + $0 } }
                case .pick:
                    let literal = (phrases[blank.key] ?? []).filter { !$0.contains("{") }
                    if literal.isEmpty {
                        close(&open)
                    } else {
                        open = open.flatMap { start in literal.map { start + $0 } }
                    }
                case .optional, .several: close(&open)
                default:
                    close(&open)
                    items.append(.blank(blank, cell: nil))
                }
            }
        }
        close(&open)
    }

    /// `| head | {cell} | {cell} |`; a row without a head, or with other words in its cells, cannot be found by words.
    private mutating func addRow(_ line: String) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { FormSegment.segments(of: $0.trimmingCharacters(in: .whitespaces)) }
        addColumnHeads(Array(cells.dropFirst()))
        guard let head = cells.first, case .text(let words)? = head.first, head.count == 1 else { return }
        let blanks = cells.dropFirst().map { cell -> FormBlank? in
            if cell.count == 1, case .blank(let blank) = cell[0] { blank } else { nil }
        }
        let version = Self.letters(of: words)
        guard version.count >= Self.shortest else { return }
        items.append(
            .wording(
                Wording(
                    versions: [Array(version.suffix(ApproximateSearch.longest))],
                    beginnings: Self.beginnings(of: words), isRowHead: true)))
        for (column, blank) in blanks.enumerated() {
            guard let blank else { continue }
            items.append(.blank(blank, cell: Cell(column: column, columns: blanks.count)))
        }
    }

    /// Of two words and more without the last ones, but most of all letters.
    private static func beginnings(of words: String) -> [[UInt8]] {
        let words = words.split(separator: " ").map { letters(of: String($0)) }
        let all = words.reduce(0) { $0 + $1.count }
        return words.indices.dropFirst(2).map { Array(words[..<$0].joined()) }
            .filter { $0.count >= 8 && $0.count * 5 >= all * 3 && $0.count <= ApproximateSearch.longest }
    }

    /// `|  | Bên nữ | Bên nam |`
    private mutating func addColumnHeads(_ cells: [[FormSegment]]) {
        let heads = cells.compactMap { cell -> [UInt8]? in
            guard cell.count == 1, case .text(let words) = cell[0] else { return nil }
            let letters = Self.letters(of: words)
            return letters.count >= Self.shortest ? Array(letters.prefix(ApproximateSearch.longest)) : nil
        }
        if heads.count == cells.count, heads.count > 1 { items.append(.columnHeads(heads)) }
    }

    /// Ends a stretch of print. A long one is known by its beginning and its end, for what is near a blank matters.
    private mutating func close(_ open: inout [String]) {
        defer { open = [""] }
        var versions: [[UInt8]] = []
        for text in open {
            let letters = Self.letters(of: text)
            if letters.count >= Self.shortest, !Self.isNationalHeader(letters), !versions.contains(letters) {
                versions.append(letters)
            }
        }
        guard !versions.isEmpty else { return }
        if versions.contains(where: { $0.count > Self.whole }) {
            items.append(.wording(Wording(versions: versions.map { Array($0.prefix(Self.part)) })))
            let ends = versions.filter { $0.count >= 2 * Self.part }.map { Array($0.suffix(Self.part)) }
            if !ends.isEmpty { items.append(.wording(Wording(versions: ends))) }
        } else {
            items.append(.wording(Wording(versions: versions)))
        }
    }

    /// Numbers of footnotes, `(4b)`, are no words.
    private static func letters(of text: String) -> [UInt8] {
        text.replacing(/\([^()]{1,3}\)/, with: "").folded.utf8.filter {
            $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
        }
    }

    /// It is cut off the page's lines, where it stands beside other things, and tells nothing.
    private static func isNationalHeader(_ letters: [UInt8]) -> Bool {
        letters.starts(with: "conghoaxahoi".utf8) || letters.starts(with: "doclaptudo".utf8)
    }

    private static let shortest = 2
    private static let whole = 56
    private static let part = 28
}
