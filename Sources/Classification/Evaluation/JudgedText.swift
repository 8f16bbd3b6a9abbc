/// A text with a person's word on it, and what a model said.
package struct JudgedText: Hashable, Sendable {
    package var label: String
    package var predicted: String
    /// 0…1.
    package var probability: Double

    package init(label: String, predicted: String, probability: Double) {
        self.label = label
        self.predicted = predicted
        self.probability = probability
    }

    package var isRight: Bool { label == predicted }
}
