internal import Dossiers

extension FormFiller {
    /// A value for a blank that the form gives no phrases for.
    mutating func invented(_ blank: FormBlank) -> String {
        guard let kind = blank.kind else { return "" }
        return personValue(kind, blank.key) ?? dateValue(kind, blank.key) ?? landValue(kind, blank.key)
            ?? officeValue(kind, blank.key) ?? businessValue(kind) ?? wordValue(kind, blank.key) ?? ""
    }

    /// Remembers what a blank says of the fields that results carry.
    mutating func note(_ blank: FormBlank, _ value: String) {
        guard let field = form.fields[blank.key], fields[field] == nil, !value.isEmpty else { return }
        let person = cast.person(form.person(ofKey: blank.key))
        switch field {
        case .applicantName, .childName, .deceasedName, .spouseName: fields[field] = person.name
        case .applicantIDNumber: fields[field] = value.filter(\.isNumber).count == 9 ? value : person.idNumber
        case .applicantDateOfBirth, .childDateOfBirth: fields[field] = person.birth.iso
        case .applicantPhone: fields[field] = person.phone
        case .documentDate: fields[field] = date(ofKey: blank.key, kind: blank.kind).iso
        default: fields[field] = value
        }
    }

    private mutating func date(ofKey key: String, kind: BlankKind?) -> Day {
        kind == .dd ? splitDay(key) : day(key)
    }
}
