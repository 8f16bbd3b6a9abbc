internal import CTesseract
import Dossiers

/// A part of a page that looks like a code: dense black and white, neither print nor paper.
struct CodePatch {
    /// Pixels of the page, with room for the quiet zone.
    var box: PixelBox
    /// How dark it is between the lightest and the darkest in it, 0…1. Codes have 0.36 to 0.6, print 0.2 to 0.3.
    var darkness: Double

    /// As a QR code stands, or a barcode that leans.
    var isSquare: Bool { 2 * box.width < 3 * box.height && 2 * box.height < 3 * box.width }
}

extension Picture {
    /// Dots per inch at which patches are looked for: modules melt into gray there, letters hardly.
    private static let patchResolution = 75.0
    /// Pixels at that resolution: 2.7 mm of quiet zone.
    private static let quietZone = 8
    private static let mostPatches = 16

    /// Patches of an 8-bit page, those that look most like a code first.
    ///
    /// Costs 0.01 to 0.02 s a page.
    func codePatches(resolution: Int) -> [CodePatch] {
        let factor = min(1, Self.patchResolution / Double(max(resolution, 1)))
        guard let small = Picture(pixScaleAreaMap(pix, Float(factor), Float(factor))), let dense = small.denseParts()
        else { return [] }
        var masks: UnsafeMutablePointer<Pixa>?
        var boxes = pixConnComp(dense.pix, &masks, 8)
        defer {
            boxaDestroy(&boxes)
            pixaDestroy(&masks)
        }
        let patches = (0..<boxaGetCount(boxes)).compactMap { index -> CodePatch? in
            var x: Int32 = 0
            var y: Int32 = 0
            var width: Int32 = 0
            var height: Int32 = 0
            guard boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0,
                let mask = Picture(pixaGetPix(masks, index, Int32(L_CLONE))),
                let darkness = small.darkness(under: mask, x: x, y: y), (0.33...0.8).contains(darkness)
            else { return nil }
            let part = PixelBox(
                x: Int(x) - Self.quietZone, y: Int(y) - Self.quietZone, width: Int(width) + 2 * Self.quietZone,
                height: Int(height) + 2 * Self.quietZone)
            return CodePatch(
                box: part.scaled(by: 1 / factor).within(width: self.width, height: self.height), darkness: darkness)
        }
        return Array(patches.sorted { $0.darkness > $1.darkness }.prefix(Self.mostPatches))
    }

    /// Bilevel: where black and white stand close together over 5 mm and more.
    private func denseParts() -> Picture? {
        guard let lightest = Picture(pixDilateGray(pix, 5, 5)), let darkest = Picture(pixErodeGray(pix, 5, 5)),
            let contrast = Picture(pixSubtractGray(nil, lightest.pix, darkest.pix)),
            let flat = Picture(pixThresholdToBinary(contrast.pix, 90)), let busy = Picture(pixInvert(nil, flat.pix))
        else { return nil }
        return Picture(pixMorphSequence(busy.pix, "c7.7 + o15.15", 0))
    }

    private func darkness(under mask: borrowing Picture, x: Int32, y: Int32) -> Double? {
        var dark: Float = 0
        var light: Float = 0
        var mean: Float = 0
        guard pixGetRankValueMasked(pix, mask.pix, x, y, 1, 0.03, &dark, nil) == 0,
            pixGetRankValueMasked(pix, mask.pix, x, y, 1, 0.97, &light, nil) == 0,
            pixGetAverageMasked(pix, mask.pix, x, y, 1, Int32(L_MEAN_ABSVAL), &mean) == 0, light > dark
        else { return nil }
        return Double((light - mean) / (light - dark))
    }
}

extension PixelBox {
    /// What of it lies on a page of this size.
    func within(width: Int, height: Int) -> PixelBox {
        let left = min(max(x, 0), width)
        let top = min(max(y, 0), height)
        return PixelBox(
            x: left, y: top, width: min(max(right, left), width) - left, height: min(max(bottom, top), height) - top)
    }
}
