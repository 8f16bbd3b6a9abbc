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

    package var label: String
    /// Calibrated, 0…1.
    package var probability: Double
    /// The next likely ones, best first.
    package var alternatives: [Alternative]
    /// The words that carried the decision, strongest first.
    package var because: [String]

    package init(label: String, probability: Double, alternatives: [Alternative], because: [String]) {
        self.label = label
        self.probability = probability
        self.alternatives = alternatives
        self.because = because
    }
}
