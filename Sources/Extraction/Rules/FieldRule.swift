/// How one field's value is read from what stands beside its label.
protocol FieldRule {
    var asked: Asked { get }

    /// Nil where the answer holds no believable value: what cannot be read is absent, not guessed.
    func value(in answer: Answer, of section: PeopleReader.Section) -> FieldValue?
}

/// A value with the pieces it was read from.
struct FieldValue {
    var text: String
    var pieces: [FormLine.Piece]
    /// How far it stands up to what is known of such values, 0…1.
    var soundness = 1.0
}
