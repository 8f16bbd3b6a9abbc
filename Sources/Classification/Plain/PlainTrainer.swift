package import Dossiers
import Foundation

/// Trains on texts of any kind with one label each, the same way whatever they are.
package struct PlainTrainer: Sendable {
    package var seed: UInt64
    package var cost: Float = 1
    package var prior: Float = 0.3
    package var rounds = 12
    package var pairs = true, bare = true, barePairs = true, triples = false
    package init(seed: UInt64 = 1) { self.seed = seed }
}

extension PlainTrainer {
    package func crossValidated(_ examples: [LabeledText], folds: Int) -> Double {
        let recipe = PlainFeatures(pairs: pairs, bare: bare, barePairs: barePairs, triples: triples)
        var names: [String: Int32] = [:]
        let labels = examples.map { e -> Int32 in
            if let n = names[e.label] { return n }
            let n = Int32(names.count); names[e.label] = n; return n
        }
        var rows = CountedTexts()
        for e in examples { var t = e.text; t.withUTF8 { rows.append($0, recipe: recipe) } }
        rows = rows.keeping(texts: examples.count >= 5000 ? 2 : 1)
        // shuffled stratified folds
        var random = SplitMix64(seed: seed)
        var order = Array(examples.indices); order.shuffle(using: &random)
        var fold = [Int](repeating: 0, count: examples.count); var n = [Int](repeating: 0, count: names.count)
        for i in order { fold[i] = n[Int(labels[i])] % folds; n[Int(labels[i])] += 1 }
        var right = 0
        for f in 0..<folds {
            let train = examples.indices.filter { fold[$0] != f }
            let (layer, texts) = fitted(rows, labels: labels, classes: names.count, train: train)
            for i in examples.indices where fold[i] == f {
                let s = layer.scores(of: texts.places(of: i).lazy.map { (Int(texts.features[$0]), texts.weights[$0]) })
                if s.indices.max(by: { s[$0] < s[$1] }) == Int(labels[i]) { right += 1 }
            }
        }
        return Double(right) / Double(examples.count)
    }
    package func heldOut(_ a: [LabeledText], _ b: [LabeledText]) -> Double {
        let recipe = PlainFeatures(pairs: pairs, bare: bare, barePairs: barePairs, triples: triples)
        let examples = a + b
        var names: [String: Int32] = [:]
        let labels = examples.map { e -> Int32 in
            if let n = names[e.label] { return n }
            let n = Int32(names.count); names[e.label] = n; return n
        }
        var t = Date()
        func lap(_ s: String) { print("  ", s, Date().timeIntervalSince(t)); t = Date() }
        var rows = CountedTexts()
        for e in examples { var t = e.text; t.withUTF8 { rows.append($0, recipe: recipe) } }
        lap("count \(rows.table.keys.count) \(rows.features.count)")
        rows = rows.keeping(texts: 2)
        lap("keep \(rows.table.keys.count) \(rows.features.count)")
        let (layer, texts) = fitted(rows, labels: labels, classes: names.count, train: Array(a.indices))
        lap("fit")
        var right = 0
        for i in a.count..<examples.count {
            let s = layer.scores(of: texts.places(of: i).lazy.map { (Int(texts.features[$0]), texts.weights[$0]) })
            if s.indices.max(by: { s[$0] < s[$1] }) == Int(labels[i]) { right += 1 }
        }
        lap("predict")
        return Double(right) / Double(b.count)
    }
    func fitted(_ rows: CountedTexts, labels: [Int32], classes: Int, train: [Int]) -> (LinearLayer, SparseTexts) {
        let counts = PlainCounts(of: rows, labelOfRow: labels, labels: classes, chosen: train)
        let texts = PlainWeighting(counts).weights(of: rows)
        var layer = LinearLayer(classes: classes, features: counts.features)
        layer.takeRatios(of: counts, scale: prior)
        layer.fit(texts, labels: labels, rows: train, LinearLayer.Fitting(cost: cost, rounds: rounds, seed: seed))
        return (layer, texts)
    }
}

extension LinearLayer {
    /// Sets the weights to the log-count ratios of Naive Bayes: how much likelier a text of the class holds the
    /// feature than a text of another (Wang and Manning, "Baselines and Bigrams", ACL 2012).
    mutating func takeRatios(of counts: PlainCounts, scale: Float) {
        guard scale > 0 else { return }
        let all = Float(counts.allTexts)
        let own = counts.labelTexts.map { Float($0) }
        let smoothing: Float = 0.5
        var held = [Float](repeating: 0, count: classes)
        for feature in 0..<counts.features {
            for index in 0..<classes { held[index] = 0 }
            var sum: Float = 0
            for entry in counts.starts[feature]..<counts.starts[feature + 1] {
                held[Int(counts.labels[entry])] = Float(counts.texts[entry])
                sum += Float(counts.texts[entry])
            }
            for index in 0..<classes {
                let inside = (held[index] + smoothing) / (own[index] + 2 * smoothing)
                let outside = (sum - held[index] + smoothing) / (all - own[index] + 2 * smoothing)
                weights[feature * classes + index] = scale * log(inside / outside)
            }
        }
    }
}
