internal import CTesseract

/// How much of a page to read.
package enum ReadingExtent: String, Codable, Hashable, Sendable {
    case wholePage
    /// The first lines, where a form says what it is, for a suggestion at once: words only, without codes.
    case titleZone

    /// A national title, an office, a title of two lines and the first lines that ask for something.
    static let titleLines = 7

    /// Dots per inch at which it is read: titles are in large print, and every step costs by the pixel.
    var resolution: Int { Int(self == .wholePage ? PageScale.recognition : PageScale.title) }
}

extension Picture {
    /// Rows of pixels, from the top of this straightened bilevel page at 300 dpi, that its first lines of print take up.
    func height(ofFirst lines: Int) -> Int {
        let reduction = 4
        guard let small = Picture(pixReduceRankBinaryCascade(pix, 1, 1, 0, 0)),
            let counts = pixCountPixelsByRow(small.pix, nil)
        else { return height }
        defer {
            var counts: UnsafeMutablePointer<Numa>? = counts
            numaDestroy(&counts)
        }
        var inked: Float = 0
        var first: Int?
        var left = lines
        for row in 0..<small.height {
            numaGetFValue(counts, Int32(row), &inked)
            // A few specks make no line.
            if Int(inked) * 200 >= small.width {
                first = first ?? row
            } else if let start = first {
                // Print is at least 2 mm high; a row as high as several lines is leaned on by a drawing.
                if row - start >= 6 { left -= max(1, (row - start) / 20) }
                first = nil
                if left <= 0 { return min(height, (row + 4) * reduction) }
            }
        }
        return height
    }

    /// The top of a picture.
    func top(_ rows: Int) -> Picture? {
        guard rows < height, let box = boxCreate(0, 0, Int32(width), Int32(rows)) else { return same() }
        defer {
            var box: UnsafeMutablePointer<Box>? = box
            boxDestroy(&box)
        }
        return Picture(pixClipRectangle(pix, box, nil))
    }
}
