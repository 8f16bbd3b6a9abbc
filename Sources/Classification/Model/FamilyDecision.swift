import Dossiers
import Foundation

/// The first stage: which form a page is, and whether it is any of them.
struct FamilyDecision {
    let families: [Family]
    /// Index of each family in the model.
    private let numbers: [Int]
    /// By family: softmax of the scores, without a doubt whether the page is any of them.
    let shares: [Double]
    let scores: [Double]
    private let order: [Int]
    private let text: [NaiveBayes.Observed]
    /// How the page fits the best family; all 0 in a model without families.
    let fit: FamilyProfile.Fit
    /// How much of the best family's title was found, 0…1.
    let likeness: Double
    /// The same of the likest other title.
    let rivalLikeness: Double
    /// That the best family is right, 0…1.
    let probability: Double

    init(on evidence: TextEvidence, model: Model, without left: Int? = nil) {
        let chosen = model.families.indices.filter { $0 != left }
        numbers = chosen
        families = chosen.map { model.families[$0] }
        text = model.counts.raisingRare(evidence.known)
        var scores = model.bayes.scores(of: text, groups: families.map(\.labels))
        var order = families.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        var likenesses: [Int: Double] = [:]
        if model.hasFamilies {
            for family in order.prefix(Self.familiesWithATitleToFind) {
                let likeness = model.settings.titles.likeness(of: evidence.head, to: families[family].name)
                likenesses[family] = likeness
                scores[family] += Self.weightOfTitles * likeness / model.settings.sharpness
            }
            order.sort { (scores[$0], $1) > (scores[$1], $0) }
        }
        self.scores = scores
        self.order = order
        shares = softmax(scores, sharpness: model.settings.sharpness)
        likeness = order.first.flatMap { likenesses[$0] } ?? 0
        rivalLikeness = likenesses.filter { $0.key != order.first }.values.max() ?? 0
        guard model.hasFamilies, let best = order.first else {
            fit = FamilyProfile.Fit()
            probability =
                text.isEmpty ? 1 / Double(max(families.count, 1)) : order.first.map { [shares] in shares[$0] } ?? 0
            return
        }
        fit = model.profiles[chosen[best]].fit(
            of: evidence, vocabulary: model.vocabulary, kind: model.settings.recipe.comparingKind)
        let measures = Self.measures(
            shares: shares, order: order, fit: fit, likeness: likeness, rival: rivalLikeness)
        probability = model.settings.familyCheck?.probability(measures) ?? shares[best]
    }

    var best: Family { families[order[0]] }
    /// Index of the best family in the model.
    var bestFamily: Int { numbers[order[0]] }

    /// What the check of this stage goes by.
    var measures: [Double] {
        Self.measures(shares: shares, order: order, fit: fit, likeness: likeness, rival: rivalLikeness)
    }

    /// Of this many families, the likest by their words, titles are looked for: a hundred would take too long.
    private static let familiesWithATitleToFind = 8
    /// What a whole title adds, in units of `1 / sharpness`: about as much as the words of a page without it.
    private static let weightOfTitles = 8.0

    private static func measures(
        shares: [Double], order: [Int], fit: FamilyProfile.Fit, likeness: Double, rival: Double
    ) -> [Double] {
        let lead =
            order.count > 1 ? log((shares[order[0]] + 1e-9) / (shares[order[1]] + 1e-9)) / 10 : 1
        return [
            lead, likeness * likeness, max(0, likeness - 0.8) * 5, likeness - rival, fit.titleFound, fit.titleExpected,
            fit.titleStrange, fit.textFound, fit.textExpected,
            fit.textFamiliar, fit.titleFound * fit.titleExpected,
        ]
    }

    /// The next likely families, best first, with what the best one leaves them.
    var alternatives: [(family: Family, probability: Double)] {
        order.dropFirst().prefix(4).map { (families[$0], shares[$0] * (1 - probability)) }
    }

    /// In a model without families.
    func prediction(in model: Model, explaining: Bool) -> Prediction {
        let others = order.dropFirst().prefix(4).map {
            Prediction.Alternative(
                label: model.labels.items[families[$0].labels[0]].label,
                probability: text.isEmpty ? probability : shares[$0])
        }
        let reasons = explaining ? reasons(in: model, limit: 6) : Reasons()
        return Prediction(
            label: model.labels.items[best.labels[0]].label, probability: probability, alternatives: Array(others),
            because: reasons.because, weighed: reasons.weighed)
    }

    /// The words that set the best family off from the next one, and those that speak for the next one.
    func reasons(in model: Model, limit: Int) -> Reasons {
        Reasons(of: leads(in: model), vocabulary: model.vocabulary, limit: limit)
    }

    private func leads(in model: Model) -> [(feature: Int, weight: Double)] {
        guard order.count > 1 else { return [] }
        let leads = model.bayes.leads(of: text, groups: families.map(\.labels), from: order[0], to: order[1])
        return zip(text, leads).map { (feature: $0.feature, weight: $1) }
    }
}

extension Model {
    var bayes: NaiveBayes {
        NaiveBayes(counts: counts, weighting: settings.weighting, smoothing: settings.smoothing)
    }
}
