package import Dossiers
import Foundation

/// A model of plain texts: counts, which can be learned and unlearned at any time, and the layer that
/// training fitted on top of them.
package struct PlainModel: Sendable {
    package var name: String
    package var version: String
    private(set) var labels: [String]
    private(set) var keys: KeyTable
    private(set) var counts: PlainCounts
    /// Weights of the features known when it was fitted; later ones have none until the next training.
    let layer: QuantizedLayer
    /// What was learned since the layer was fitted, as differences of log-count ratios, is small against it.
    private var weighting: PlainWeighting
    /// See `softmax`.
    var sharpness = 1.0
    /// Whether the label that scored best is right.
    var check: LogisticRegression?
    /// Promised error rate -> the least probability that kept it on held-out texts.
    var thresholds: [Double: Double] = [:]

    init(
        name: String, version: String, labels: [String], keys: KeyTable, counts: PlainCounts, layer: QuantizedLayer
    ) {
        self.name = name
        self.version = version
        self.labels = labels
        self.keys = keys
        self.counts = counts
        self.layer = layer
        weighting = PlainWeighting(counts)
    }

    init(name: String, version: String, labels: [String], keys: KeyTable, counts: PlainCounts, layer: LinearLayer) {
        self.init(
            name: name, version: version, labels: labels, keys: keys, counts: counts, layer: QuantizedLayer(layer))
    }

    package var identifier: String { "\(name)/\(version)" }
    package var texts: Int { counts.allTexts }
    package var labelCount: Int { labels.count }
    package var featureCount: Int { counts.features }

    package var settingsInWords: String {
        "words and pairs of words, both also without marks; log-count ratios of Naive Bayes, sharpened by a linear "
            + "support vector machine over damped, rarity-weighted counts of length 1"
    }

    /// See `Model.threshold`.
    package func threshold(promising errorRate: Double) -> Double? {
        thresholds.filter { $0.key <= errorRate }.max { $0.key < $1.key }?.value
    }

    /// - Complexity: about 0.1 ms a page.
    package func predict(_ text: String) -> Prediction {
        var text = text
        return text.withUTF8 { predict($0) }
    }

    package func predict(_ text: UnsafeBufferPointer<UInt8>) -> Prediction {
        prediction(of: text, weighing: false).prediction
    }

    /// - Parameter weighing: Whether words against are wanted as well.
    private func prediction(
        of text: UnsafeBufferPointer<UInt8>, weighing: Bool
    ) -> (prediction: Prediction, reasons: Reasons) {
        let known = known(in: text)
        let row = weighting.weights(known.row)
        let scores = layer.scores(of: row).map(Double.init)
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let shares = softmax(scores, sharpness: sharpness)
        let probability = Self.probability(shares[order[0]], scores: scores, order: order, check: check)
        let left = (1 - probability) / max(1 - shares[order[0]], 1e-9)
        let others = order.dropFirst().prefix(4).map {
            Prediction.Alternative(label: labels[$0], probability: min(probability, shares[$0] * left))
        }
        let leads = leads(of: row, for: order[0], against: order.count > 1 ? order[1] : order[0])
        let reasons = Reasons(weights: leads, limit: 6, weighing: weighing) { number in
            Self.words(known.text.span(of: known.places[number]), of: text)
        }
        let prediction = Prediction(
            label: labels[order[0]], probability: probability, alternatives: Array(others), because: reasons.because)
        return (prediction, reasons)
    }

    /// That the best label is right, 0…1.
    static func probability(
        _ share: Double, scores: [Double], order: [Int], check: LogisticRegression?
    ) -> Double {
        check?.probability(measures(of: scores, share: share, order: order)) ?? share
    }

    /// What `check` goes by.
    static func measures(of scores: [Double], share: Double, order: [Int]) -> [Double] {
        let lead = order.count > 1 ? scores[order[0]] - scores[order[1]] : 1
        return [lead, min(max(scores[order[0]], -1.5), 1.5), log(max(share, 1e-6))]
    }

    /// Features that the layer knows, in the order of the text, with how often they stand in it; and their numbers in
    /// the text.
    private func known(
        in text: UnsafeBufferPointer<UInt8>
    ) -> (row: [(feature: Int, times: Int)], places: [Int], text: TextFeatures) {
        var features = TextFeatures()
        features.take(text, keepsSpans: true)
        var numbers: [Int32] = []
        numbers.reserveCapacity(features.keys.count)
        keys.numbers(of: features.keys, into: &numbers)
        let end = layer.features
        let places = numbers.indices.filter { numbers[$0] >= 0 && numbers[$0] < end }
        let row = places.map { (feature: Int(numbers[$0]), times: Int(features.times[$0])) }
        return (row, places, features)
    }

    /// By feature of the row: how much it says for one label and against another.
    private func leads(of row: [(feature: Int, weight: Float)], for one: Int, against other: Int) -> [Double] {
        one == other ? [] : row.map { Double($0.weight * layer.lead(of: $0.feature, from: one, to: other)) }
    }

    /// How a feature is written in the text, in lower case.
    private static func words(_ span: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: text[span].map { $0 < 0x21 ? 0x20 : $0 }, as: UTF8.self).lowercased()
    }
}

extension PlainModel {
    /// With the words that speak for the label, and those that speak for the next likely one instead.
    package func explain(_ text: String) -> Prediction {
        var text = text
        let (prediction, reasons) = text.withUTF8 { self.prediction(of: $0, weighing: true) }
        var explained = prediction
        explained.weighed = reasons.weighed
        return explained
    }
}

extension PlainModel {
    /// Adds a person's word on a text to the counts. The layer follows at the next training.
    package mutating func learn(_ example: LabeledText) {
        if !labels.contains(example.label) { labels.append(example.label) }
        guard let label = labels.firstIndex(of: example.label) else { return }
        _ = counts.change(row(of: example.text, registering: true), label: label, learning: true)
    }

    /// Takes back what `learn` added: the counts are the same, bit for bit, as if it had never been learned.
    ///
    /// - Throws: `ModelError.neverLearned`, and changes nothing, where the text was not learned so.
    package mutating func unlearn(_ example: LabeledText) throws {
        let row = row(of: example.text, registering: false)
        guard !row.isEmpty, isWholly(known: example.text), let label = labels.firstIndex(of: example.label),
            counts.change(row, label: label, learning: false)
        else { throw ModelError.neverLearned }
    }

    /// Whether every feature of a text is known; where rare ones were left out of the counts, that cannot be asked.
    private func isWholly(known text: String) -> Bool {
        guard counts.allTexts < PlainTrainer.manyTexts else { return true }
        var text = text
        var isKnown = true
        text.withUTF8 { PlainFeatures().features(of: $0) { if keys.number(of: $0) == nil { isKnown = false } } }
        return isKnown
    }

    private mutating func row(of text: String, registering: Bool) -> [(feature: Int, times: UInt32)] {
        var keysOfText: [UInt32] = []
        var text = text
        text.withUTF8 { PlainFeatures().features(of: $0) { keysOfText.append($0) } }
        var times: [Int: UInt32] = [:]
        for key in keysOfText {
            guard let number = registering ? keys.register(key) : keys.number(of: key) else { continue }
            times[number, default: 0] += 1
        }
        return times.sorted { $0.key < $1.key }.map { (feature: $0.key, times: $0.value) }
    }
}
