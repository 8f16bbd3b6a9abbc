import Dossiers

/// One reading of a field: where from, and how well it stands up.
struct Candidate {
    /// How the place of the value was known.
    enum Source: Int, Comparable {
        /// By labels that forms have in common.
        case labels
        /// By the form's own wording.
        case form

        static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
    }

    var field: ExtractedField
    var source: Source

    init(field: ExtractedField, source: Source) {
        self.field = field
        self.source = source
    }

    /// A value that could be read, or marks that could not.
    init?(_ name: FieldName, in answer: Answer, source: Source, rules: FieldRules) {
        self.source = source
        if let value = rules.rule(for: name).value(in: answer), let first = value.pieces.first,
            let box = Answer.box(of: value.pieces)
        {
            // A value is as sure as its least sure word.
            let confidence = value.pieces.map(\.confidence).min() ?? 0
            field = ExtractedField(
                name: name, value: value.text, confidence: confidence * answer.likeness * value.soundness,
                page: first.page, box: box)
            return
        }
        // Marks beside a label that the recogniser could make nothing of: a person keys them in.
        let marks = answer.firstColumn.withoutLeaders
        let confidence = Answer.confidence(of: marks)
        guard marks.count > 1, confidence < Self.handwritingConfidence, let first = marks.first,
            let box = Answer.box(of: marks)
        else { return nil }
        field = ExtractedField(
            name: name, value: nil, confidence: confidence, page: first.page, box: box, isHandwritten: true)
    }

    /// Print is read with a mean confidence of 0.8 and more, handwriting with less than a half.
    private static let handwritingConfidence = 0.5
}
