/// A full date. Forms also take a bare year of birth; that is no date and stays unread.
struct DateRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.withoutLeaders
        for end in stride(from: 1, through: min(pieces.count, 8), by: 1) {
            let part = Array(pieces.prefix(end))
            if let date = FormDate.iso(in: part.map(\.text).joined(separator: " ")) {
                return FieldValue(text: date, pieces: part.filter { $0.text.contains(where: \.isNumber) })
            }
        }
        return nil
    }
}
