import Dossiers

/// A label where it stands on a line.
struct FoundLabel {
    var asked: Asked
    /// Index of its first piece, and of the first after it and what belongs to it.
    var start: Int
    var end: Int
    /// 1 for a label read without a fault, less for each misread letter.
    var likeness: Double
}

/// Finds printed labels by edit distance on letters alone: marks, numbering, footnote numbers glued to
/// the label and spaces do not count.
enum LabelFinder {
    /// Left to right, not overlapping.
    static func labels(in line: FormLine) -> [FoundLabel] {
        var found: [FoundLabel] = []
        var start = 0
        while start < line.pieces.count {
            if mayBegin(at: start, in: line), let label = label(at: start, in: line) {
                found.append(label)
                start = label.end
            } else {
                start += 1
            }
        }
        return found
    }

    /// A label begins a line, stands after punctuation, or begins with a capital.
    private static func mayBegin(at start: Int, in line: FormLine) -> Bool {
        let piece = line.pieces[start]
        guard !piece.letters.isEmpty else { return false }
        guard start > 0, line.pieces[..<start].contains(where: { !$0.letters.isEmpty }) else { return true }
        // `Tên tôi là: … sinh ngày …`
        if piece.letters == "sinh", start + 1 < line.pieces.count,
            ["ngay", "nam"].contains(line.pieces[start + 1].letters)
        {
            return true
        }
        // The name of a value in capitals is no label.
        let capitals = piece.text.filter(\.isUppercase).count
        if capitals == 1, piece.text.first(where: \.isLetter)?.isUppercase == true { return true }
        if capitals > 1, piece.letters.count > 1, ["cccd", "cmnd", "sdt"].contains(where: piece.letters.hasPrefix) {
            return true
        }
        return line.pieces[start - 1].text.last.map { ",;.:)".contains($0) } ?? false
    }

    private static func label(at start: Int, in line: FormLine) -> FoundLabel? {
        var letters: [UInt8] = []
        var ends: [(piece: Int, letters: Int)] = []
        for index in start..<line.pieces.count {
            // What stands in brackets belongs to no label's own words.
            if index > start, line.pieces[index].text.hasPrefix("("), ends.isEmpty == false { break }
            letters.append(contentsOf: line.pieces[index].letters.utf8)
            ends.append((index + 1, letters.count))
            if letters.count > longest || line.pieces[index].text.contains(":") { break }
        }
        // The label that explains most letters wins, a misread letter costing three: `… của chủ hộ` must
        // not pass for the shorter label it begins with because of one misreading.
        var best: (label: Label, distance: Int, end: Int, worth: Int)?
        for label in Label.all
        where label.letters[0] == letters[0] || letters.count > 1 && label.letters[1] == letters[1] {
            if let best, label.letters.count <= best.worth { break }
            for end in ends where abs(end.letters - label.letters.count) <= label.tolerance {
                let distance = EditDistance.between(label.letters, letters[..<end.letters], limit: label.tolerance)
                let worth = label.letters.count - 3 * distance
                if distance <= label.tolerance, worth > best?.worth ?? 0 { best = (label, distance, end.piece, worth) }
            }
        }
        guard let best else { return nil }
        let end = endOfLabel(from: best.end, in: line)
        // `Tên` and other short words are labels only where a colon says so.
        if best.label.letters.count < 6,
            !line.pieces[best.end - 1..<max(end, best.end)].contains(where: { $0.text.contains(":") })
        {
            return nil
        }
        return FoundLabel(
            asked: best.label.asked, start: start, end: end,
            likeness: 1 - Double(best.distance) / Double(best.label.letters.count))
    }

    /// Past a remark in brackets and a colon: `(nếu có)`, `(2):`, `(Viết chữ in hoa):`.
    private static func endOfLabel(from end: Int, in line: FormLine) -> Int {
        if line.pieces[end - 1].text.contains(":") { return end }
        var place = end
        if place < line.pieces.count, line.pieces[place].text.hasPrefix("(") {
            guard let close = line.pieces[place...].firstIndex(where: { $0.text.contains(")") }) else { return end }
            place = close + 1
            if line.pieces[close].text.contains(":") { return place }
        }
        if place < line.pieces.count, line.pieces[place].text.allSatisfy({ ":.…".contains($0) }) { place += 1 }
        return place
    }

    private static let longest = (Label.all.map(\.letters.count).max() ?? 0) + 8
}
