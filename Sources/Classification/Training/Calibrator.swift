import Dossiers
import Foundation

/// Sets a model's probabilities by what was held out: texts of each fold, judged by a model that has
/// not seen them; and whole families and members, whose pages no model could name rightly and must not
/// be sure of.
struct Calibrator {
    let corpus: Corpus
    let seed: UInt64

    func calibrate(_ settings: inout ModelSettings) -> HeldOut {
        var folds = folds(under: settings)
        settings.sharpness = calibratedSharpness(
            of: corpus.texts.map { text in
                let decision = FamilyDecision(on: text.scanned, model: folds[text.fold])
                return (decision.scores, decision.families.firstIndex { $0.labels.contains(text.label) })
            })
        if corpus.labels.hasFamilies {
            settings.titles = corpus.titles()
            for fold in folds.indices {
                folds[fold].settings.titles = settings.titles
                folds[fold].settings.sharpness = settings.sharpness
                folds[fold].settings.memberLayers = corpus.memberLayers(without: fold, seed: seed)
            }
            let decisions = corpus.texts.map { text in FamilyDecision(on: text.scanned, model: folds[text.fold]) }
            settings.familyCheck = familyCheck(decisions: decisions, folds: folds)
            calibrateMembers(&settings, folds: folds)
            settings.memberLayers = corpus.memberLayers(seed: seed)
        }
        for fold in folds.indices {
            let layers = folds[fold].settings.memberLayers
            folds[fold].settings = settings
            folds[fold].settings.memberLayers = layers
        }
        let heldOut = judgements(by: folds)
        for rate in Coverage.promises {
            settings.thresholds[rate] = heldOut.threshold(promising: rate)
            for band in ReadingBand.allCases {
                settings.thresholdsByReading[band, default: [:]][rate] =
                    heldOut.threshold(promising: rate, reading: band)
            }
        }
        return heldOut
    }

    /// By fold: a model that has not seen its texts.
    private func folds(under settings: ModelSettings) -> [Model] {
        (0..<Corpus.folds).map { fold in
            Model(
                name: "", version: "", settings: settings, labels: corpus.labels,
                vocabulary: corpus.vocabulary, counts: corpus.counts(without: fold))
        }
    }

    /// Texts whose own form is hidden from the model: the third part of all tells as much.
    private var hidden: [Corpus.Text] {
        stride(from: 0, to: corpus.texts.count, by: 3).map { corpus.texts[$0] }
    }

    /// Fitted with pages of known forms counting as much as pages of forms that were held out, so that it learns what
    /// tells them apart; then turned to how rare strange forms are (Saerens et al., "Adjusting the Outputs of a
    /// Classifier to New a Priori Probabilities", Neural Computation 2002).
    private func familyCheck(decisions: [FamilyDecision], folds: [Model]) -> LogisticRegression {
        var samples = zip(corpus.texts, decisions).map { text, decision in
            LogisticRegression.Sample(
                measures: decision.measures, isRight: decision.best.labels.contains(text.label),
                weight: 1 / Double(corpus.texts.count))
        }
        for text in hidden {
            let model = folds[text.fold]
            let own = model.families.firstIndex { $0.labels.contains(text.label) }
            let decision = FamilyDecision(on: strange(text, to: model, own), model: model, without: own)
            samples.append(
                LogisticRegression.Sample(
                    measures: decision.measures, isRight: false, weight: 1 / Double(hidden.count)))
        }
        return StrangeForms.afterTheirShare(LogisticRegression(fitting: samples, penalty: Self.penalty))
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
            let name = model.families[family].name
            let fit = model.profiles[family].fit(
                of: text.scanned, vocabulary: model.vocabulary, kind: model.settings.recipe.comparingKind)
            let decision = MemberDecision(on: text.scanned, family: name, profile: profile, fit: fit, model: model)
            samples.append(
                LogisticRegression.Sample(
                    measures: decision.measures, isRight: decision.best == text.label, weight: 1))
            if let handwritten = text.handwritten {
                let decision = MemberDecision(
                    on: handwritten, family: name, profile: profile,
                    fit: model.profiles[family].fit(
                        of: handwritten, vocabulary: model.vocabulary, kind: model.settings.recipe.comparingKind),
                    model: model)
                samples.append(
                    LogisticRegression.Sample(
                        measures: decision.measures, isRight: decision.best == text.label, weight: 1))
            }
            scores.append((decision.totals, profile.members.firstIndex(of: text.label)))
            let others = profile.without(text.label)
            guard others.members.count > 1 else { continue }
            let stranger = MemberDecision(on: text.scanned, family: name, profile: others, fit: fit, model: model)
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
        settings.memberSharpness = calibratedSharpness(of: scores)
    }

    /// What the calibrated model says of every held-out text; and, in a model with families, of the
    /// same pages when it does not know their form, whose answers are wrong by definition.
    private func judgements(by folds: [Model]) -> HeldOut {
        var heldOut = HeldOut(known: [], strangers: [])
        for text in corpus.texts {
            let judged = judged(text, on: text.scanned, by: folds)
            if text.isConfirmed { heldOut.confirmed.append(judged) } else { heldOut.known.append(judged) }
        }
        guard corpus.labels.hasFamilies else { return heldOut }
        heldOut.strangers = hidden.map { text in
            let model = folds[text.fold]
            let own = model.families.firstIndex { $0.labels.contains(text.label) }
            return JudgedText(
                label: "", model.predictPage(strange(text, to: model, own), without: own, explaining: false))
        }
        heldOut.strangers += corpus.texts.compactMap { text in
            text.handwritten.map { judged(text, on: $0, by: folds) }
        }
        return heldOut
    }

    private func judged(_ text: Corpus.Text, on evidence: TextEvidence, by folds: [Model]) -> JudgedText {
        JudgedText(
            label: corpus.labels.items[text.label].label,
            folds[text.fold].predictPage(evidence, explaining: false))
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
    fileprivate init(label: String, _ page: PagePrediction) {
        self.init(
            label: label, predicted: page.prediction.label, probability: page.prediction.probability,
            reading: page.reading)
    }
}
