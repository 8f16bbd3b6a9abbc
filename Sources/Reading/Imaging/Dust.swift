internal import CTesseract

extension Picture {
    /// A mask of specks that stand alone on this bilevel page at 300 dpi.
    ///
    /// A dot below (dấu nặng), a full stop or a tone mark is as small, but a letter is never farther from it than its
    /// own height: what has print near it stays, speck or not.
    func dust(among marks: [LeaderFinder.Mark]) -> Picture? {
        let specks = marks.filter { $0.width <= 12 && $0.height <= 12 }
        guard let small = mask(of: specks, margin: 0),
            let print = Picture(pixSubtract(nil, pix, small.pix)),
            let near = Picture(pixDilateCompBrick(nil, print.pix, 61, 41)),
            let alone = Picture(pixSubtract(nil, small.pix, near.pix))
        else { return nil }
        return Picture(pixDilateBrick(nil, alone.pix, 5, 5))
    }
}
