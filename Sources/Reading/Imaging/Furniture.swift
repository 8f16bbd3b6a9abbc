internal import CTesseract

extension Picture {
    /// Without leaders, ruled lines and boxes, which are the form's and not the writer's. `ink` is the same page, bilevel.
    func withoutFurniture(ink: borrowing Picture) -> Picture? {
        guard let lines = ink.ruledLines(), let unlined = ink.whitened(under: lines) else { return nil }
        guard let marks = unlined.marks() else { return whitened(under: lines) }
        let leaders = LeaderFinder(marks: marks).leaderMarks()
        guard let dots = mask(of: leaders, margin: 2), let all = Picture(pixOr(nil, lines.pix, dots.pix)) else {
            return nil
        }
        return whitened(under: all)
    }
}
