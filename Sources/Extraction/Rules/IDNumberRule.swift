/// The number of an identity paper, written in a row, in groups or in boxes, alone or within a phrase
/// (`Căn cước công dân số 0…, do … cấp ngày …`).
struct IDNumberRule: FieldRule {
    let asked: Asked = .idNumber

    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue? {
        for run in Self.runsOfDigits(in: answer.pieces.withoutLeaders) {
            guard let number = IDNumber(digits: run.digits) else { continue }
            return FieldValue(text: number.digits, pieces: run.pieces, soundness: soundness(of: number, in: section))
        }
        return nil
    }

    /// A year of birth that differs from the one written beside it says that a digit was misread.
    private func soundness(of number: IDNumber, in section: PeopleReader.Section) -> Double {
        guard let year = number.birthYear,
            let birth = section.answers.first(where: { $0.asked == .dateOfBirth }),
            let date = FormDate.iso(in: birth.pieces.map(\.text).joined(separator: " "))
        else { return 0.95 }
        return date.hasPrefix("\(year)-") ? 1 : 0.5
    }

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
            if digits.count == 9 || digits.count == 12 { runs.append((digits, [piece])) }
            open.digits += digits
            open.pieces.append(piece)
            if let last = piece.text.last, ",;".contains(last) { close() }
        }
        close()
        return runs
    }
}
