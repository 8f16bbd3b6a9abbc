internal import CTesseract
import Dossiers

extension Picture {
    /// A mask of ruled lines and of the walls of tables and digit boxes on a straightened bilevel page at 300 dpi.
    ///
    /// Lines may be broken, and lean by the little that straightening left. Print of up to 20 points has no straight
    /// strokes that long, not even where bold letters run into each other.
    ///
    /// - Parameter gray: The same page with its shades, where it has any: in them a pale letter on a line is whole.
    func ruledLines(on gray: borrowing Picture) -> Picture? {
        guard
            let across = strokes(of: "o100.1", joinedBy: "c61.3", atLeast: (180, 0), atMost: (30_000, 16)),
            let wide = Picture(pixDilateBrick(nil, across.pix, 5, 5)),
            // What stands on a line or reaches through it, be it a dot below, is taller than the line is thick.
            let letters = strokes(higherThan: across, on: gray),
            let horizontal = Picture(pixSubtract(nil, wide.pix, letters.pix)),
            let down = strokes(of: "o1.60", joinedBy: "c3.41", atLeast: (0, 70), atMost: (16, 30_000)),
            let walls = walls(between: across), let upright = Picture(pixOr(nil, down.pix, walls.pix)),
            let vertical = Picture(pixDilateBrick(nil, upright.pix, 5, 5))
        else { return nil }
        return Picture(pixOr(nil, horizontal.pix, vertical.pix))
    }

    /// What is higher than these lines are thick.
    private func strokes(higherThan lines: borrowing Picture, on gray: borrowing Picture) -> Picture? {
        let line = thickness(of: lines)
        guard let inked = Picture(pixMorphSequence(pix, "o1.\(line + 4)", 0)) else { return nil }
        // In shades a letter and the line it stands on are one, so of the line itself nothing is spared.
        guard gray.depth == 8, let shades = Picture(pixThresholdToBinary(gray.pix, Self.faintBound)),
            let high = Picture(pixMorphSequence(shades.pix, "o1.\(line + 10)", 0)),
            let core = Picture(pixDilateBrick(nil, lines.pix, 3, 3)),
            let pale = Picture(pixSubtract(nil, high.pix, core.pix))
        else { return inked }
        return Picture(pixOr(nil, inked.pix, pale.pix))
    }

    /// Straight strokes, joined over gaps (made of two shorter steps, as one of a hundred pixels costs a hundred passes
    /// over the page), of a size between these. A solid black area has no such size.
    private func strokes(
        of opening: String, joinedBy closing: String, atLeast: (width: Int32, height: Int32),
        atMost: (width: Int32, height: Int32)
    ) -> Picture? {
        guard let pieces = Picture(pixMorphCompSequence(pix, opening, 0)),
            let joined = Picture(pixMorphCompSequence(pieces.pix, closing, 0)),
            let long = Picture(
                pixSelectBySize(
                    joined.pix, atLeast.width, atLeast.height, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_GTE), nil))
        else { return nil }
        return Picture(
            pixSelectBySize(
                long.pix, atMost.width, atMost.height, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil))
    }

    /// The walls of boxes for a digit each, which are as high as letters are: straight strokes that reach from one
    /// lying line to the next.
    private func walls(between lines: borrowing Picture) -> Picture? {
        guard let walls = Picture(pixCreate(Int32(width), Int32(height), 1)),
            let strokes = Picture(pixMorphCompSequence(pix, "c1.5 + o1.36", 0)), let components = strokes.components()
        else { return nil }
        for stroke in components where stroke.width <= 16 {
            let (x, y) = (Int32(stroke.x), Int32(stroke.y))
            let (width, height) = (Int32(stroke.width), Int32(stroke.height))
            guard lines.hasInk(x - 2, y - 6, width + 4, 12),
                lines.hasInk(x - 2, y + height - 6, width + 4, 12)
            else { continue }
            pixRasterop(walls.pix, x, y, width, height, PIX_SET, nil, 0, 0)
        }
        return walls
    }

    /// Whether anything of a bilevel picture is black there.
    private func hasInk(_ x: Int32, _ y: Int32, _ width: Int32, _ height: Int32) -> Bool {
        var region = boxCreate(max(x, 0), max(y, 0), width, height)
        defer { boxDestroy(&region) }
        guard let part = Picture(pixClipRectangle(pix, region, nil)) else { return false }
        var isEmpty: Int32 = 1
        return pixZero(part.pix, &isEmpty) == 0 && isEmpty == 0
    }

    /// Pixels, on average, of these lying lines; 0 where there are none.
    private func thickness(of lines: borrowing Picture) -> Int {
        var inked: Int32 = 0
        guard let core = Picture(pixAnd(nil, lines.pix, pix)), pixCountPixels(core.pix, &inked, nil) == 0,
            let components = lines.components()
        else { return 0 }
        let length = components.reduce(0) { $0 + $1.width }
        return length == 0 ? 0 : Int((Double(inked) / Double(length)).rounded(.up))
    }

    /// Paper where the mask is black.
    func whitened(under mask: borrowing Picture) -> Picture? {
        guard let copy = Picture(pixCopy(nil, pix)) else { return nil }
        guard pixSetMasked(copy.pix, mask.pix, depth == 1 ? 0 : UInt32(paper)) == 0 else { return nil }
        return copy
    }
}
