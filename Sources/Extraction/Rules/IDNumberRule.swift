/// The number of an identity paper, written in a row, in groups or in boxes, alone or within a phrase
/// (`Căn cước công dân số 0…, do … cấp ngày …`).
struct IDNumberRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        if let number = Self.inBoxes(answer.pieces) { return number }
        for run in Self.runsOfDigits(in: answer.pieces.withoutLeaders) {
            guard let number = IDNumber(digits: run.digits) else {
                if let boxed = Self.withoutWall(run.digits), run.pieces.count > 3 {
                    return FieldValue(text: boxed.digits, pieces: run.pieces, soundness: Self.doubtfulSoundness)
                }
                continue
            }
            return FieldValue(
                text: number.digits, pieces: run.pieces,
                soundness: number.digits == run.digits ? 1 : Self.mendedSoundness)
        }
        return nil
    }

    /// A row of boxes whose walls were read with the digits, in one word or several.
    private static func inBoxes(_ pieces: [FormLine.Piece]) -> FieldValue? {
        let row = Array(pieces.prefix { $0.text.contains(where: { Digits.isWall($0) || $0.isNumber }) })
        guard let digits = Digits.inBoxes(row.map(\.text).joined()), let number = IDNumber(digits: digits) else {
            return nil
        }
        return FieldValue(text: number.digits, pieces: row, soundness: mendedSoundness)
    }

    /// `0 2 2 11 8 6 492804`: in a row of boxes one wall was read as a one. The only number that is left without a one.
    private static func withoutWall(_ digits: String) -> IDNumber? {
        guard digits.count == 13 else { return nil }
        let left = Set(
            digits.indices.filter { digits[$0] == "1" }.compactMap { place in
                IDNumber(digits: String(digits[..<place] + digits[digits.index(after: place)...]))
            })
        return left.count == 1 ? left.first : nil
    }

    private static let mendedSoundness = 0.85
    private static let doubtfulSoundness = 0.6

    /// Every word of digits, and every row of words of digits as one number.
    private static func runsOfDigits(in pieces: [FormLine.Piece]) -> [(digits: String, pieces: [FormLine.Piece])] {
        var runs: [(digits: String, pieces: [FormLine.Piece])] = []
        var open = (digits: "", pieces: [FormLine.Piece]())
        func close() {
            if open.pieces.count > 1 { runs.append(open) }
            open = ("", [])
        }
        for piece in pieces {
            guard let digits = Digits.read(piece.text), !piece.text.contains("/") else {
                // The lines between boxes are read as bars.
                if !piece.text.allSatisfy({ "|[]_".contains($0) }) { close() }
                continue
            }
            // `031 195873319` is one number, its place set apart, and not an older one of nine digits.
            let isRest = open.digits.count == 3 && IDNumber(digits: open.digits + digits) != nil
            // Nor are nine digits behind others that were its place and more; a footnote's number has one or two.
            if digits.count == 9 && !isRest && open.digits.count < 3 || digits.count == 12 {
                runs.append((digits, [piece]))
            }
            open.digits += digits
            open.pieces.append(piece)
            if let last = piece.text.last, ",;".contains(last) { close() }
        }
        close()
        return runs
    }
}
