internal import CTesseract
import Dossiers

/// Finds leaders (dòng chấm): the rows of dots or dashes that a form prints where a value is to be written.
/// They halve what Tesseract's network reads of the line they stand on.
package struct LeaderFinder {
    /// Boxes of marks, pixels at recognition resolution.
    let marks: [Mark]

    package init(marks: [Mark]) {
        self.marks = marks
    }

    package struct Mark {
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int
        /// Black pixels in the box.
        var ink: Int

        /// - Parameter ink: Nil for a box that is black all over.
        package init(left: Int, right: Int, top: Int, bottom: Int, ink: Int? = nil) {
            self.left = left
            self.right = right
            self.top = top
            self.bottom = bottom
            self.ink = ink ?? (right - left) * (bottom - top)
        }

        package var width: Int { right - left }
        var height: Int { bottom - top }
        var middle: Int { (top + bottom) / 2 }
    }

    /// A dot is at most this wide and high: 1 mm at 300 dpi.
    static let dotLimit = 12
    /// A page of dust has more specks than a page of leaders; past this, looking on would take too long.
    static let markLimit = 200_000
    /// Fewer dots in a row are an ellipsis, which is text.
    static let shortestRun = 5
    /// The widest gap between neighbours of a run: 3.4 mm.
    static let widestGap = 40

    /// Marks that belong to a run: dots, or short dashes that dots melted into.
    package func leaderMarks() -> [Mark] {
        let candidates = marks.filter { $0.height <= Self.dotLimit && $0.width <= Self.dotLimit * 5 }
        let rows = Dictionary(grouping: candidates.indices) { candidates[$0].middle / 4 }
        let dotsBelow = DotsBelow(marks: marks)
        var isLeader = [Bool](repeating: false, count: candidates.count)
        var isDotBelow = isLeader
        for row in rows.keys {
            // A row may straddle two bands of 4 pixels, and a line still leans a little.
            let members = ((rows[row] ?? []) + (rows[row + 1] ?? [])).sorted {
                candidates[$0].left < candidates[$1].left
            }
            for run in runs(of: members, in: candidates) {
                let alike = likeMarks(of: run, in: candidates)
                guard isLeaderRun(alike, in: candidates) else { continue }
                let kept = dotsBelow.positions(in: alike.map { candidates[$0] })
                for (position, member) in alike.enumerated() {
                    if kept.contains(position) { isDotBelow[member] = true } else { isLeader[member] = true }
                }
            }
        }
        return candidates.indices.filter { isLeader[$0] && !isDotBelow[$0] }.map { candidates[$0] }
    }

    private func runs(of members: [Int], in marks: [Mark]) -> [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        for member in members {
            if let last = run.last, marks[member].left - marks[last].right > Self.widestGap {
                runs.append(run)
                run = []
            }
            run.append(member)
        }
        return runs + [run]
    }

    /// Those that look like most of the run and stand on its line: broken letters beside a leader do not.
    private func likeMarks(of run: [Int], in marks: [Mark]) -> [Int] {
        guard run.count >= Self.shortestRun else { return [] }
        func median(_ value: (Mark) -> Int) -> Int { run.map { value(marks[$0]) }.sorted()[run.count / 2] }
        let height = median(\.height)
        let width = median(\.width)
        let middle = median(\.middle)
        // A dot below (dấu nặng) in the run is larger than the leader's dots, or lies lower, by as little as this.
        return run.filter { member in
            abs(marks[member].middle - middle) <= max(2, height / 2)
                && marks[member].height <= height + max(1, height / 4)
                && marks[member].width <= 3 * width + 4
        }
    }

    /// Evenly spaced marks, five or more.
    private func isLeaderRun(_ run: [Int], in marks: [Mark]) -> Bool {
        guard run.count >= Self.shortestRun else { return false }
        let gaps = zip(run.dropFirst(), run).map { marks[$0].left - marks[$1].right }.sorted()
        let median = max(gaps[gaps.count / 2], 2)
        let even = gaps.filter { $0 <= median * 2 + 2 }.count
        return Double(even) >= 0.7 * Double(gaps.count)
    }
}

extension Picture {
    /// The marks on a bilevel page, or nil where it has so many that it is dust.
    func marks() -> [LeaderFinder.Mark]? {
        var count: Int32 = 0
        guard pixCountConnComp(pix, 8, &count) == 0, count <= LeaderFinder.markLimit,
            let components = components()
        else { return nil }
        return components.map { box in
            let isSmall = box.width <= LeaderFinder.dotLimit && box.height <= LeaderFinder.dotLimit
            return LeaderFinder.Mark(
                left: box.x, right: box.right, top: box.y, bottom: box.bottom, ink: isSmall ? ink(in: box) : nil)
        }
    }

    /// Black pixels of a bilevel picture in a box.
    func ink(in box: PixelBox) -> Int {
        var region = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
        defer { boxDestroy(&region) }
        var count: Int32 = 0
        return pixCountPixelsInRect(pix, region, &count, nil) == 0 ? Int(count) : 0
    }

    /// A mask of these marks, the picture's size.
    func mask(of marks: [LeaderFinder.Mark], margin: Int) -> Picture? {
        guard let mask = Picture(pixCreate(Int32(width), Int32(height), 1)) else { return nil }
        for mark in marks {
            pixRasterop(
                mask.pix, Int32(mark.left - margin), Int32(mark.top - margin), Int32(mark.width + 2 * margin),
                Int32(mark.height + 2 * margin), PIX_SET, nil, 0, 0)
        }
        return mask
    }
}
