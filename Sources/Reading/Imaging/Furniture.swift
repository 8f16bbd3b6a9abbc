internal import CTesseract

extension Picture {
    /// Without ruled lines and boxes, leaders and dust, which are the form's and the glass's and not the writer's.
    /// `ink` is the same page, bilevel.
    func withoutFurniture(ink: borrowing Picture) -> Picture? {
        guard let lines = ink.ruledLines(), let unlined = ink.whitened(under: lines) else { return nil }
        guard let marks = unlined.marks() else { return whitened(under: lines) }
        let leaders = LeaderFinder(marks: marks).leaderMarks()
        guard let dots = mask(of: leaders, margin: 2), let furniture = Picture(pixOr(nil, lines.pix, dots.pix)),
            let undotted = unlined.whitened(under: dots), let dust = undotted.dust(among: marks),
            let all = Picture(pixOr(nil, furniture.pix, dust.pix))
        else { return nil }
        return whitened(under: all)
    }
}
