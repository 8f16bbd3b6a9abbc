import Dossiers

/// Puts what a card says in signs made for machines in the place of what was read, where the card is that person's: by its
/// number, or by the name. Such signs beat recognition; a card of somebody else's changes nothing.
struct CardMatch {
    let cards: [IdentityCard]
    /// What the papers ask for; nil where they do not say.
    let wanted: Set<FieldName>?

    func apply(to fields: inout [FieldName: ExtractedField]) {
        for card in cards {
            if isApplicant(card, fields) {
                setName(.applicantName, card, &fields)
                setNumber(card, &fields)
                if let birth = card.dateOfBirth { set(.applicantDateOfBirth, birth, card, &fields) }
                mendAddress(card, &fields)
                continue
            }
            for name in [FieldName.childName, .deceasedName, .spouseName] where isName(card.name, fields[name]) {
                setName(name, card, &fields)
                if name == .childName, let birth = card.dateOfBirth { set(.childDateOfBirth, birth, card, &fields) }
            }
        }
        proposeOnlyCard(&fields)
    }

    private func isApplicant(_ card: IdentityCard, _ fields: [FieldName: ExtractedField]) -> Bool {
        if let number = fields[.applicantIDNumber]?.value, number.utf8.count == card.idNumber.utf8.count,
            zip(number.utf8, card.idNumber.utf8).count(where: { $0 != $1 }) <= Self.misreadDigits
        {
            return true
        }
        return isName(card.name, fields[.applicantName])
    }

    private func isName(_ name: String, _ field: ExtractedField?) -> Bool {
        guard let read = field?.value else { return false }
        let letters = Array(name.folded.utf8)
        let limit = letters.count / 8
        return EditDistance.between(letters, Array(read.folded.utf8)[...], limit: limit) <= limit
    }

    /// What was read and what the code says are two witnesses where they agree.
    private func set(
        _ name: FieldName, _ value: String, _ card: IdentityCard, _ fields: inout [FieldName: ExtractedField]
    ) {
        guard wanted?.contains(name) ?? true else { return }
        let agrees = fields[name]?.value == value
        fields[name] = ExtractedField(
            name: name, value: value, confidence: agrees ? 0.99 : 0.95, page: card.page, box: card.box)
    }

    /// Letters without marks say nothing that was not read.
    private func setName(_ name: FieldName, _ card: IdentityCard, _ fields: inout [FieldName: ExtractedField]) {
        if card.isNameMarked { set(name, card.name, card, &fields) }
    }

    /// An older number of nine digits is what the form was filled with: it stays.
    private func setNumber(_ card: IdentityCard, _ fields: inout [FieldName: ExtractedField]) {
        if let read = fields[.applicantIDNumber]?.value, read.utf8.count != card.idNumber.utf8.count {
            if read == card.oldNumber { fields[.applicantIDNumber]?.confidence = 0.99 }
            return
        }
        set(.applicantIDNumber, card.idNumber, card, &fields)
    }

    /// The form may give another address than the card; one that is nearly the card's was misread.
    private func mendAddress(_ card: IdentityCard, _ fields: inout [FieldName: ExtractedField]) {
        guard let read = fields[.applicantAddress]?.value, let address = card.address else { return }
        let letters = Array(address.folded.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") })
        let other = Array(read.folded.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") })
        let limit = letters.count / 6
        guard EditDistance.between(letters, other[...], limit: limit) <= limit else { return }
        set(.applicantAddress, address, card, &fields)
    }

    /// A form that cannot be read, with one card beside it: likely the applicant's own, and a person looks.
    private func proposeOnlyCard(_ fields: inout [FieldName: ExtractedField]) {
        guard cards.count == 1, let card = cards.first, card.isNameMarked, let name = fields[.applicantName],
            name.value == nil
        else { return }
        fields[.applicantName] = ExtractedField(
            name: .applicantName, value: card.name, confidence: 0.5, page: card.page, box: card.box)
        if fields[.applicantIDNumber]?.value == nil, wanted?.contains(.applicantIDNumber) ?? true {
            fields[.applicantIDNumber] = ExtractedField(
                name: .applicantIDNumber, value: card.idNumber, confidence: 0.5, page: card.page, box: card.box)
        }
    }

    private static let misreadDigits = 2
}
