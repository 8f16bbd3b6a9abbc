internal import CTesseract

extension Picture {
    /// Paper of one shade under shadows, yellowing and bleed-through, the sensor's noise calmed.
    /// Bilevel pictures have no paper left to even out.
    func evenlyLit() -> Picture? {
        guard depth == 8 else { return same() }
        guard let even = evenPaper() else { return same() }
        guard let noise = PageTones(of: even)?.noise else { return even.same() }
        // Averaging over a dot of this size leaves strokes, which are 3 pixels wide and more, as they are.
        let radius: Int32 = noise > 4 ? 1 : 0
        return radius == 0 ? even.same() : Picture(pixBlockconv(even.pix, radius, radius))
    }

    /// Paper white and ink black. Expects an evenly lit page.
    func stretched() -> Picture? {
        guard depth == 8, let tones = PageTones(of: self) else { return same() }
        return Picture(pixGammaTRC(nil, pix, 0.9, Int32(tones.ink), Int32(tones.white)))
    }

    /// Every place divided by the paper around it. Paper is what a closing leaves of a reduced picture: print and
    /// drawings narrower than 6 mm vanish in it, and pale print is never taken for dark paper.
    private func evenPaper() -> Picture? {
        let tile = 8
        guard
            let small = Picture(
                pixScaleAreaMapToSize(pix, Int32((width + tile - 1) / tile), Int32((height + tile - 1) / tile))),
            let paper = Picture(pixCloseGray(small.pix, 9, 9)),
            let map = Picture(pixGetInvBackgroundMap(paper.pix, 200, 3, 3))
        else { return nil }
        return Picture(pixApplyInvBackgroundGrayMap(pix, map.pix, Int32(tile), Int32(tile)))
    }

    /// The shade of most of an 8-bit page: its paper.
    var paper: UInt8 {
        var value: UInt32 = 255
        return pixGetRankValue(pix, 4, 0.5, &value) == 0 ? UInt8(clamping: value) : 255
    }

    /// Ink as black on white: what the steps that look at shapes work on. Expects a stretched page.
    func binarized() -> Picture? {
        depth == 8 ? Picture(pixThresholdToBinary(pix, Int32(PageTones.inkBound))) : same()
    }
}

/// Where ink ends and paper begins on an evenly lit page. Samples, 0…255.
private struct PageTones {
    /// On a stretched page, what is darker counts as ink: pale dots of leaders do, the fringe of letters does not.
    static let inkBound = 150

    /// As dark as the page's ink is.
    var ink: Int
    /// What is as light as this, or lighter, is paper.
    var white: Int
    /// Standard deviation of paper.
    var noise: Double

    /// Nil for a page without paper.
    init?(of page: borrowing Picture) {
        guard let histogram = page.histogram() else { return nil }
        let total = histogram.reduce(0, +)
        // Paper is the commonest shade; what is lighter than it is noise alone, and noise is even-handed.
        let upper = histogram.indices.dropFirst(128)
        guard total > 0, let paper = upper.max(by: { histogram[$0] < histogram[$1] }) else { return nil }
        let lighter = histogram[paper...].reduce(0, +)
        guard lighter > 0 else { return nil }
        let squares = zip(0..., histogram[paper...]).reduce(0.0) { $0 + Double($1.0 * $1.0) * $1.1 }
        let noise = (squares / lighter).squareRoot()
        let white = max(paper - Int(max(2.5 * noise, 6)), 140)
        // A quarter of what is darker than paper; the rest is edges of strokes.
        let inked = histogram[..<white].reduce(0, +)
        var darkest = 0.0
        let ink = histogram.indices.first { level in
            darkest += histogram[level]
            return darkest >= 0.25 * inked
        }
        self.white = white
        self.noise = noise
        self.ink = min(ink ?? 60, white - 60)
    }
}

extension Picture {
    /// How many of every 16th pixel have each shade; 8 bits.
    fileprivate func histogram() -> [Double]? {
        guard let numa = pixGetGrayHistogram(pix, 4) else { return nil }
        defer {
            var numa: UnsafeMutablePointer<Numa>? = numa
            numaDestroy(&numa)
        }
        guard let values = numaGetFArray(numa, Int32(L_NOCOPY)) else { return nil }
        return UnsafeBufferPointer(start: values, count: Int(numaGetCount(numa))).map(Double.init)
    }
}
