internal import CTesseract

extension Picture {
    /// As many rows to the inch as columns. Faxes have 98 rows and 204 columns (ITU-T T.4), and letters that are half as
    /// high as they were are no letters to the recogniser.
    ///
    /// - Parameter limit: Of pixels; a picture that would pass it loses columns and gains no rows.
    func withSquarePixels(limit: Int) -> Picture? {
        let ratio = columnsToARow
        guard Self.oblong.contains(ratio) || Self.oblong.contains(1 / ratio) else { return same() }
        let growth = max(ratio, 1 / ratio)
        let isTooLarge = Double(width) * Double(height) * growth > Double(limit)
        let (most, least) = isTooLarge ? (1, 1 / growth) : (growth, 1)
        guard let scaled = ratio > 1 ? scaled(across: least, down: most) : scaled(across: most, down: least) else {
            return nil
        }
        let (x, y) = (pixGetXRes(pix), pixGetYRes(pix))
        let stated = isTooLarge ? min(x, y) : max(x, y)
        pixSetResolution(scaled.pix, stated, stated)
        return scaled
    }

    /// By how much rows lie further apart than columns, as the file says; of a fax that says nothing, by its width.
    private var columnsToARow: Double {
        let (x, y) = (Double(pixGetXRes(pix)), Double(pixGetYRes(pix)))
        if x != y, min(x, y) >= Self.leastStated { return x / y }
        return depth == 1 && width == Self.faxWidth && Self.coarseFaxRows.contains(height) ? 204.0 / 98 : 1
    }

    /// Edges need shades; what was black and white is so again.
    private func scaled(across: Double, down: Double) -> Picture? {
        guard depth == 1 else { return Picture(pixScale(pix, Float(across), Float(down))) }
        guard let gray = Picture(pixConvertTo8(pix, 0)),
            let scaled = Picture(pixScale(gray.pix, Float(across), Float(down)))
        else { return nil }
        return Picture(pixThresholdToBinary(scaled.pix, 128))
    }

    /// A tenth is not seen; more than thrice is a slip of whoever wrote the file.
    private static var oblong: ClosedRange<Double> { 1.1...3 }
    /// Dots per inch; pictures of cameras and screens state ratios, or nothing.
    private static var leastStated: Double { 60 }
    private static var faxWidth: Int { 1728 }
    /// Of a page of letter or A4 paper at 98 to the inch.
    private static var coarseFaxRows: ClosedRange<Int> { 1000...1250 }
}
