/// A full date of birth. Forms also take a bare year; that is no date and stays unread.
struct DateOfBirthRule: FieldRule {
    let asked: Asked = .dateOfBirth

    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue? {
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
