import Dossiers
import Foundation

/// Reads the head of an official letter as Nghị định 30/2020/NĐ-CP lays it out: to the left who issues it and its
/// number, to the right the national header, place and date.
///
/// Numbers and days are often written by hand into the print, where recognition makes something plausible and wrong
/// of them. So a number must have the official shape throughout, and stand as high as the print around it.
struct LetterheadReader {
    private let page: RecognizedPage
    private let header: Word
    /// What stands to the left of the national header, or up to eight lines below it.
    private let left: [Word]

    /// Nil for a page without the national header.
    init?(page: RecognizedPage) {
        for line in page.lines {
            let letters = line.words.map(\.text.folded)
            guard let start = letters.indices.first(where: { letters[$0...].prefix(4).joined().hasPrefix("conghoaxa") })
            else { continue }
            self.page = page
            let header = line.words[start]
            self.header = header
            left = page.lines.flatMap { Self.left(of: header, in: $0) }
            return
        }
        return nil
    }

    /// - Parameter places: Those that the name of an office is held against.
    func fields(knowing places: PlaceNames) -> [ExtractedField] {
        let issuer = issuer(in: places)
        return [number(symbolOf: issuer?.value), date(), issuer].compactMap(\.self)
    }

    // MARK: Number

    private func number(symbolOf issuer: String?) -> ExtractedField? {
        guard let (row, mark) = rowWithNumber() ?? rowWithNumberBelowTitle() else { return nil }
        let pieces = Self.untilGap(row.dropFirst(mark + 1))
        guard let box = Self.box(of: pieces) else { return nil }
        let text = pieces.map(\.text).joined().replacing("⁄", with: "/").replacing(/\/\/+/, with: "/")
            .trimmingCharacters(in: CharacterSet(charactersIn: " .,:;_"))
        let confidence = pieces.map(\.confidence).min() ?? 0
        guard text.wholeMatch(of: /\d{1,5}(\/\d{4})?\/[A-ZĐ]{1,8}(\d{0,2})([-\/][A-ZĐa-z&.]{1,12}){0,4}/) != nil,
            Self.areEvenlyHigh(pieces), Self.isPrintedThroughout(pieces)
        else {
            return ExtractedField(
                name: .documentNumber, value: nil, confidence: 0, page: page.number, box: box, isHandwritten: true)
        }
        return ExtractedField(
            name: .documentNumber, value: DocumentSymbol.mended(text, issuer: issuer), confidence: confidence,
            page: page.number, box: box)
    }

    /// Whether nothing tells that the number was put by hand before a printed `/2020/TT-BCA`: a gap, in which a digit may
    /// stand that was not read, or digits that stand out a little.
    private static func isPrintedThroughout(_ pieces: [Word]) -> Bool {
        zip(pieces, pieces.dropFirst()).allSatisfy { left, right in
            let (low, high) = (min(left.box.height, right.box.height), max(left.box.height, right.box.height))
            return Double(right.box.x - left.box.right) <= widestSpace * Double(low)
                && Double(high) <= slightlyHigher * Double(low)
        }
    }

    /// Of the height of a digit; a typed space is half as wide.
    private static let widestSpace = 0.6
    private static let slightlyHigher = 1.2

    /// `Số`, its marks read or not; never `SỞ`, with which the name of a department begins.
    private static func saysNumber(_ word: Word) -> Bool {
        word.text.folded.filter(\.isLetter) == "so"
            && !word.text.decomposedStringWithCanonicalMapping.unicodeScalars.contains("\u{31B}")
    }

    /// What stands together; behind a gap begins what is printed to the right.
    private static func untilGap(_ words: some Sequence<Word>) -> [Word] {
        var together: [Word] = []
        for word in words {
            guard word.text.contains(where: { $0.isLetter || $0.isNumber || $0 == "/" }) else { break }
            if let last = together.last, word.box.x - last.box.right > 2 * last.box.height { break }
            together.append(word)
        }
        return together
    }

    /// The row to the left of the national header, or below it, that begins with `Số`.
    private func rowWithNumber() -> (row: [Word], mark: Int)? {
        for row in rows(of: left) {
            if let mark = row.firstIndex(where: Self.saysNumber), mark <= 1 {
                return (row, mark)
            }
        }
        return nil
    }

    /// The row in the middle of the page under a permit's or decision's title: `Số: 391/GPXD`.
    private func rowWithNumberBelowTitle() -> (row: [Word], mark: Int)? {
        let rows = page.lines.lazy.map(\.words).filter { row in
            guard let first = row.first, let box = Self.box(of: row), row.count <= 4 else { return false }
            return Self.saysNumber(first) && first.text.hasSuffix(":")
                && (header.box.bottom...header.box.bottom + 14 * header.box.height).contains(box.y)
                && abs(box.x + box.right - page.width) < page.width / 4
        }
        return rows.first.map { ($0, 0) }
    }

    // MARK: Date

    private func date() -> ExtractedField? {
        for line in page.lines where line.box.map({ $0.y > header.box.y && $0.y < page.height * 2 / 5 }) ?? false {
            let letters = line.words.map { $0.text.folded.filter(\.isLetter) }
            guard let day = letters.firstIndex(of: "ngay"),
                letters.dropFirst(day).contains(where: FormDate.isMonthWord),
                let year = letters.firstIndex(of: "nam"), year > day, year + 1 < line.words.count,
                // `Hà Nội, ngày …`: a date within a sentence is another document's.
                day == 0 || line.words[day - 1].text.hasSuffix(",") || letters[day - 1].isEmpty,
                !Self.isAppointment(line.words[..<day])
            else { continue }
            let words = Array(line.words[day...(year + 1)])
            guard let box = Self.box(of: words) else { continue }
            let numbers = words.filter { $0.text.contains(where: \.isNumber) }
            // Nothing was filled in.
            guard !numbers.isEmpty || words.contains(where: { Self.isMark($0) }) else { continue }
            let text = words.map(\.text).joined(separator: " ")
            guard let iso = FormDate.iso(in: text), numbers.count == 3, numbers.allSatisfy({ $0.confidence >= 0.8 }),
                Self.areEvenlyHigh(numbers)
            else {
                return ExtractedField(
                    name: .documentDate, value: nil, confidence: 0, page: page.number, box: box, isHandwritten: true)
            }
            return ExtractedField(
                name: .documentDate, value: iso, confidence: numbers.map(\.confidence).min() ?? 0, page: page.number,
                box: box)
        }
        return nil
    }

    /// `Thời gian: 08 giờ 30,` before a day: an invitation's, not the letter's own. Its number, left of a gap, may share the
    /// row.
    private static func isAppointment(_ before: ArraySlice<Word>) -> Bool {
        var beside: [Word] = []
        for word in before.reversed() {
            if let next = beside.last, next.box.x - word.box.right > next.box.height { break }
            beside.append(word)
        }
        return beside.contains { $0.text.contains { $0 == ":" || $0.isNumber } }
    }

    /// Strokes of a pen come out as signs, or as letters that make no word.
    private static func isMark(_ word: Word) -> Bool {
        let core = word.text.filter { $0.isLetter || $0.isNumber }
        return !core.isEmpty && !["ngay", "nam"].contains(core.folded) && !FormDate.isMonthWord(core.folded)
    }

    // MARK: Issuer

    private func issuer(in places: PlaceNames) -> ExtractedField? {
        var lines: [[Word]] = []
        for row in rows(of: left) {
            if row.contains(where: Self.saysNumber) { break }
            let lettered = row.filter { $0.text.contains(where: \.isLetter) }
            guard !lettered.isEmpty, lettered.allSatisfy({ $0.text == $0.text.uppercased() && !$0.text.contains(":") })
            else {
                lines = []
                continue
            }
            lines.append(row)
        }
        // The superior office stands above the one that issues.
        if lines.count > 1, let last = lines.last, Self.isOffice(last), Self.isOffice(lines[0]) { lines = [last] }
        if lines.isEmpty { lines = issuerInSmallLetters() }
        let pieces = lines.prefix(3).flatMap(\.self)
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        let syllables = pieces.map(\.text).filter { !Self.abbreviations.contains($0) }
        guard pieces.count >= 2, let box = Self.box(of: pieces), VietnameseSyllable.share(of: syllables) >= 0.8
        else { return nil }
        return ExtractedField(
            name: .documentIssuer, value: places.mended(within: text), confidence: pieces.map(\.confidence).min() ?? 0,
            page: page.number, box: box)
    }

    /// In the names of offices; they are no syllables.
    private static let abbreviations: Set<String> = [
        "UBND", "HĐND", "TNHH", "MTV", "CP", "BQL", "THCS", "THPT", "UBMTTQ", "MTTQ",
    ]

    /// `UBND tỉnh Quảng Ninh`, filled into a permit's head; nothing where the first row does not say an office's kind.
    private func issuerInSmallLetters() -> [[Word]] {
        let rows = rows(of: left).prefix { row in
            row.allSatisfy { word in !word.text.contains { $0 == ":" || $0.isNumber } }
        }
        guard let first = rows.first, first.first?.text.first?.isUppercase == true, Self.isOffice(first) else {
            return []
        }
        return Array(rows)
    }

    private static func isOffice(_ row: [Word]) -> Bool {
        let text = row.map(\.text.folded).joined(separator: " ")
        return [
            "bo ", "so ", "ubnd ", "uy ban ", "hoi dong ", "phong ", "ban ", "trung tam ", "chi cuc ", "cuc ",
            "tong cuc ",
            "van phong ", "cong ty ", "tram y te ", "cong an ", "truong ", "benh vien ", "toa an ", "vien ",
            "chi nhanh ",
        ].contains { text.hasPrefix($0) } && text != "uy ban nhan dan" && text != "hoi dong nhan dan"
    }

    // MARK: Geometry

    /// A row that goes on under the header without a gap is a title.
    private static func left(of header: Word, in line: TextLine) -> [Word] {
        let height = header.box.height
        var row: [Word] = []
        for word in line.words {
            if let last = row.last, word.box.x - last.box.right > 2 * height { break }
            // The header and the motto below it may stand close.
            if word.box.x >= header.box.x - height, ["cong", "doc"].contains(word.text.folded) { break }
            row.append(word)
        }
        let isLeft = row.allSatisfy { word in
            word.box.right < header.box.x && word.box.y > header.box.y - 2 * height
                && word.box.y < header.box.y + 8 * height
        }
        return isLeft ? row : []
    }

    private func rows(of words: [Word]) -> [[Word]] {
        var rows: [[Word]] = []
        for word in words.sorted(by: { $0.box.y + $0.box.height / 2 < $1.box.y + $1.box.height / 2 }) {
            let middle = word.box.y + word.box.height / 2
            if let first = rows.last?.first,
                abs(first.box.y + first.box.height / 2 - middle) < header.box.height * 2 / 3
            {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
        }
        return rows.map { $0.sorted { $0.box.x < $1.box.x } }
    }

    /// Digits of a pen stand out from print: by half of its height.
    private static func areEvenlyHigh(_ words: [Word]) -> Bool {
        let heights = words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }.map(\.box.height)
        guard let low = heights.min(), let high = heights.max() else { return false }
        return Double(high) <= 1.45 * Double(low)
    }

    private static func box(of words: [Word]) -> PixelBox? {
        words.first.map { first in words.dropFirst().reduce(first.box) { $0.union($1.box) } }
    }
}
