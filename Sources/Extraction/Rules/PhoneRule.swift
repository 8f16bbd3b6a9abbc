/// A telephone number, as dialled within the country.
struct PhoneRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        var digits = ""
        var pieces: [FormLine.Piece] = []
        for piece in answer.pieces.withoutLeaders {
            guard let read = Digits.read(piece.text.filter { !".-+()".contains($0) }) else { break }
            digits += read
            pieces.append(piece)
            if let number = PhoneNumber.national(digits: digits) { return FieldValue(text: number, pieces: pieces) }
        }
        return nil
    }
}
