internal import CTesseract

/// A quarter turn, clockwise.
package enum QuarterTurn: Int32, CaseIterable {
    case none = 0
    case right = 1
    case half = 2
    case left = 3

    var degrees: Int { Int(rawValue) * 90 }
    var opposite: QuarterTurn { QuarterTurn(rawValue: (rawValue + 2) % 4) ?? .none }
    /// The quarter turn to the right of this one.
    var next: QuarterTurn { QuarterTurn(rawValue: (rawValue + 1) % 4) ?? .none }
}

/// How a page has to be turned and straightened to stand upright.
struct Posture {
    var turn: QuarterTurn
    var lean: Lean
    /// Whether lines and letters both spoke clearly; where not, the reading itself decides.
    var isSure: Bool
}

extension Picture {
    func turned(_ turn: QuarterTurn) -> Picture? {
        turn == .none ? same() : Picture(pixRotateOrth(pix, turn.rawValue))
    }

    /// How this bilevel page lies: first along which side its lines run, then which way up its letters stand.
    func posture() -> Posture {
        let across = lean()
        guard let sideways = turned(.right) else { return Posture(turn: .none, lean: across, isSure: false) }
        let along = sideways.lean()
        let runsAcross = across.sharpness >= along.sharpness
        let lean = runsAcross ? across : along
        let turn: QuarterTurn = runsAcross ? .none : .right
        guard lean.isClear, let level = runsAcross ? same() : sideways.same(),
            let straight = level.deskewed(by: lean.degrees), let up = straight.upwardness()
        else { return Posture(turn: turn, lean: lean.isClear ? lean : .none, isSure: false) }
        let sharper = max(across.sharpness, along.sharpness) / max(min(across.sharpness, along.sharpness), 0.1)
        return Posture(
            turn: up >= 0 ? turn : turn.opposite, lean: lean, isSure: abs(up) >= 5 && sharper >= 1.3)
    }

    /// Positive where more letters reach above their line than below, as ascenders outnumber descenders, and in
    /// Vietnamese tone marks stand above too; in standard deviations of chance. Nil where too few letters speak.
    ///
    /// Expects a straightened bilevel page with lines across. Source: Bloomberg, Leptonica `flipdetect.c`.
    private func upwardness() -> Double? {
        // Half of 300 dpi tells as much for a quarter of the time.
        guard let small = Picture(pixReduceRankBinaryCascade(pix, 2, 0, 0, 0)) else { return nil }
        var confidence: Float = 0
        guard pixUpDownDetect(small.pix, &confidence, 0, 0, 0) == 0, confidence != 0 else { return nil }
        return Double(confidence)
    }
}
