internal import CTesseract
import Foundation

/// Where a sheet lies on a picture that shows more than the sheet: a photograph, or a scan with a black rim.
///
/// Corners clockwise from the top left, in the picture's pixels; they may lie a little off the picture.
package struct PaperOutline {
    var corners: [Point]

    package init(corners: [Point]) {
        self.corners = corners
    }

    package struct Point {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Pixels of the sheet once it is laid flat: the mean of opposite sides.
    var width: Double { (corners[0].distance(to: corners[1]) + corners[3].distance(to: corners[2])) / 2 }
    var height: Double { (corners[0].distance(to: corners[3]) + corners[1].distance(to: corners[2])) / 2 }

    /// A little smaller all round, so that the edge itself and what shows beneath a curled corner stay outside.
    func inset(by share: Double) -> PaperOutline {
        let middle = Point(
            x: corners.reduce(0) { $0 + $1.x } / 4, y: corners.reduce(0) { $0 + $1.y } / 4)
        return PaperOutline(
            corners: corners.map {
                Point(x: $0.x + (middle.x - $0.x) * 2 * share, y: $0.y + (middle.y - $0.y) * 2 * share)
            })
    }

    /// Opposite sides of a sheet that somebody photographed to be read differ by less than a half, and it fills
    /// most of the picture; anything else was taken for a sheet by mistake.
    func isPlausible(in width: Int, _ height: Int) -> Bool {
        let sides = (0..<4).map { corners[$0].distance(to: corners[($0 + 1) % 4]) }
        guard max(sides[0], sides[2]) < 1.5 * min(sides[0], sides[2]),
            max(sides[1], sides[3]) < 1.5 * min(sides[1], sides[3])
        else { return false }
        return self.width * self.height > 0.3 * Double(width * height)
    }
}

extension PaperOutline.Point {
    func distance(to other: Self) -> Double { hypot(x - other.x, y - other.y) }
}

/// One edge of the sheet as seen from one side of the picture: at place `t` along that side the paper begins at
/// depth `offset + slope * t`.
private struct EdgeLine {
    var offset: Double
    var slope: Double

    static let atTheRim = EdgeLine(offset: 0, slope: 0)

    /// The straight line that most steps agree on (least median of pairs, then the mean of those near it), or nil
    /// where fewer than `share` of `count` places agree.
    init?(through steps: [(place: Double, depth: Double)], count: Int, share: Double = 0.55) {
        guard Double(steps.count) >= share * Double(count), steps.count >= 8 else { return nil }
        var best: (line: EdgeLine, agreeing: Int)?
        // Pairs far apart, in a fixed order: the same picture gives the same line.
        let third = steps.count / 3
        for index in stride(from: 0, to: third, by: max(1, third / 40)) {
            for other in stride(from: steps.count - 1, to: steps.count - 1 - third, by: -max(1, third / 40)) {
                let slope = (steps[other].depth - steps[index].depth) / (steps[other].place - steps[index].place)
                guard abs(slope) < 0.3 else { continue }
                let line = EdgeLine(offset: steps[index].depth - slope * steps[index].place, slope: slope)
                let agreeing = steps.count { abs(line.depth(at: $0.place) - $0.depth) <= 2 }
                if agreeing > best?.agreeing ?? 0 { best = (line, agreeing) }
            }
        }
        guard let best, Double(best.agreeing) >= share * Double(count) else { return nil }
        self = best.line
    }

    init(offset: Double, slope: Double) {
        self.offset = offset
        self.slope = slope
    }

    func depth(at place: Double) -> Double { offset + slope * place }
}

/// A small gray picture without print, in which paper is told from what it lies on.
private struct PaperMap {
    let width: Int
    let height: Int
    let shades: [UInt8]

    /// Steps towards the light that are paper's edge, seen from one side: `lines` scan lines, `depth` pixels deep.
    func edge(lines: Int, depth: Int, shade: (_ line: Int, _ depth: Int) -> UInt8) -> EdgeLine? {
        var steps: [(place: Double, depth: Double)] = []
        for line in 0..<lines {
            if let depth = firstStep(depth: depth / 2, shade: { Double(shade(line, $0)) }) {
                steps.append((Double(line), Double(depth)))
            }
        }
        return EdgeLine(through: steps, count: lines)
    }

    /// Where all that lies before is clearly darker than what comes next, and what comes next lasts.
    private func firstStep(depth: Int, shade: (Int) -> Double) -> Int? {
        let reach = 6
        var brightestBefore = shade(0)
        for place in 2..<max(depth, 3) {
            brightestBefore = max(brightestBefore, shade(place - 2))
            let inside = min(shade(place + 2), shade(place + reach))
            // Sheets are lighter than what they lie on by a quarter; shadows that fall on a sheet fade in slowly.
            if inside > 60, brightestBefore * 1.25 < inside { return place }
        }
        return nil
    }
}

extension Picture {
    /// The sheet's outline on a gray picture, or nil where the picture is all paper, or paper cannot be told from
    /// what it lies on. Cheap: it looks at a copy some 300 pixels wide.
    func paperOutline() -> PaperOutline? {
        let reduction = 300 / Double(max(min(width, height), 1))
        guard depth == 8, reduction < 1, let map = paperMap(reduction: reduction) else { return nil }
        let (w, h) = (map.width, map.height)
        let left = map.edge(lines: h, depth: w) { line, depth in map.shades[line * w + depth] }
        let right = map.edge(lines: h, depth: w) { line, depth in map.shades[line * w + w - 1 - depth] }
        let top = map.edge(lines: w, depth: h) { line, depth in map.shades[depth * w + line] }
        let bottom = map.edge(lines: w, depth: h) { line, depth in map.shades[(h - 1 - depth) * w + line] }
        guard left != nil || right != nil || top != nil || bottom != nil else { return nil }
        let (l, r) = (left ?? .atTheRim, right ?? .atTheRim)
        let (t, b) = (top ?? .atTheRim, bottom ?? .atTheRim)
        // Each corner is where a standing line x = p + q y meets a lying one y = u + v x.
        func corner(_ side: EdgeLine, _ isRight: Bool, _ end: EdgeLine, _ isBottom: Bool) -> PaperOutline.Point {
            let (p, q) = isRight ? (Double(w - 1) - side.offset, -side.slope) : (side.offset, side.slope)
            let (u, v) = isBottom ? (Double(h - 1) - end.offset, -end.slope) : (end.offset, end.slope)
            let x = (p + q * u) / (1 - q * v)
            return PaperOutline.Point(x: x / reduction, y: (u + v * x) / reduction)
        }
        let outline = PaperOutline(corners: [
            corner(l, false, t, false), corner(r, true, t, false), corner(r, true, b, true), corner(l, false, b, true),
        ])
        return outline.isPlausible(in: width, height) ? outline : nil
    }

    /// Print is swallowed by the paper around it, so that every step left is one of paper or light.
    private func paperMap(reduction: Double) -> PaperMap? {
        guard let small = Picture(pixScaleAreaMap(pix, Float(reduction), Float(reduction))),
            let plain = Picture(pixCloseGray(small.pix, 7, 7)),
            let calm = Picture(pixMedianFilter(plain.pix, 2, 2))
        else { return nil }
        return PaperMap(width: calm.width, height: calm.height, shades: calm.samples())
    }

    /// 8-bit samples, row by row.
    func samples() -> [UInt8] {
        let (width, height) = (width, height)
        let wordsPerLine = Int(pixGetWpl(pix))
        guard depth == 8, let words = pixGetData(pix) else { return [] }
        return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for row in 0..<height {
                let line = words + row * wordsPerLine
                for column in 0..<width {
                    // Leptonica packs bytes into words from the most significant end.
                    buffer[row * width + column] = UInt8(
                        truncatingIfNeeded: line[column >> 2] >> (24 - 8 * (column & 3)))
                }
            }
            count = width * height
        }
    }
}
