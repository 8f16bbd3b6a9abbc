import Foundation

/// A round seal (con dấu): rings around a star or an emblem, over the signature and often over print.
///
/// Left where it is, layout analysis takes the seal, the signature and the lines they touch for one drawing, and the
/// office and the signer's name are lost.
package struct RoundStamp {
    /// Pixels; the middle of the outer ring.
    package var x: Double
    package var y: Double
    package var radius: Double

    /// Seals of offices and companies measure 25 to 45 mm.
    static let radii = 12.5...22.5

    /// The largest circle among the points of one drawing, or nil. Source: Duda and Hart, *Use of the Hough
    /// transformation to detect lines and curves in pictures*, CACM 15, 1972.
    ///
    /// - Parameter millimetre: Pixels.
    /// - Complexity: O(points × radii × circumference).
    package init?(among points: [(x: Int, y: Int)], width: Int, height: Int, millimetre: Double) {
        let ink = PointGrid(points, width: width, height: height)
        var best: (stamp: RoundStamp, coverage: Double)?
        let largest = Int(Self.radii.upperBound * millimetre)
        for radius in Int(Self.radii.lowerBound * millimetre)...largest {
            guard let middle = Self.middle(of: points, radius: radius, width, height) else { continue }
            let stamp = RoundStamp(x: Double(middle.x), y: Double(middle.y), radius: Double(radius))
            let coverage = stamp.coverage(of: ink, radius: Double(radius))
            // Of concentric rings the outer one counts.
            if coverage >= 0.7, coverage >= (best?.coverage ?? 0) - 0.15 { best = (stamp, coverage) }
        }
        guard let best else { return nil }
        self = best.stamp
    }

    init(x: Double, y: Double, radius: Double) {
        self.x = x
        self.y = y
        self.radius = radius
    }

    func scaled(by factor: Double) -> RoundStamp {
        RoundStamp(x: (x + 0.5) * factor, y: (y + 0.5) * factor, radius: (radius + 0.5) * factor)
    }

    /// The place that most circles of this radius around the points run through.
    private static func middle(
        of points: [(x: Int, y: Int)], radius: Int, _ width: Int, _ height: Int
    ) -> (x: Int, y: Int)? {
        let steps = radius * 3
        let circle = (0..<steps).map { step in
            let angle = 2 * Double.pi * Double(step) / Double(steps)
            return (x: Int((Double(radius) * cos(angle)).rounded()), y: Int((Double(radius) * sin(angle)).rounded()))
        }
        var votes = [UInt16](repeating: 0, count: width * height)
        for point in points {
            for offset in circle {
                let (x, y) = (point.x + offset.x, point.y + offset.y)
                if x >= 0, y >= 0, x < width, y < height { votes[y * width + x] += 1 }
            }
        }
        guard let most = votes.indices.max(by: { votes[$0] < votes[$1] }), Int(votes[most]) >= radius * 2 else {
            return nil
        }
        return (most % width, most / width)
    }

    /// Share of directions from the middle in which there is ink at this distance, or a pixel beside it.
    private func coverage(of ink: PointGrid, radius: Double) -> Double {
        let directions = 90
        let met = (0..<directions).count { step in
            let angle = 2 * Double.pi * Double(step) / Double(directions)
            return (-1...1).contains { off in
                let reach = radius + Double(off)
                return ink.has(Int((x + reach * cos(angle)).rounded()), Int((y + reach * sin(angle)).rounded()))
            }
        }
        return Double(met) / Double(directions)
    }
}

private struct PointGrid {
    private let width: Int
    private let height: Int
    private var isSet: [Bool]

    init(_ points: [(x: Int, y: Int)], width: Int, height: Int) {
        self.width = width
        self.height = height
        isSet = [Bool](repeating: false, count: width * height)
        for point in points { isSet[point.y * width + point.x] = true }
    }

    func has(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < width && y < height && isSet[y * width + x]
    }
}
