internal import CTesseract

extension Picture {
    /// Without ruled lines and boxes, leaders, dust and the dots in zeros, which are the form's and the glass's and not the writer's.
    /// `ink` is the same page, bilevel.
    func withoutFurniture(ink: borrowing Picture) -> Picture? {
        guard let lines = ink.ruledLines(on: self), let unlined = ink.whitened(under: lines) else { return nil }
        guard let marks = unlined.marks() else { return whitened(under: lines) }
        let leaders = LeaderFinder(marks: marks).leaderMarks()
        guard let zeroDots = zeroDots(among: marks, on: unlined), let dots = unlined.leaderDots(leaders),
            let undotted = unlined.whitened(under: dots), let dust = undotted.dust(among: marks),
            let litter = Picture(pixOr(nil, dots.pix, dust.pix)), let clear = unlined.sparing(litter, of: self),
            let furniture = Picture(pixOr(nil, lines.pix, clear.pix)),
            let all = Picture(pixOr(nil, furniture.pix, zeroDots.pix))
        else { return nil }
        return whitened(under: all)
    }

    /// Of a mask of litter what is no piece of a faint letter.
    private func sparing(_ litter: borrowing Picture, of gray: borrowing Picture) -> Picture? {
        guard let faint = faintLetters(of: gray) else { return litter.same() }
        return Picture(pixSubtract(nil, litter.pix, faint.pix))
    }

    private func zeroDots(among marks: [LeaderFinder.Mark], on ink: borrowing Picture) -> Picture? {
        guard let dots = ink.mask(of: ZeroDots(marks: marks).dots(), margin: 1) else { return nil }
        guard let blunt = bluntZeroDots(among: marks) else { return dots }
        return Picture(pixOr(nil, dots.pix, blunt.pix))
    }

    /// A mask of leaders on this bilevel page with the blur around each dot, but nothing of the letters that touch it.
    private func leaderDots(_ leaders: [LeaderFinder.Mark]) -> Picture? {
        guard let dots = mask(of: leaders, margin: 0), let around = mask(of: leaders, margin: 2),
            let letters = Picture(pixSubtract(nil, pix, dots.pix)),
            let near = Picture(pixDilateBrick(nil, letters.pix, 3, 3)),
            let bare = Picture(pixSubtract(nil, around.pix, near.pix))
        else { return nil }
        return Picture(pixOr(nil, bare.pix, dots.pix))
    }
}
