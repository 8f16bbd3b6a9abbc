internal import CTesseract

extension Picture {
    /// Specks of this bilevel page that are what remains of faint letters, typed with a worn ribbon beside a form's
    /// bold print: in the gray page, where they are no longer cut off, they hang together as high as letters are.
    ///
    /// - Parameter gray: The same page, stretched.
    /// - Returns: A mask of faint letters, the picture's size; nil for a page without shades.
    func faintLetters(of gray: borrowing Picture) -> Picture? {
        guard gray.depth == 8, let shades = Picture(pixThresholdToBinary(gray.pix, Self.faintBound)),
            let hanging = Picture(pixSeedfillBinary(nil, pix, shades.pix, 8)),
            let letters = Picture(pixCreate(Int32(width), Int32(height), 1)),
            let boxes = pixConnCompBB(hanging.pix, 8)
        else { return nil }
        defer {
            var boxes: UnsafeMutablePointer<Boxa>? = boxes
            boxaDestroy(&boxes)
        }
        var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        for index in 0..<boxaGetCount(boxes) where boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 {
            guard Self.letterHeights.contains(Int(height)), width <= 20 * height,
                let inked = pixels(x, y, width, height), let shaded = hanging.pixels(x, y, width, height),
                Double(inked) <= 0.55 * Double(shaded)
            else { continue }
            pixRasterop(letters.pix, x, y, width, height, PIX_SRC | PIX_DST, hanging.pix, x, y)
        }
        return letters
    }

    /// On a stretched page, what is darker than this and hangs on ink is ink, too.
    static var faintBound: Int32 { 210 }
    /// Letters of 6 to 24 points at 300 dpi.
    private static var letterHeights: ClosedRange<Int> { 16...90 }

    /// Black pixels in a box.
    private func pixels(_ x: Int32, _ y: Int32, _ width: Int32, _ height: Int32) -> Int32? {
        var region = boxCreate(x, y, width, height)
        defer { boxDestroy(&region) }
        var count: Int32 = 0
        return pixCountPixelsInRect(pix, region, &count, nil) == 0 ? count : nil
    }
}
