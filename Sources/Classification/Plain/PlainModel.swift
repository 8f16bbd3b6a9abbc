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
        let row = weighting.weights(known(in: text))
        let scores = layer.scores(of: row).map(Double.init)
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let shares = softmax(scores, sharpness: sharpness)
        let probability = Self.probability(shares[order[0]], scores: scores, order: order, check: check)
        let left = (1 - probability) / max(1 - shares[order[0]], 1e-9)
        let others = order.dropFirst().prefix(4).map {
            Prediction.Alternative(label: labels[$0], probability: min(probability, shares[$0] * left))
        }
        return Prediction(
            label: labels[order[0]], probability: probability, alternatives: Array(others),
            because: reasons(in: text, row: row, best: order[0], other: order.count > 1 ? order[1] : order[0]))
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

    /// Features that the layer knows, in the order of the text, with how often they stand in it.
    private func known(in text: UnsafeBufferPointer<UInt8>) -> [(feature: Int, times: Int)] {
        var row: [(feature: Int, times: Int)] = []
        row.reserveCapacity(text.count / 4)
        // Open addressing; a text has fewer features than bytes.
        var size = 64
        while size < text.count { size <<= 1 }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { places in
            places.initialize(repeating: -1)
            PlainFeatures().features(of: text) { key in
                guard let number = keys.number(of: key), number < layer.features else { return }
                var slot = (number &* 0x9E37_79B1) >> 7 & (size - 1)
                while places[slot] >= 0, row[Int(places[slot])].feature != number { slot = (slot + 1) & (size - 1) }
                if places[slot] < 0 {
                    places[slot] = Int32(row.count)
                    row.append((number, 1))
                } else {
                    row[Int(places[slot])].times += 1
                }
            }
        }
        return row
    }

    /// The words that set the best label off from the next, strongest first.
    private func reasons(
        in text: UnsafeBufferPointer<UInt8>, row: [(feature: Int, weight: Float)], best: Int, other: Int
    ) -> [String] {
        Reasons.strongest(of: strongest(in: text, row: row, for: best, against: other), limit: 6)
    }

    /// Words that speak for one label and against another, the twelve that weigh most.
    private func strongest(
        in text: UnsafeBufferPointer<UInt8>, row: [(feature: Int, weight: Float)], for one: Int, against other: Int
    ) -> [(words: String, weight: Double)] {
        guard one != other else { return [] }
        var strongest: [(key: UInt32, weight: Float)] = []
        for item in row {
            let lead = item.weight * layer.lead(of: item.feature, from: one, to: other)
            guard lead > 0, strongest.count < 12 || lead > strongest[11].weight else { continue }
            let place = strongest.firstIndex { $0.weight < lead } ?? strongest.count
            strongest.insert((keys.keys[item.feature], lead), at: place)
            if strongest.count > 12 { strongest.removeLast() }
        }
        let words = PlainFeatures.words(of: strongest.map(\.key), in: text)
        return strongest.compactMap { item in words[item.key].map { ($0, Double(item.weight)) } }
    }
}

extension PlainModel {
    /// With the words that speak for the label, and those that speak for the next likely one instead.
    package func explain(_ text: String) -> Prediction {
        var text = text
        return text.withUTF8 { bytes in
            var prediction = predict(bytes)
            guard let next = prediction.alternatives.first, let one = labels.firstIndex(of: prediction.label),
                let other = labels.firstIndex(of: next.label)
            else { return prediction }
            let row = weighting.weights(known(in: bytes))
            prediction.weighed = Reasons.forAndAgainst(
                strongest(in: bytes, row: row, for: one, against: other)
                    + strongest(in: bytes, row: row, for: other, against: one).map { ($0.words, -$0.weight) },
                limit: 6)
            return prediction
        }
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
