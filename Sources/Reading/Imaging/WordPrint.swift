internal import CTesseract
import Dossiers

/// Pictures of single words, to be read by themselves.
extension Picture {
    /// A part of the page in shades of gray, in the white frame without which Tesseract takes print for one.
    func print(in box: PixelBox) -> Picture? {
        guard let part = clipped(to: box.within(width: width, height: height)),
            let gray = Picture(pixConvertTo8(part.pix, 0))
        else { return nil }
        // Room for what leans out, too.
        let margin = Int32(box.height / 2)
        return Picture(pixAddBorderGeneral(gray.pix, margin, margin, margin, margin, 255))
    }

    /// A word's slanted print upright; nil where it is upright as it is.
    func setUpright() -> Picture? {
        let sharpness = Self.slants.map { sharpnessOfColumns(at: $0) }
        guard let sharpest = sharpness.indices.max(by: { sharpness[$0] < sharpness[$1] }), sharpest > 0 else {
            return nil
        }
        return sheared(by: Self.slants[sharpest])
    }

    /// Edges that scanning frayed, smoothed.
    func softened() -> Picture? {
        var kernel = makeGaussianKernel(3, 3, 1.2, 1)
        defer { kernelDestroy(&kernel) }
        return Picture(pixConvolve(pix, kernel, 8, 1))
    }

    /// Radians, upright first; italics lean by some 0.2.
    private static let slants: [Float] = [0, 0.14, 0.2, 0.26]

    /// About the middle row, the top to the left.
    private func sheared(by slant: Float) -> Picture? {
        Picture(pixHShearLI(pix, Int32(height / 2), -slant, Int32(L_BRING_IN_WHITE)))
    }

    /// How abruptly ink begins and ends from one column to the next: most so where stems stand upright.
    private func sharpnessOfColumns(at slant: Float) -> Double {
        guard let turned = slant == 0 ? same() : sheared(by: slant) else { return 0 }
        var sums = pixAverageByColumn(turned.pix, nil, Int32(L_BLACK_IS_MAX))
        defer { numaDestroy(&sums) }
        guard let sums, let values = numaGetFArray(sums, Int32(L_NOCOPY)) else { return 0 }
        let columns = UnsafeBufferPointer(start: values, count: Int(numaGetCount(sums)))
        return zip(columns, columns.dropFirst()).reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    }
}
