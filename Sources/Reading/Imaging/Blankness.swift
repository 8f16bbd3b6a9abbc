internal import CTesseract

extension Picture {
    /// Whether a bilevel page at recognition scale holds nothing a person would want kept.
    func isBlank() -> Bool {
        var inked: Int32 = 0
        guard pixCountPixels(pix, &inked, nil) == 0 else { return false }
        // A page with one short line of print has some 0.02 % of its pixels black.
        guard Double(inked) < 0.003 * Double(width * height), let marks = marks() else { return false }
        // Letters are at least 1.3 mm high; dust is smaller, and the scanner's edge lies at the edge.
        let edge = width / 25
        let letters = marks.filter { mark in
            mark.height >= 15 && mark.height <= 300 && mark.width >= 3 && mark.left > edge && mark.right < width - edge
                && mark.top > edge && mark.bottom < height - edge
        }
        return letters.count < 4
    }
}
