internal import CTesseract
internal import CZXing
import Dossiers
import Foundation

extension Picture {
    /// QR codes and barcodes on the page; boxes in this picture's pixels.
    ///
    /// Where nothing is found and something looks like a code, it looks once more on the page enlarged and sharpened:
    /// of identity cards' codes at 200 dpi the first look finds less than half.
    func codes() -> [Code] {
        guard let gray = Picture(pixConvertTo8(pix, 0)) else { return [] }
        let found = gray.codesAsTheyAre()
        guard found.isEmpty, gray.mayHoldCode() else { return found }
        guard let large = Picture(pixScaleGrayLI(gray.pix, 2, 2)),
            let sharp = Picture(pixUnsharpMaskingGray(large.pix, 3, 0.7))
        else { return [] }
        return sharp.codesAsTheyAre().map { code in
            var code = code
            code.box = PixelBox(
                x: code.box.x / 2, y: code.box.y / 2, width: code.box.width / 2, height: code.box.height / 2)
            return code
        }
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

    /// Whether a patch of dense black and white, square or wide, stands on the page. Cheap, and errs towards yes.
    private func mayHoldCode() -> Bool {
        guard let small = Picture(pixScaleAreaMap(pix, 0.25, 0.25)),
            let binary = Picture(pixThresholdToBinary(small.pix, 140)),
            let blocks = Picture(pixMorphSequence(binary.pix, "c7.7 + o13.13", 0)),
            let boxes = pixConnCompBB(blocks.pix, 8)
        else { return false }
        defer {
            var boxes: UnsafeMutablePointer<Boxa>? = boxes
            boxaDestroy(&boxes)
        }
        return boxaGetCount(boxes) > 0
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
