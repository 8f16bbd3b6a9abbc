internal import CTesseract
import Foundation

/// How lines of text lean on a page.
struct Lean {
    /// Degrees, clockwise positive, up to 15.
    var degrees: Double
    /// How sharply lines stand out at that angle against others; a page of print has 3 and much more.
    var sharpness: Double

    static let none = Lean(degrees: 0, sharpness: 0)
    /// Below this, Leptonica's own caution, the peak is no peak.
    var isClear: Bool { sharpness >= 2.5 }
}

extension Picture {
    /// Expects a bilevel page. Source: Bloomberg, Kopec, Dasari, *Measuring document image skew and
    /// orientation*, SPIE 2422, 1995.
    func lean() -> Lean {
        var angle: Float = 0
        var confidence: Float = 0
        guard pixFindSkewSweepAndSearch(pix, &angle, &confidence, 4, 2, 15, 1, 0.02) == 0 else { return .none }
        return Lean(degrees: Double(-angle), sharpness: Double(confidence))
    }

    /// Straightened about its centre, grown where it must. Paper swings in at the corners: white beside gray paper
    /// would make an edge that Tesseract takes for ink, and the paper for black.
    func deskewed(by skew: Double) -> Picture? {
        guard abs(skew) > 0.05 else { return same() }
        let radians = -skew * .pi / 180
        let across = margin(of: Double(width), beside: Double(height), turning: radians)
        let down = margin(of: Double(height), beside: Double(width), turning: radians)
        let paper: UInt8 = depth == 8 ? self.paper : 0
        guard let framed = Picture(pixAddBorderGeneral(pix, across, across, down, down, UInt32(paper))) else {
            return nil
        }
        return Picture(
            depth == 8
                ? pixRotateAMGray(framed.pix, Float(radians), paper)
                : pixRotate(
                    framed.pix, Float(radians), Int32(L_ROTATE_SHEAR), Int32(L_BRING_IN_WHITE), 0, 0))
    }

    /// Pixels to add on either end of a side so that its corners stay on the picture.
    private func margin(of side: Double, beside other: Double, turning radians: Double) -> Int32 {
        let turned = side * abs(cos(radians)) + other * abs(sin(radians))
        return Int32(max(0, ((turned - side) / 2).rounded(.up)))
    }
}
