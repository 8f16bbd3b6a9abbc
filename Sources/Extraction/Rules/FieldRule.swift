import Dossiers

/// How one field's value is read from what stands beside its label.
protocol FieldRule: Sendable {
    /// Nil where the answer holds no believable value: what cannot be read is absent, not guessed.
    func value(in answer: Answer) -> FieldValue?
}

/// A value with the pieces it was read from.
struct FieldValue {
    var text: String
    var pieces: [FormLine.Piece]
    /// How far it stands up to what is known of such values, 0…1.
    var soundness = 1.0
}

/// The rule of every field.
struct FieldRules: Sendable {
    var places = PlaceNames.none

    /// How values of this name are read, whoever is meant.
    func rule(for name: FieldName) -> any FieldRule {
        switch name {
        case .applicantName, .childName, .deceasedName, .spouseName: NameRule()
        case .applicantIDNumber: IDNumberRule()
        case .applicantDateOfBirth, .childDateOfBirth: DateRule(mendsOnes: true)
        case .documentDate: DateRule()
        case .applicantPhone: PhoneRule()
        case .applicantAddress: AddressRule(places: places)
        case .landParcel, .landMapSheet: ParcelNumberRule()
        case .landArea: ParcelAreaRule()
        case .businessName: BusinessNameRule()
        case .documentNumber: DocumentNumberRule()
        case .documentIssuer: IssuerRule(places: places)
        }
    }
}
