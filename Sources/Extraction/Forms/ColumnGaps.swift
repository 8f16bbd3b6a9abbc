import Dossiers

/// Where the lines of a table leave gaps between their words.
struct ColumnGaps {
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
