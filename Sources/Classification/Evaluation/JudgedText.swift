/// A text with a person's word on it, and what a model said.
package struct JudgedText: Hashable, Sendable {
    package var label: String
    package var predicted: String
    /// 0…1.
    package var probability: Double
    /// How well it was read; nil where that does not matter.
    package var reading: ReadingBand?

    package init(label: String, predicted: String, probability: Double, reading: ReadingBand? = nil) {
        self.label = label
        self.predicted = predicted
        self.probability = probability
        self.reading = reading
    }

    package var isRight: Bool { label == predicted }
}
