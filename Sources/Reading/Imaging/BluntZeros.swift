internal import CTesseract
import Foundation

extension Picture {
    /// A mask of what stands in the middle of zeros whose dot or slash has run into their sides, as it does on scans of
    /// 150 dots an inch. In shades it still shows, between two paler gaps: no 6, 8 or 9 has gaps on all four sides.
    ///
    /// - Parameter marks: Everything on the page.
    /// - Returns: The picture's size; nil for a page without shades.
    func bluntZeroDots(among marks: [LeaderFinder.Mark]) -> Picture? {
        guard depth == 8, let mask = Picture(pixCreate(Int32(width), Int32(height), 1)) else { return nil }
        for mark in marks where ZeroDots.canBeZero(mark) && mark.right <= width && mark.bottom <= height {
            guard
                let dot = BluntZero(width: mark.width, height: mark.height).dot(darkness: { x, y in
                    var value: UInt32 = 255
                    pixGetPixel(pix, Int32(mark.left + x), Int32(mark.top + y), &value)
                    return 255 - Int(value)
                })
            else { continue }
            pixRasterop(
                mask.pix, Int32(mark.left + dot.x.lowerBound), Int32(mark.top + dot.y.lowerBound), Int32(dot.x.count),
                Int32(dot.y.count), PIX_SET, nil, 0, 0)
        }
        return mask
    }
}

/// A zero with a dot in it, as shades show it: on every way from its middle to its rim, a dot, a paler gap, and the rim.
struct BluntZero {
    /// Pixels.
    let width: Int
    let height: Int

    private static let directions = (0..<16).map { Double($0) * .pi / 8 }

    /// - Parameter darkness: Of a place in the zero's box: 0 (paper) to 255.
    /// - Returns: Where the dot is, in the box; nil where there is none.
    func dot(darkness place: (_ x: Int, _ y: Int) -> Int) -> (x: Range<Int>, y: Range<Int>)? {
        var palestRim = 255
        var darkestGap = 0
        for direction in Self.directions {
            let way = stride(from: 0.3, through: 1.1, by: 0.08).map { radius in
                (radius: radius, dark: darkness(at: radius, direction, place))
            }
            let rim = way.lazy.filter { $0.radius >= 0.7 }.map(\.dark).max() ?? 0
            let gap = way.lazy.filter { $0.radius <= 0.75 }.map(\.dark).min() ?? 255
            guard rim >= 90, gap * 100 <= rim * 88 else { return nil }
            palestRim = min(palestRim, rim)
            darkestGap = max(darkestGap, gap)
        }
        let middle: [Int] = [0.0, 0.12].flatMap { radius in
            Self.directions.map { darkness(at: radius, $0, place) }
        }
        let dot = middle.reduce(0, +) / middle.count
        // The dot of a blunt zero is paler than its rim; what is hardly darker than the gap is noise.
        guard (dot - darkestGap) * 100 >= palestRim * 6 else { return nil }
        return (width * 28 / 100..<width * 72 / 100 + 1, height * 30 / 100..<height * 70 / 100 + 1)
    }

    /// - Parameter radius: 1 is the rim of the oval in the box.
    private func darkness(at radius: Double, _ direction: Double, _ place: (Int, Int) -> Int) -> Int {
        let x = Double(width - 1) / 2 * (1 + radius * cos(direction))
        let y = Double(height - 1) / 2 * (1 + radius * sin(direction))
        return place(min(max(Int(x.rounded()), 0), width - 1), min(max(Int(y.rounded()), 0), height - 1))
    }
}
