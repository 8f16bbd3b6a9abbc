/// What the classifier says of a text.
package struct Prediction: Codable, Hashable, Sendable {
    package struct Alternative: Codable, Hashable, Sendable {
        package var label: String
        /// 0…1.
        package var probability: Double

        package init(label: String, probability: Double) {
            self.label = label
            self.probability = probability
        }
    }

    /// Words of the text and how much they speak for the label, or, below 0, for the next likely one: −1…1, as a share
    /// of what the strongest words say.
    package struct WeighedWords: Codable, Hashable, Sendable {
        package var text: String
        package var weight: Double

        package init(text: String, weight: Double) {
            self.text = text
            self.weight = weight
        }
    }

    package var label: String
    /// Calibrated, 0…1.
    package var probability: Double
    /// The next likely ones, best first.
    package var alternatives: [Alternative]
    /// The words that carried the decision, strongest first.
    package var because: [String]
    /// The words that carried it and those that spoke against, strongest first.
    package var weighed: [WeighedWords]

    package init(
        label: String, probability: Double, alternatives: [Alternative], because: [String],
        weighed: [WeighedWords] = []
    ) {
        self.label = label
        self.probability = probability
        self.alternatives = alternatives
        self.because = because
        self.weighed = weighed
    }
}
