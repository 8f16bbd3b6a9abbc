internal import CTesseract

extension Picture {
    /// Paper made evenly white under shadows, yellowing and bleed-through. Bilevel pictures have no paper left to even out.
    func evenlyLit() -> Picture? {
        guard depth == 8 else { return same() }
        guard let even = Picture(pixBackgroundNormSimple(pix, nil, nil)) else { return same() }
        return Picture(pixGammaTRC(nil, even.pix, 1, 60, 215)) ?? even.same()
    }

    /// The shade of most of an 8-bit page: its paper.
    var paper: UInt8 {
        var value: UInt32 = 255
        return pixGetRankValue(pix, 4, 0.5, &value) == 0 ? UInt8(clamping: value) : 255
    }

    /// Ink as black on white: what the steps that look at shapes work on.
    func binarized() -> Picture? {
        guard depth == 8 else { return same() }
        var binary: UnsafeMutablePointer<Pix>?
        // Tiles of 2000 pixels: light is even by now, so that a threshold per large tile follows
        // the scanner's contrast without turning empty tiles into noise.
        guard pixOtsuAdaptiveThreshold(pix, 2000, 2000, 0, 0, 0.1, nil, &binary) == 0 else { return nil }
        return Picture(binary)
    }
}
