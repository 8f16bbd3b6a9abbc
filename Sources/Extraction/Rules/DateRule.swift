/// A full date. Forms also take a bare year of birth; that is no date and stays unread.
struct DateRule: FieldRule {
    /// Whether ones that were read as sevens are put right in days and months, too.
    var mendsOnes = false

    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        for end in stride(from: 1, through: min(pieces.count, 8), by: 1) {
            let part = Array(pieces.prefix(end))
            let text = part.map(\.text).joined(separator: " ")
            if let date = FormDate.iso(in: text, mendingOnes: mendsOnes) {
                return FieldValue(
                    text: date, pieces: part.filter { $0.text.contains(where: \.isNumber) },
                    soundness: FormDate.isDoubtful(text) ? Self.doubtfulSoundness : 1)
            }
        }
        return nil
    }

    /// Where ones look like sevens, a seven may be either.
    private static let doubtfulSoundness = 0.6
}
