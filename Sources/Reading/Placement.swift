package import Dossiers
import Foundation

/// Takes boxes on the picture that the recogniser saw to the upright page as it was scanned.
package struct Placement {
    /// Pixels of the scan.
    var scan: (width: Int, height: Int)
    /// The sheet on the scan, where it was laid flat first.
    var sheet: FlatSheet?
    /// Recognition pixels per pixel of the sheet.
    var factor: Double
    var turn: QuarterTurn
    /// Degrees, clockwise positive, that the turned sheet leaned by before it was straightened about its middle.
    var skew: Double
    /// Pixels of the straightened picture.
    var seen: (width: Int, height: Int)

    package init(
        scan: (width: Int, height: Int), sheet: FlatSheet?, factor: Double, turn: QuarterTurn, skew: Double,
        seen: (width: Int, height: Int)
    ) {
        self.scan = scan
        self.sheet = sheet
        self.factor = factor
        self.turn = turn
        self.skew = skew
        self.seen = seen
    }

    /// Pixels of the upright page.
    var page: (width: Int, height: Int) { turn.isQuarter ? (scan.height, scan.width) : scan }

    /// What the page's `skew` says: boxes on a sheet that was laid flat are given on the picture as it was taken.
    var statedSkew: Double { sheet == nil ? skew : 0 }

    package func box(_ box: PixelBox) -> PixelBox {
        guard let sheet else { return straightBox(box) }
        let corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)].map {
            place(x: Double($0.0), y: Double($0.1), on: sheet)
        }
        let left = Int(corners.map(\.x).min() ?? 0)
        let top = Int(corners.map(\.y).min() ?? 0)
        return PixelBox(
            x: left, y: top, width: Int(corners.map(\.x).max() ?? 0) - left,
            height: Int(corners.map(\.y).max() ?? 0) - top)
    }

    /// On a page that fills its scan boxes are given as they stand once it is straightened.
    private func straightBox(_ box: PixelBox) -> PixelBox {
        // Straightening may have grown the picture evenly on all sides.
        let x = Double(seen.width) / 2 - Double(page.width) * factor / 2
        let y = Double(seen.height) / 2 - Double(page.height) * factor / 2
        return PixelBox(
            x: Int((Double(box.x) - x) / factor), y: Int((Double(box.y) - y) / factor),
            width: Int(Double(box.width) / factor), height: Int(Double(box.height) / factor))
    }

    private func place(x: Double, y: Double, on sheet: FlatSheet) -> PaperOutline.Point {
        let angle = skew * .pi / 180
        let (dx, dy) = (x - Double(seen.width) / 2, y - Double(seen.height) / 2)
        let turned = turn.isQuarter ? (sheet.height, sheet.width) : (sheet.width, sheet.height)
        let upright = PaperOutline.Point(
            x: (dx * cos(angle) - dy * sin(angle)) / factor + Double(turned.0) / 2,
            y: (dx * sin(angle) + dy * cos(angle)) / factor + Double(turned.1) / 2)
        let onSheet = turn.undone(upright, width: Double(sheet.width), height: Double(sheet.height))
        let onScan = sheet.source(x: onSheet.x, y: onSheet.y)
        return turn.done(onScan, width: Double(scan.width), height: Double(scan.height))
    }
}

extension QuarterTurn {
    /// Whether width and height change places.
    var isQuarter: Bool { self == .right || self == .left }

    /// Where a point of a picture of this size lies after the turn.
    package func done(_ point: PaperOutline.Point, width: Double, height: Double) -> PaperOutline.Point {
        switch self {
        case .none: point
        case .right: PaperOutline.Point(x: height - point.y, y: point.x)
        case .half: PaperOutline.Point(x: width - point.x, y: height - point.y)
        case .left: PaperOutline.Point(x: point.y, y: width - point.x)
        }
    }

    /// Where a point lay before the turn on a picture that had this size then.
    package func undone(_ point: PaperOutline.Point, width: Double, height: Double) -> PaperOutline.Point {
        switch self {
        case .none: point
        case .right: PaperOutline.Point(x: point.y, y: height - point.x)
        case .half: PaperOutline.Point(x: width - point.x, y: height - point.y)
        case .left: PaperOutline.Point(x: width - point.y, y: point.x)
        }
    }
}
