package import Dossiers
import Foundation

/// Trains models: picks weighting and smoothing by cross-validation, calibrates on what was
/// held out, and counts. The same texts and seed make the same bytes.
package struct Trainer: Sendable {
    package var seed: UInt64

    package init(seed: UInt64 = 1) {
        self.seed = seed
    }

    /// - Parameter confirmed: Texts of real dossiers with a person's word on them, one a dossier. Where there are any,
    ///   only they bear the model's promises out: each judged by a model that has not seen it.
    /// - Throws: `ModelError.noTexts` or `.oneLabel`.
    package func train(
        on examples: [LabeledText], confirmed: [LabeledText] = [], name: String, version: String,
        progress: (String) -> Void = { _ in }
    ) throws -> (model: Model, heldOut: HeldOut) {
        let all = examples + confirmed
        guard !all.isEmpty else { throw ModelError.noTexts }
        guard all.contains(where: { $0.label != all[0].label }) else { throw ModelError.oneLabel }
        let hasFamilies = all.contains { $0.family != nil }
        let recipe: FeatureRecipe = [.zones, .folded, .pairs]
        // Forms are scanned; texts of other kinds come as they are.
        let corpus = Corpus(
            examples, confirmed: confirmed, recipe: recipe,
            degradations: hasFamilies ? [.none, .light, .heavy] : [.none], seed: seed)
        let trial = bestTrial(on: corpus, of: Trial.all)
        progress("recipe \(recipe.rawValue), \(trial.weighting), smoothing \(trial.smoothing)")
        var settings = ModelSettings(
            recipe: recipe, weighting: trial.weighting, smoothing: trial.smoothing, sharpness: 1)
        let heldOut = Calibrator(corpus: corpus, seed: seed).calibrate(&settings)
        let model = Model(
            name: name, version: version, settings: settings, labels: corpus.labels,
            vocabulary: corpus.vocabulary, counts: corpus.counts())
        return (model, heldOut)
    }

    private func bestTrial(on corpus: Corpus, of trials: [Trial]) -> Trial {
        let folds = (0..<Corpus.folds).map { corpus.counts(without: $0) }
        let groups = corpus.labels.families.map(\.labels)
        let groupOfLabel = corpus.labels.items.indices.map { label in groups.firstIndex { $0.contains(label) } }
        // Settings are told apart by a part of the texts.
        let step = max(1, corpus.texts.count / 1000)
        let texts = stride(from: 0, to: corpus.texts.count, by: step).map { corpus.texts[$0] }
        let results = trials.map { trial in
            var trial = trial
            let samples = texts.map { text in
                let counts = folds[text.fold]
                let bayes = NaiveBayes(counts: counts, weighting: trial.weighting, smoothing: trial.smoothing)
                let scores = bayes.scores(of: counts.raisingRare(text.scanned.known), groups: groups)
                return (scores: scores, right: groupOfLabel[text.label])
            }
            trial.measure(samples)
            return trial
        }
        return results.min { $0.isBetter(than: $1) } ?? trials[0]
    }
}

/// One setting tried, and how it did on what was held out.
private struct Trial {
    var weighting: Weighting
    var smoothing: Double
    var accuracy = 0.0
    var loss = Double.infinity

    static let all = Weighting.allCases.flatMap { weighting in
        [0.01, 0.03, 0.1, 0.3].map { Trial(weighting: weighting, smoothing: $0) }
    }

    func isBetter(than other: Trial) -> Bool { (loss, -accuracy) < (other.loss, -other.accuracy) }

    mutating func measure(_ samples: [(scores: [Double], right: Int?)]) {
        let sharpness = calibratedSharpness(of: samples)
        var right = 0
        var sum = 0.0
        for sample in samples {
            guard let answer = sample.right else { continue }
            if sample.scores.indices.max(by: { sample.scores[$0] < sample.scores[$1] }) == answer { right += 1 }
            sum -= log(max(softmax(sample.scores, sharpness: sharpness)[answer], 1e-12))
        }
        accuracy = Double(right) / Double(max(samples.count, 1))
        loss = sum / Double(max(samples.count, 1))
    }
}
