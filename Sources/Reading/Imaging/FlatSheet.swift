internal import CTesseract
import Foundation

/// Takes places on a sheet that was laid flat back to the picture it was taken from.
package struct FlatSheet {
    /// Pixels of the flat sheet.
    let width: Int
    let height: Int
    // x' = (c0 x + c1 y + c2) / (c6 x + c7 y + 1), y' = (c3 x + c4 y + c5) / (c6 x + c7 y + 1)
    private let coefficients: [Float]

    /// Nil where three corners lie on one line.
    package init?(_ outline: PaperOutline, within limit: (width: Int, height: Int)) {
        width = min(Int(outline.width), limit.width)
        height = min(Int(outline.height), limit.height)
        let (right, bottom) = (Float(width), Float(height))
        guard let flat = ptaCreate(4), let source = ptaCreate(4) else { return nil }
        defer {
            var points: UnsafeMutablePointer<Pta>? = flat
            ptaDestroy(&points)
            points = source
            ptaDestroy(&points)
        }
        for (x, y) in [(0, 0), (right, 0), (right, bottom), (0, bottom)] { ptaAddPt(flat, x, y) }
        for corner in outline.corners { ptaAddPt(source, Float(corner.x), Float(corner.y)) }
        var values: UnsafeMutablePointer<Float>?
        guard getProjectiveXformCoeffs(flat, source, &values) == 0, let values else { return nil }
        defer { lept_free(values) }
        coefficients = Array(UnsafeBufferPointer(start: values, count: 8))
    }

    func source(x: Double, y: Double) -> PaperOutline.Point {
        let c = coefficients.map(Double.init)
        let depth = c[6] * x + c[7] * y + 1
        return PaperOutline.Point(x: (c[0] * x + c[1] * y + c[2]) / depth, y: (c[3] * x + c[4] * y + c[5]) / depth)
    }

    fileprivate func cut(from picture: borrowing Picture) -> Picture? {
        var coefficients = coefficients
        let paper = picture.paper
        guard let whole = Picture(pixProjectiveGray(picture.pix, &coefficients, paper)),
            let box = boxCreate(0, 0, Int32(width), Int32(height))
        else { return nil }
        defer {
            var box: UnsafeMutablePointer<Box>? = box
            boxDestroy(&box)
        }
        return Picture(pixClipRectangle(whole.pix, box, nil))
    }
}

extension Picture {
    /// The sheet alone, its perspective undone.
    func laidFlat(_ sheet: FlatSheet) -> Picture? { sheet.cut(from: self) }
}
