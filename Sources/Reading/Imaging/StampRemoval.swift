internal import CTesseract
import Foundation

extension Picture {
    /// Round seals on this bilevel page at 300 dpi. Pages without large drawings cost next to nothing.
    func roundStamps() -> [RoundStamp] {
        let reduction = 4
        guard let small = Picture(pixReduceRankBinaryCascade(pix, 1, 1, 0, 0)) else { return [] }
        var drawings: UnsafeMutablePointer<Pixa>?
        guard let boxes = pixConnComp(small.pix, &drawings, 8) else { return [] }
        defer {
            var boxes: UnsafeMutablePointer<Boxa>? = boxes
            boxaDestroy(&boxes)
            pixaDestroy(&drawings)
        }
        let millimetre = PageScale.recognition / 25.4 / Double(reduction)
        let smallest = Int32(RoundStamp.radii.lowerBound * 2 * millimetre) - 2
        var stamps: [RoundStamp] = []
        var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        for index in 0..<boxaGetCount(boxes)
        where boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 && min(width, height) >= smallest {
            guard let drawing = Picture(pixaGetPix(drawings, index, Int32(L_CLONE))) else { continue }
            let points = drawing.inkPoints()
            // Photographs and filled areas are no outline.
            guard points.count < 20_000, points.count * 3 < drawing.width * drawing.height,
                var stamp = RoundStamp(
                    among: points, width: drawing.width, height: drawing.height, millimetre: millimetre)
            else { continue }
            stamp.x += Double(x)
            stamp.y += Double(y)
            stamps.append(stamp.scaled(by: Double(reduction)))
        }
        return stamps
    }

    /// Places of the black pixels of a bilevel picture.
    private func inkPoints() -> [(x: Int, y: Int)] {
        let wordsPerLine = Int(pixGetWpl(pix))
        guard let words = pixGetData(pix) else { return [] }
        var points: [(x: Int, y: Int)] = []
        for y in 0..<height {
            let line = words + y * wordsPerLine
            for x in 0..<width where line[x >> 5] >> (31 - UInt32(x & 31)) & 1 == 1 { points.append((x, y)) }
        }
        return points
    }

    /// Without the seals, as far as print can be told from them: where the seal is paler than print, all of it goes;
    /// where it is as dark, its rings go. `ink` is the same page, bilevel.
    func without(_ stamps: [RoundStamp], ink: borrowing Picture) -> Picture? {
        guard let copy = Picture(pixCopy(nil, pix)) else { return nil }
        for stamp in stamps {
            let rings = stamp.rings(on: ink)
            let bound = depth == 8 ? stamp.boundBetweenSealAndPrint(on: copy, rings: rings) : nil
            let paper: UInt32 = depth == 8 ? UInt32(self.paper) : 0
            stamp.eachPixel(width: width, height: height) { x, y, distance in
                if let bound {
                    var value: UInt32 = 0
                    pixGetPixel(copy.pix, Int32(x), Int32(y), &value)
                    if Int(value) < bound { return }
                } else {
                    guard let ring = rings.first(where: { $0.contains(Int(distance)) }),
                        !stamp.isCrossed(ring, atX: x, y: y, distance: distance, on: ink)
                    else { return }
                }
                pixSetPixel(copy.pix, Int32(x), Int32(y), paper)
            }
        }
        return copy
    }
}

extension RoundStamp {
    /// Visits the disc.
    fileprivate func eachPixel(width: Int, height: Int, _ visit: (_ x: Int, _ y: Int, _ distance: Double) -> Void) {
        let reach = radius * 1.06
        for row in max(0, Int(y - reach))...max(0, min(height - 1, Int(y + reach))) {
            for column in max(0, Int(x - reach))...max(0, min(width - 1, Int(x + reach))) {
                let distance = hypot(Double(column) - x, Double(row) - y)
                if distance <= reach { visit(column, row, distance) }
            }
        }
    }

    /// Whether a stroke of print runs through the ring here: there is ink on either side of it, or, beside the ring's own
    /// ink, on the near side.
    fileprivate func isCrossed(
        _ ring: ClosedRange<Int>, atX column: Int, y row: Int, distance: Double, on ink: borrowing Picture
    ) -> Bool {
        let (across, down) = ((Double(column) - x) / distance, (Double(row) - y) / distance)
        func hasInk(at reach: Int) -> Bool {
            (-2...2).contains { along in
                var value: UInt32 = 0
                let (px, py) = (
                    x + Double(reach) * across - Double(along) * down, y + Double(reach) * down + Double(along) * across
                )
                pixGetPixel(ink.pix, Int32(px.rounded()), Int32(py.rounded()), &value)
                return value == 1
            }
        }
        let isWithin = hasInk(at: ring.lowerBound - 2)
        let isBeyond = hasInk(at: ring.upperBound + 2)
        if isWithin && isBeyond { return true }
        let depth = Int(distance)
        return isWithin && depth < ring.lowerBound + Self.ringMargin
            || isBeyond && depth > ring.upperBound - Self.ringMargin
    }

    /// Pixels on either side of a ring that go with it.
    private static var ringMargin: Int { 3 }

    /// Distances from the middle, in pixels, at which ink goes nearly all the way round, and three beside each.
    fileprivate func rings(on ink: borrowing Picture) -> [ClosedRange<Int>] {
        let count = Int(radius * 1.06) + 1
        var met = [Int](repeating: 0, count: count)
        let directions = 360
        for reach in Int(radius * 0.3)..<count {
            for step in 0..<directions {
                let angle = 2 * Double.pi * Double(step) / Double(directions)
                var value: UInt32 = 0
                pixGetPixel(
                    ink.pix, Int32(x + Double(reach) * cos(angle)), Int32(y + Double(reach) * sin(angle)), &value)
                met[reach] += Int(value)
            }
        }
        var rings: [ClosedRange<Int>] = []
        for reach in met.indices where Double(met[reach]) > 0.45 * Double(directions) {
            let near = reach - Self.ringMargin...reach + Self.ringMargin
            if let last = rings.last, last.upperBound >= near.lowerBound {
                rings[rings.count - 1] = last.lowerBound...near.upperBound
            } else {
                rings.append(near)
            }
        }
        return rings
    }

    /// The shade halfway between the seal's and that of print within it, or nil where they are much alike.
    fileprivate func boundBetweenSealAndPrint(on page: borrowing Picture, rings: [ClosedRange<Int>]) -> Int? {
        var sealShades: [Int] = []
        var all: [Int] = []
        let paper = Int(page.paper)
        eachPixel(width: page.width, height: page.height) { x, y, distance in
            var value: UInt32 = 0
            pixGetPixel(page.pix, Int32(x), Int32(y), &value)
            guard Int(value) < paper - 30 else { return }
            all.append(Int(value))
            if rings.contains(where: { $0.contains(Int(distance)) }) { sealShades.append(Int(value)) }
        }
        guard sealShades.count > 100 else { return nil }
        // The cores of strokes, not their edges.
        let seal = sealShades.sorted()[sealShades.count / 4]
        let print = all.sorted()[all.count / 50]
        return seal - print >= 25 ? (seal + print) / 2 : nil
    }
}
