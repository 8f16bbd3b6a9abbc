import Dossiers
import Foundation

/// How a model did on what was held out while it was trained.
package struct HeldOut: Sendable {
    /// Texts of labels that the model knew.
    package var known: [JudgedText]
    /// Texts of forms that were kept from the model; every answer is wrong. Empty without families.
    package var strangers: [JudgedText]
}

/// Sets a model's probabilities by what was held out: texts of each fold, judged by a model that has
/// not seen them; and whole families and members, whose pages no model could name rightly and must not
/// be sure of.
struct Calibrator {
    let corpus: Corpus
    let seed: UInt64

    func calibrate(_ settings: inout ModelSettings) -> HeldOut {
        let folds = (0..<Corpus.folds).map { fold in
            Model(
                name: "", version: "", settings: settings, labels: corpus.labels,
                vocabulary: corpus.vocabulary, counts: corpus.counts(without: fold))
        }
        let decisions = corpus.texts.map { text in FamilyDecision(on: text.scanned, model: folds[text.fold]) }
        settings.sharpness = calibratedSharpness(
            of: zip(corpus.texts, decisions).map { text, decision in
                (decision.scores, decision.families.firstIndex { $0.labels.contains(text.label) })
            })
        if corpus.labels.hasFamilies {
            settings.familyCheck = familyCheck(decisions: decisions, folds: folds)
            calibrateMembers(&settings, folds: folds)
        }
        let judged = judgements(under: settings)
        for rate in Coverage.promises {
            settings.thresholds[rate] = Coverage(of: judged.known + judged.strangers, errorRate: rate)?.threshold
        }
        return HeldOut(known: judged.known, strangers: judged.strangers)
    }

    /// Pages of known forms count as much as pages of forms that were held out.
    private func familyCheck(decisions: [FamilyDecision], folds: [Model]) -> LogisticRegression {
        var samples = zip(corpus.texts, decisions).map { text, decision in
            LogisticRegression.Sample(
                measures: decision.measures, isRight: decision.best.labels.contains(text.label),
                weight: 1 / Double(corpus.texts.count))
        }
        for text in corpus.texts {
            let model = folds[text.fold]
            let own = model.families.firstIndex { $0.labels.contains(text.label) }
            let decision = FamilyDecision(on: strange(text, to: model, own), model: model, without: own)
            samples.append(
                LogisticRegression.Sample(
                    measures: decision.measures, isRight: false, weight: 1 / Double(corpus.texts.count)))
        }
        return LogisticRegression(fitting: samples, penalty: Self.penalty)
    }

    private func calibrateMembers(_ settings: inout ModelSettings, folds: [Model]) {
        var samples: [LogisticRegression.Sample] = []
        var scores: [(scores: [Double], right: Int?)] = []
        for text in corpus.texts {
            let model = folds[text.fold]
            guard let family = model.families.firstIndex(where: { $0.labels.contains(text.label) }),
                model.families[family].labels.count > 1
            else { continue }
            let profile = model.memberProfiles[family]
            let decision = MemberDecision(on: text.scanned, profile: profile, model: model)
            samples.append(
                LogisticRegression.Sample(
                    measures: decision.measures, isRight: decision.best == text.label, weight: 1))
            scores.append((decision.evidence.totals, profile.members.firstIndex(of: text.label)))
            let others = profile.without(text.label)
            guard others.members.count > 1 else { continue }
            let stranger = MemberDecision(on: text.scanned, profile: others, model: model)
            samples.append(
                LogisticRegression.Sample(measures: stranger.measures, isRight: false, weight: Self.strangerWeight))
        }
        guard !samples.isEmpty else { return }
        let share = 1 / Double(samples.count)
        settings.memberCheck = LogisticRegression(
            fitting: samples.map {
                LogisticRegression.Sample(measures: $0.measures, isRight: $0.isRight, weight: $0.weight * share)
            },
            penalty: Self.penalty)
        settings.memberSharpness = min(1, calibratedSharpness(of: scores))
    }

    /// What the calibrated model says of every held-out text; and, in a model with families, of the
    /// same pages when it does not know their form, whose answers are wrong by definition.
    private func judgements(under settings: ModelSettings) -> (known: [JudgedText], strangers: [JudgedText]) {
        var known: [JudgedText] = []
        var strangers: [JudgedText] = []
        for fold in 0..<Corpus.folds {
            let model = Model(
                name: "", version: "", settings: settings, labels: corpus.labels,
                vocabulary: corpus.vocabulary, counts: corpus.counts(without: fold))
            for text in corpus.texts where text.fold == fold {
                let label = corpus.labels.items[text.label].label
                known.append(JudgedText(label: label, model.predictPage(text.scanned, explaining: false).prediction))
                guard model.hasFamilies else { continue }
                let own = model.families.firstIndex { $0.labels.contains(text.label) }
                let stranger = model.predictPage(
                    strange(text, to: model, own), without: own, explaining: false
                ).prediction
                strangers.append(JudgedText(label: "", stranger))
            }
        }
        return (known, strangers)
    }

    private func strange(_ text: Corpus.Text, to model: Model, _ family: Int?) -> TextEvidence {
        text.scanned.forgetting(
            family.map { model.families[$0].labels } ?? [], counts: model.counts, vocabulary: corpus.vocabulary,
            kind: corpus.recipe.comparingKind)
    }

    private static let penalty = 0.001
    /// Requests for a procedure that shares a known form but was never trained are rarer than others.
    private static let strangerWeight = 0.25
}

extension JudgedText {
    fileprivate init(label: String, _ prediction: Prediction) {
        self.init(label: label, predicted: prediction.label, probability: prediction.probability)
    }
}
