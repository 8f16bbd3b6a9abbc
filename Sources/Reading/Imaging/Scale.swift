internal import CTesseract

/// How large a page is, and by how much to enlarge it for the recogniser.
struct PageScale {
    /// Dots per inch at which Tesseract's network reads print of 10 to 14 points best.
    static let recognition = 300.0
    /// Dots per inch at which it still reads the large print of titles.
    static let title = 200.0

    /// Dots per inch of the scan, from what the file says where that is believable, else from the page's shape.
    let resolution: Int
    /// Recognition pixels per scan pixel.
    let factor: Double

    init(width: Int, height: Int, stated: Int) {
        // Files often state 72 or 96 for no reason, or nothing. A page of a dossier is A4 or smaller, so its
        // long side gives a resolution that is never too low by much; a believable statement goes first.
        let longSide = Double(max(width, height))
        let asA4 = longSide / 11.69
        let statedInches = stated > 0 ? longSide / Double(stated) : 0
        let believable = stated >= 100 && stated <= 1200 && statedInches >= 2 && statedInches <= 17.5
        let estimate = believable ? Double(stated) : asA4
        resolution = Int(estimate.rounded())
        let wanted = Self.recognition / max(estimate, 1)
        // Enlarging more than threefold invents nothing; near the target, scaling costs more than it gives.
        factor = (0.85...1.2).contains(wanted) ? 1 : min(max(wanted, 0.1), 3)
    }
}

extension Picture {
    /// Enlarged or reduced with smooth edges; bilevel pictures become gray on the way, as edges need shades.
    func scaled(by factor: Double) -> Picture? {
        guard factor != 1 else { return same() }
        let factor32 = Float(factor)
        if depth == 1 {
            if factor < 1 { return Picture(pixScaleToGray(pix, factor32)) }
            guard let gray = Picture(pixConvertTo8(pix, 0)) else { return nil }
            return Picture(pixScaleGrayLI(gray.pix, factor32, factor32))
        }
        return Picture(factor < 1 ? pixScaleAreaMap(pix, factor32, factor32) : pixScaleGrayLI(pix, factor32, factor32))
    }
}
