internal import CTesseract

extension Picture {
    /// Ink of one darkness: what a worn ribbon typed beside a form's bold print becomes as black as that print, as the
    /// recogniser judges a line by the darkest of it. Expects a stretched page.
    func withEvenInk() -> Picture? {
        guard depth == 8, let faint = binarized()?.faintLetters(of: self),
            let around = Picture(pixDilateCompBrick(nil, faint.pix, 9, 9)), let darker = darkened(),
            let even = Picture(pixCopy(nil, pix)),
            pixCombineMasked(even.pix, darker.pix, around.pix) == 0
        else { return same() }
        return even
    }

    private func darkened() -> Picture? {
        let tile = 8
        guard let darkest = Picture(pixScaleGrayMinMax(pix, Int32(tile), Int32(tile), Int32(L_CHOOSE_MIN))),
            let around = Picture(pixErodeGray(darkest.pix, 7, 5)),
            let smooth = Picture(pixBlockconv(around.pix, 2, 2)),
            let gains = smooth.gains(),
            let inverse = Picture(pixInvert(nil, pix)),
            let darkened = Picture(pixApplyInvBackgroundGrayMap(inverse.pix, gains.pix, Int32(tile), Int32(tile)))
        else { return nil }
        return Picture(pixInvert(nil, darkened.pix))
    }

    /// By how many 256ths the depth of ink is to grow where this is the shade of the darkest ink around.
    private func gains() -> Picture? {
        guard let gains = Picture(pixCreate(Int32(width), Int32(height), 16)) else { return nil }
        var value: UInt32 = 0
        for y in 0..<Int32(height) {
            for x in 0..<Int32(width) {
                pixGetPixel(pix, x, y, &value)
                let depth = 255 - Double(value)
                let gain = depth < 40 ? 1 : min(max(225 / depth, 1), 2.5)
                pixSetPixel(gains.pix, x, y, UInt32(gain * 256))
            }
        }
        return gains
    }
}
