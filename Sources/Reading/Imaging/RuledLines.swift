internal import CTesseract

extension Picture {
    /// A mask of ruled lines and of the walls of tables and digit boxes on a straightened bilevel page at 300 dpi.
    ///
    /// Print of up to 20 points has no straight stroke as long as these, so that letters stay whole.
    func ruledLines() -> Picture? {
        guard let across = Picture(pixMorphSequence(pix, "o70.1", 0)),
            let down = Picture(pixMorphSequence(pix, "o1.60", 0)),
            let lines = Picture(pixOr(nil, across.pix, down.pix))
        else { return nil }
        // A solid black area (a photo, a scanner's edge) is no line: what stays after opening by a square is not touched.
        guard let solid = Picture(pixMorphSequence(pix, "o15.15 + d21.21", 0)),
            let thin = Picture(pixSubtract(nil, lines.pix, solid.pix))
        else { return nil }
        // One pixel more on each side takes the gray edge with it.
        return Picture(pixDilateBrick(nil, thin.pix, 3, 3))
    }

    /// Paper where the mask is black.
    func whitened(under mask: borrowing Picture) -> Picture? {
        guard let copy = Picture(pixCopy(nil, pix)) else { return nil }
        guard pixSetMasked(copy.pix, mask.pix, depth == 1 ? 0 : UInt32(paper)) == 0 else { return nil }
        return copy
    }
}
