package import Dossiers
import Foundation

/// Trains on texts of any kind with one label each, in the same way whatever they are.
package struct PlainTrainer: Sendable {
    package var seed: UInt64
    /// Only counts: faster, and less often right.
    package var countsOnly: Bool

    package init(seed: UInt64 = 1, countsOnly: Bool = false) {
        self.seed = seed
        self.countsOnly = countsOnly
    }

    /// - Throws: `ModelError.noTexts` or `.oneLabel`.
    package func train(
        on examples: [LabeledText], name: String, version: String
    ) throws -> (model: PlainModel, heldOut: HeldOut) {
        guard !examples.isEmpty else { throw ModelError.noTexts }
        guard examples.contains(where: { $0.label != examples[0].label }) else { throw ModelError.oneLabel }
        let names = Set(examples.map(\.label)).sorted()
        guard names.count <= Int(UInt16.max) else { throw ModelError.tooManyLabels }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
        let labels = examples.map { numbers[$0.label] ?? 0 }
        var rows = CountedTexts(bytes: examples.reduce(0) { $0 + $1.text.utf8.count })
        for example in examples {
            var text = example.text
            text.withUTF8 { rows.append($0) }
        }
        rows = rows.keeping(texts: examples.count >= Self.manyTexts ? 3 : 1)

        let known = counted(rows, labels: labels, names: names, chosen: Array(examples.indices))
        var model = PlainModel(
            name: name, version: version, labels: names, keys: rows.table, counts: known,
            layer: layer(for: known, rows: rows, labels: labels, chosen: Array(examples.indices)))
        let heldOut = heldOutScores(rows: rows, labels: labels, names: names)
        model.sharpness = calibratedSharpness(of: heldOut.map { ($0.scores, $0.right) })
        let decisions = heldOut.map { text in
            (
                scores: text.scores, shares: softmax(text.scores, sharpness: model.sharpness), right: text.right,
                order: text.scores.indices.sorted { (text.scores[$0], $1) > (text.scores[$1], $0) }
            )
        }
        model.check = LogisticRegression(
            fitting: decisions.map { decision in
                LogisticRegression.Sample(
                    measures: PlainModel.measures(
                        of: decision.scores, share: decision.shares[decision.order[0]], order: decision.order),
                    isRight: decision.order[0] == decision.right, weight: 1 / Double(decisions.count))
            }, penalty: 0.001)
        let judged = decisions.map { decision in
            JudgedText(
                label: names[decision.right ?? 0], predicted: names[decision.order[0]],
                probability: PlainModel.probability(
                    decision.shares[decision.order[0]], scores: decision.scores, order: decision.order,
                    check: model.check))
        }
        for rate in Coverage.promises {
            model.thresholds[rate] = Coverage(of: judged, errorRate: rate)?.threshold
        }
        return (model, HeldOut(known: judged, strangers: []))
    }

    private func counted(_ rows: CountedTexts, labels: [Int32], names: [String], chosen: [Int]) -> PlainCounts {
        PlainCounts(of: rows, labelOfRow: labels, labels: names.count, chosen: chosen)
    }

    private func layer(
        for counts: PlainCounts, rows: CountedTexts, labels: [Int32], chosen: [Int]
    ) -> LinearLayer {
        var layer = LinearLayer(classes: counts.labelTexts.count, features: counts.features)
        guard !countsOnly else {
            layer.takeRatios(of: counts, scale: 1)
            return layer
        }
        layer.takeRatios(of: counts, scale: Self.weightOfCounts)
        layer.fit(
            PlainWeighting(counts).weights(of: rows), labels: labels, rows: chosen,
            LinearLayer.Fitting(cost: Self.cost, rounds: Self.rounds, seed: seed))
        return layer
    }

    /// What models say of texts that they have not seen. Of many texts the last fifth of each label's is held
    /// out, which are the newest where texts stand in the order of time; of few, each fifth in turn.
    private func heldOutScores(
        rows: CountedTexts, labels: [Int32], names: [String]
    ) -> [(scores: [Double], right: Int?)] {
        let folds = folds(of: labels, names: names)
        let least = labels.count < Self.manyTexts ? 1 : 5
        var results: [(scores: [Double], right: Int?)] = []
        for fold in folds {
            let held = Set(fold)
            let chosen = labels.indices.filter { !held.contains($0) }
            let counts = counted(rows, labels: labels, names: names, chosen: chosen)
            let layer = layer(for: counts, rows: rows, labels: labels, chosen: chosen)
            let weighting = PlainWeighting(counts)
            let holding = (0..<counts.features).map { counts.textsHolding($0) }
            for row in fold {
                // Tomorrow's texts do not share with today's what only a quotation or a signature shares.
                let usual = rows.places(of: row).lazy.filter { holding[Int(rows.features[$0])] >= least }
                let weights = weighting.weights(usual.map { (Int(rows.features[$0]), Int(rows.times[$0])) })
                results.append((layer.scores(of: weights).map(Double.init), Int(labels[row])))
            }
        }
        return results
    }

    private func folds(of labels: [Int32], names: [String]) -> [[Int]] {
        var rowsOfLabel = [[Int]](repeating: [], count: names.count)
        for (row, label) in labels.enumerated() { rowsOfLabel[Int(label)].append(row) }
        guard labels.count < Self.manyTexts else {
            return [rowsOfLabel.flatMap { $0.suffix($0.count / 5) }]
        }
        var folds = [[Int]](repeating: [], count: 5)
        for rows in rowsOfLabel {
            for (position, row) in rows.enumerated() { folds[position % 5].append(row) }
        }
        return folds.filter { !$0.isEmpty }
    }

    /// From here on one part held out says enough, and a feature of one or two texts says nothing.
    static let manyTexts = 5000
    private static let weightOfCounts: Float = 0.02
    private static let cost: Float = 3
    private static let rounds = 8
}

extension LinearLayer {
    /// Sets the weights to the log-count ratios of Naive Bayes: how much likelier a text of the class holds the
    /// feature than a text of another (Wang and Manning, "Baselines and Bigrams", ACL 2012).
    mutating func takeRatios(of counts: PlainCounts, scale: Float) {
        let all = Float(counts.allTexts)
        let own = counts.labelTexts.map { Float($0) }
        let classes = classes
        let inside = own.map { log($0 + 2 * Self.smoothing) }
        let outside = own.map { log(all - $0 + 2 * Self.smoothing) }
        // Most classes lack most features: what that says is one logarithm for all of them.
        let lacking = own.indices.map { log(Self.smoothing) - inside[$0] + outside[$0] }
        weights.withUnsafeMutableBufferPointer { weights in
            for feature in 0..<counts.features {
                let entries = counts.starts[feature]..<counts.starts[feature + 1]
                let sum = entries.reduce(Float(0)) { $0 + Float(counts.texts[$1]) }
                let rest = log(sum + Self.smoothing)
                for index in 0..<classes { weights[feature * classes + index] = scale * (lacking[index] - rest) }
                for entry in entries {
                    let index = Int(counts.labels[entry])
                    let held = Float(counts.texts[entry])
                    let ratio =
                        log((held + Self.smoothing) / (sum - held + Self.smoothing)) - inside[index] + outside[index]
                    weights[feature * classes + index] = scale * ratio
                }
            }
        }
    }

    /// Texts added to each count, so that what was never seen is not impossible.
    private static let smoothing: Float = 0.5
}
