internal import CTesseract
import Dossiers

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
            let components = hanging.components()
        else { return nil }
        for box in components where Self.letterHeights.contains(box.height) && box.width <= 20 * box.height {
            guard Double(ink(in: box)) <= 0.55 * Double(hanging.ink(in: box)) else { continue }
            let (x, y) = (Int32(box.x), Int32(box.y))
            pixRasterop(
                letters.pix, x, y, Int32(box.width), Int32(box.height), PIX_SRC | PIX_DST, hanging.pix, x, y)
        }
        return letters
    }

    /// On a stretched page, what is darker than this and hangs on ink is ink, too.
    static var faintBound: Int32 { 210 }
    /// Letters of 6 to 24 points at 300 dpi.
    private static var letterHeights: ClosedRange<Int> { 16...90 }
}
