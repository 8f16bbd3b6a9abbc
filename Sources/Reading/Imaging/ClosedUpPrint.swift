internal import CTesseract

/// A row of signs that stood apart, as digits in boxes do, moved together as they stand in ordinary print.
struct ClosedUpPrint: ~Copyable {
    let picture: Picture
    /// Pieces of ink with paper all the way down between them.
    let signs: Int

    /// - Parameter print: One row, in shades of gray, with paper around it.
    /// - Parameter height: Of its digits, pixels.
    init?(_ print: borrowing Picture, height: Int) {
        let pieces = print.columnsOfInk().filter { $0.count > height / Self.thinnest }
        guard let first = pieces.first else { return nil }
        let space = max(height / 5, 2)
        let width = pieces.reduce(0) { $0 + $1.count + space }
        let margin = first.lowerBound
        guard let row = Picture(pixCreate(Int32(width + 2 * margin), Int32(print.height), 8)),
            pixSetAll(row.pix) == 0
        else { return nil }
        var x = margin
        for piece in pieces {
            pixRasterop(
                row.pix, Int32(x), 0, Int32(piece.count), Int32(print.height), PIX_SRC, print.pix,
                Int32(piece.lowerBound), 0)
            x += piece.count + space
        }
        picture = row
        signs = pieces.count
    }

    /// What is narrower than this part of a digit's height is left of a box's wall: a 1 is a fourth as wide as high.
    private static let thinnest = 8
}

extension Picture {
    /// Columns that have ink, from left to right, those without a gap together.
    fileprivate func columnsOfInk() -> [Range<Int>] {
        guard let ink = binarized() else { return [] }
        var counts = pixCountPixelsByColumn(ink.pix)
        defer { numaDestroy(&counts) }
        guard let counts, let values = numaGetFArray(counts, Int32(L_NOCOPY)) else { return [] }
        var found: [Range<Int>] = []
        for x in 0..<Int(numaGetCount(counts)) where values[x] > 0 {
            if let last = found.last, last.upperBound == x {
                found[found.count - 1] = last.lowerBound..<x + 1
            } else {
                found.append(x..<x + 1)
            }
        }
        return found
    }
}
