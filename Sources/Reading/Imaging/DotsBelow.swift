/// Tells a dot below a letter (dấu nặng) from the dots of the leader it stands among.
///
/// A value written over a leader has its dots below in the leader's row, as small as the leader's own: `tại` would be
/// read as `tai`. They give themselves away by standing between two dots of the row where the row has no room for
/// another, or by being larger, and always by a letter right above their middle.
struct DotsBelow {
    /// Everything on the page, by left edge.
    private let letters: [LeaderFinder.Mark]
    /// The widest letter there is, so that looking back stops somewhere.
    private let reach: Int

    init(marks: [LeaderFinder.Mark]) {
        letters = marks.filter { Self.letterHeights.contains($0.height) && $0.width <= Self.widestLetters }
            .sorted { $0.left < $1.left }
        reach = letters.map(\.width).max() ?? 0
    }

    /// Letters of 8 to 24 points at 300 dpi.
    private static let letterHeights = 14...90
    /// Letters run into each other on bad scans.
    private static let widestLetters = 240
    /// A single letter's width; what is wider is several, whose middles are not known.
    private static let widestLetter = 56

    /// Which of a row of dots stand below a letter and are not the row's: positions in `row`, which goes left to right.
    func positions(in row: [LeaderFinder.Mark]) -> Set<Int> {
        guard row.count >= LeaderFinder.shortestRun else { return [] }
        let pitches = zip(row.dropFirst(), row).map { $0.center - $1.center }
        let pitch = Self.median(pitches)
        let ink = Self.median(row.map { Double($0.ink) })
        let spread = Self.median(row.map { abs(Double($0.ink) - ink) })
        let clearGap = Self.median(zip(row.dropFirst(), row).map { Double($0.left - $1.right) }) >= 4
        var found: Set<Int> = []
        for position in row.indices {
            let mark = row[position]
            // Larger also where it fell on one of the row's own dots.
            let isLarger = clearGap && Double(mark.ink) >= ink + max(3, 0.28 * ink, 4 * spread)
            guard isLarger || isExtra(position, of: row, pitch: pitch), isBelowALetter(mark) else { continue }
            found.insert(position)
        }
        return found
    }

    /// Whether a dot halves a step of the row.
    private func isExtra(_ position: Int, of row: [LeaderFinder.Mark], pitch: Double) -> Bool {
        guard position > 0, position + 1 < row.count else { return false }
        let before = row[position].center - row[position - 1].center
        let after = row[position + 1].center - row[position].center
        return before < 0.8 * pitch && after < 0.8 * pitch && before + after < 1.3 * pitch
    }

    private func isBelowALetter(_ mark: LeaderFinder.Mark) -> Bool {
        var index = letters.partitionIndex { $0.left > mark.right }
        while index > 0 {
            index -= 1
            let letter = letters[index]
            if letter.left + reach < mark.left { return false }
            guard letter.right > mark.left, (-2...18).contains(mark.top - letter.bottom) else { continue }
            let off = abs(letter.center - mark.center)
            if letter.width > Self.widestLetter || off <= 0.2 * Double(letter.width) + 2 { return true }
        }
        return false
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}

extension LeaderFinder.Mark {
    var center: Double { Double(left + right) / 2 }
}

extension Array {
    /// The first position whose element holds, in an array where those that do come last.
    fileprivate func partitionIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
