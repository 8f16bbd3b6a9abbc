internal import CTesseract
internal import CZXing
import Dossiers
import Foundation

/// What a look for codes brought. Boxes are in the pixels of the picture that was looked at.
struct FoundCodes {
    var codes: [Code] = []
    /// What looks like a code and gave none: a damaged code, a photo, a stamp.
    var unread: [PixelBox] = []
}

extension Picture {
    /// QR codes and barcodes anywhere on the page.
    ///
    /// First the page as it is, at 300 dpi at most; then, where something dense stands that gave nothing, that patch
    /// enlarged and sharpened, as the small code of an identity card on a soft scan needs it.
    func findCodes(resolution: Int) -> FoundCodes {
        guard let gray = Picture(pixConvertTo8(pix, 0)) else { return FoundCodes() }
        var found = FoundCodes(codes: gray.codesAtReadingSize(resolution: resolution))
        for patch in gray.codePatches(resolution: resolution)
        where !found.codes.contains(where: { $0.box.meets(patch.box) }) {
            let codes = gray.codes(in: patch)
            found.codes += codes
            if codes.isEmpty { found.unread.append(patch.box) }
        }
        return found
    }

    private func codesAtReadingSize(resolution: Int) -> [Code] {
        let factor = 300 / Double(max(resolution, 1))
        guard factor < 0.85, let page = Picture(pixScaleAreaMap(pix, Float(factor), Float(factor))) else {
            return codesAsTheyAre()
        }
        return page.codesAsTheyAre().map { $0.scaled(by: 1 / factor) }
    }

    private func codes(in patch: CodePatch) -> [Code] {
        guard let crop = clipped(to: patch.box) else { return [] }
        for look in patch.isSquare ? CodeLook.square : CodeLook.other {
            guard look.suits(crop), let clear = crop.enlarged(for: look)
            else { continue }
            let codes = clear.codesAsTheyAre().map {
                $0.scaled(by: 1 / look.factor, x: patch.box.x, y: patch.box.y)
            }
            if !codes.isEmpty { return codes }
        }
        return patch.isSquare ? crop.leaningCodes(in: patch) : []
    }

    /// A barcode that leans by more than its rows can bear; quarter turns are zxing's own business.
    private func leaningCodes(in patch: CodePatch) -> [Code] {
        for degrees in [-40, -20, 20, 40] {
            guard
                let turned = Picture(
                    pixRotate(
                        pix, Float(degrees) * .pi / 180, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE),
                        Int32(width), Int32(height)))
            else { continue }
            let codes = turned.codesAsTheyAre()
            // Where exactly matters little; which patch it was does.
            if !codes.isEmpty { return codes.map { Code(symbology: $0.symbology, text: $0.text, box: patch.box) } }
        }
        return []
    }

    func clipped(to box: PixelBox) -> Picture? {
        var region = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
        defer { boxDestroy(&region) }
        return Picture(pixClipRectangle(pix, region, nil))
    }

    private func enlarged(for look: CodeLook) -> Picture? {
        let factor = Float(look.factor)
        let sized =
            look.factor == 1
            ? same() : Picture(factor < 1 ? pixScaleAreaMap(pix, factor, factor) : pixScaleGrayLI(pix, factor, factor))
        guard let large = sized else { return nil }
        return Picture(pixUnsharpMaskingGray(large.pix, look.halfWidth, look.sharpening))
    }

    /// Expects 8 bits of gray.
    private func codesAsTheyAre() -> [Code] {
        let width = self.width
        let height = self.height
        var luminance = [UInt8](repeating: 255, count: width * height)
        let wordsPerLine = Int(pixGetWpl(pix))
        guard let words = pixGetData(pix) else { return [] }
        for row in 0..<height {
            let line = words + row * wordsPerLine
            for column in 0..<width {
                // Leptonica packs bytes into words from the most significant end.
                luminance[row * width + column] = UInt8(
                    truncatingIfNeeded: line[column >> 2] >> (24 - 8 * (column & 3)))
            }
        }
        var list: UnsafeMutablePointer<czxing_code>?
        let count = czxing_read(luminance, Int32(width), Int32(height), Int32(width), &list)
        defer { czxing_free(list, max(count, 0)) }
        guard count > 0, let list else { return [] }
        return UnsafeBufferPointer(start: list, count: Int(count)).map(Code.init)
    }
}

/// One way to make a patch clearer before it is looked at.
private struct CodeLook {
    var factor: Double
    /// Of the unsharp mask, pixels after enlarging.
    var halfWidth: Int32
    var sharpening: Float

    /// What read most of the soft 150-dpi scans of identity cards, each adding some; small, so that all cost little.
    static let square = [
        CodeLook(factor: 2, halfWidth: 3, sharpening: 1.5), CodeLook(factor: 1, halfWidth: 3, sharpening: 1.5),
        CodeLook(factor: 3, halfWidth: 5, sharpening: 0.7), CodeLook(factor: 4, halfWidth: 7, sharpening: 3),
        CodeLook(factor: 0.5, halfWidth: 3, sharpening: 1.5),
    ]
    static let other = [
        CodeLook(factor: 2, halfWidth: 3, sharpening: 1.5), CodeLook(factor: 0.5, halfWidth: 3, sharpening: 1.5),
        // Bars with ragged or bent edges come together when the picture is made small.
        CodeLook(factor: 0.33, halfWidth: 3, sharpening: 1.5),
    ]
    private static let mostPixels = 6_000_000.0
    private static let leastSideWhenReduced = 150.0

    func suits(_ crop: borrowing Picture) -> Bool {
        let (width, height) = (Double(crop.width) * factor, Double(crop.height) * factor)
        return width * height <= Self.mostPixels && (factor >= 1 || max(width, height) >= Self.leastSideWhenReduced)
    }
}

extension Code {
    init(_ code: czxing_code) {
        let bytes = UnsafeRawBufferPointer(start: code.text, count: code.length)
        let xs = [code.x.0, code.x.1, code.x.2, code.x.3].map(Int.init)
        let ys = [code.y.0, code.y.1, code.y.2, code.y.3].map(Int.init)
        let left = xs.min() ?? 0
        let top = ys.min() ?? 0
        self.init(
            symbology: String(cString: code.symbology), text: String(decoding: bytes, as: UTF8.self),
            box: PixelBox(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top))
    }
}
