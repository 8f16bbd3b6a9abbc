import Dossiers
import Foundation

/// The second stage: which of the procedures that share a form is asked for.
struct MemberDecision {
    let evidence: MemberEvidence
    let members: [Int]
    let shares: [Double]
    private let order: [Int]
    /// What the check of this stage goes by; empty where there is nothing to choose.
    let measures: [Double]
    /// That the best member is right, given the family; 0…1.
    let probability: Double

    init(on text: TextEvidence, profile: MemberProfile, model: Model) {
        members = profile.members
        evidence = MemberEvidence(of: text, profile: profile, vocabulary: model.vocabulary)
        let totals = evidence.totals
        shares = softmax(totals, sharpness: model.settings.memberSharpness)
        order = members.indices.sorted { (totals[$0], $1) > (totals[$1], $0) }
        guard members.count > 1 else {
            measures = []
            probability = 1
            return
        }
        measures = Self.measures(evidence: evidence, order: order)
        // Where everything speaks alike, nothing is more likely than anything else.
        probability =
            totals[order[0]] == totals[order[1]]
            ? 1 / Double(members.count) : model.settings.memberCheck?.probability(measures) ?? shares[order[0]]
    }

    var best: Int { members[order[0]] }

    /// Bounded measures of how well the choice is founded.
    private static func measures(evidence: MemberEvidence, order: [Int]) -> [Double] {
        var forBest = 0.0
        var against = 0.0
        var strongest = 0.0
        for share in evidence.shares {
            let others = order.dropFirst().map { share[$0] }.max() ?? 0
            let lead = share[order[0]] - others
            if lead > 0 { forBest += lead } else { against -= lead }
            strongest = max(strongest, lead)
        }
        let lead = evidence.totals[order[0]] - evidence.totals[order[1]]
        return [
            log1p(lead), strongest, against / max(forBest + against, 1e-9),
            evidence.ownFound(by: order[0]), log1p(Double(evidence.features.count)), evidence.strange(to: order[0]),
        ]
    }

    func prediction(after first: FamilyDecision, in model: Model, explaining: Bool) -> Prediction {
        let label = model.labels.items[best].label
        let siblings = order.dropFirst().map { member in
            Prediction.Alternative(
                label: model.labels.items[members[member]].label,
                probability: first.probability * min(shares[member], 1 - probability))
        }
        let strangers = first.alternatives.compactMap { family, probability -> Prediction.Alternative? in
            guard family.labels.count == 1 else { return nil }
            return Prediction.Alternative(label: model.labels.items[family.labels[0]].label, probability: probability)
        }
        let others = (siblings + strangers).filter { $0.label != label }
            .sorted { ($0.probability, $1.label) > ($1.probability, $0.label) }
        return Prediction(
            label: label, probability: first.probability * probability, alternatives: Array(others.prefix(4)),
            because: explaining ? reasons(in: model, limit: 4) + first.reasons(in: model, limit: 4) : [])
    }

    private func reasons(in model: Model, limit: Int) -> [String] {
        guard members.count > 1 else { return [] }
        let weighed = zip(evidence.features, evidence.shares).map { feature, share in
            (feature: feature, weight: share[order[0]] - (order.dropFirst().map { share[$0] }.max() ?? 0))
        }
        return Reasons.strongest(of: weighed, vocabulary: model.vocabulary, limit: limit)
    }
}
