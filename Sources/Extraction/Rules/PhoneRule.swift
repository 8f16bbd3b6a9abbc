/// A telephone number, as dialled within the country.
struct PhoneRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        var digits = ""
        var pieces: [FormLine.Piece] = []
        for piece in answer.pieces.withoutLeaders {
            // A one that stands apart is read as a letter: `084485481 I`.
            let isLastOne = digits.count == 9 && ["I", "l", "|"].contains(piece.text)
            guard let read = isLastOne ? "1" : Digits.read(piece.text.filter { !".-+()".contains($0) }) else { break }
            digits += read
            pieces.append(piece)
            if let number = PhoneNumber.national(digits: digits) { return FieldValue(text: number, pieces: pieces) }
        }
        // Every number begins with a nought, which a leader or a colon before it may swallow, and which reads as other
        // round digits.
        let rest = digits.count == 10 && "689".contains(digits.prefix(1)) ? String(digits.dropFirst()) : digits
        if rest.count == 9, let number = PhoneNumber.national(digits: "0" + rest) {
            return FieldValue(text: number, pieces: pieces, soundness: Self.mendedSoundness)
        }
        return nil
    }

    private static let mendedSoundness = 0.8
}
