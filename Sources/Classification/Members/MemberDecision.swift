import Dossiers
import Foundation

/// The second stage: which of the procedures that share a form is asked for.
struct MemberDecision {
    let evidence: MemberEvidence
    let members: [Int]
    /// Softmax of the scores.
    let shares: [Double]
    private let order: [Int]
    /// What the check of this stage goes by; empty where there is nothing to choose.
    let measures: [Double]
    /// That the best member is right, given the family; 0…1.
    let probability: Double

    private let request: RequestFeatures?
    private let layer: MemberLayer?
    /// Of the layer's classes, that of each member.
    private let classes: [Int]

    init(
        on text: TextEvidence, family: String, profile: MemberProfile, fit: FamilyProfile.Fit, model: Model
    ) {
        members = profile.members
        evidence = MemberEvidence(of: text, profile: profile, vocabulary: model.vocabulary)
        guard members.count > 1 else {
            (shares, order, measures, probability) = ([1], [0], [], 1)
            (request, layer, classes, totals) = (nil, nil, [], [0])
            return
        }
        let bayes = softmax(evidence.totals, sharpness: 1).map { max(log($0), Self.leastLog) }
        let known = model.settings.memberLayers[family]
        let places = members.compactMap { known?.members.firstIndex(of: model.labels.items[$0]) }
        // A member learned after the layer was fitted is known by counts alone, and so are then the others.
        guard let layer = known, places.count == members.count else {
            (request, self.layer, classes, measures, totals) = (nil, nil, [], [], bayes)
            let order = members.indices.sorted { (bayes[$0], $1) > (bayes[$1], $0) }
            shares = softmax(bayes, sharpness: 1)
            self.order = order
            probability = shares[order[0]]
            return
        }
        let request = RequestFeatures(of: text.zones)
        let odd = RequestFeatures.oddShare(of: text.zones)
        let learned = layer.scores(of: request)
        let scores = members.indices.map { learned[places[$0]] + Self.weightOfCounts * bayes[$0] }
        let order = members.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let strongest = layer.strongestLead(of: request, from: places[order[0]], to: places[order[1]])
        let measures = Self.measures(
            scores: scores, order: order, fit: fit, strongest: strongest, odd: odd)
        (self.request, self.layer, classes, self.measures, totals) = (request, layer, places, measures, scores)
        self.order = order
        shares = softmax(scores, sharpness: model.settings.memberSharpness)
        // Where everything speaks alike, nothing is more likely than anything else; nor where nothing speaks for the
        // choice on a page full of words that are none: what is asked for may stand there in handwriting.
        let isOpen =
            scores[order[0]] == scores[order[1]]
            || strongest < Self.leastLead && odd > Self.greatestOddShare
        probability =
            isOpen
            ? 1 / Double(members.count) : model.settings.memberCheck?.probability(measures) ?? shares[order[0]]
    }

    /// By member; greater is likelier.
    let totals: [Double]

    var best: Int { members[order[0]] }

    /// Counts know of every correction at once; the layer knows what tells members apart.
    private static let weightOfCounts = 0.1
    /// A word that adds less says nothing.
    private static let leastLead = 0.05
    /// On printed pages, well or badly scanned, one word of fifty is none.
    private static let greatestOddShare = 0.06
    private static let leastLog = -6.0

    /// Bounded measures of how well the choice is founded.
    private static func measures(
        scores: [Double], order: [Int], fit: FamilyProfile.Fit, strongest: Double, odd: Double
    ) -> [Double] {
        let lead = min(scores[order[0]] - scores[order[1]], 3)
        let best = min(max(scores[order[0]], -2), 2)
        // Nothing on the page speaks for the choice; what would speak against it was not found, or not read.
        let absence = strongest < leastLead ? 1.0 : 0
        return [
            lead, lead * lead, best, fit.textFound, lead * fit.textFound, fit.textFamiliar, min(strongest, 1), odd,
            absence, absence * min(1, odd * 8), absence * (1 - fit.textFound),
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
        let own = explaining ? Reasons(of: leads(in: model), limit: 4) : Reasons()
        let form = explaining ? first.reasons(in: model, limit: 4) : Reasons()
        return Prediction(
            label: label, probability: first.probability * probability, alternatives: Array(others.prefix(4)),
            because: own.because + form.because, weighed: own.weighed + form.weighed)
    }

    /// What words of the page add to the best member's score beyond the next one's.
    private func leads(in model: Model) -> [(words: String, weight: Double)] {
        guard members.count > 1 else { return [] }
        if let layer, let request {
            let leads = layer.leads(of: request, from: classes[order[0]], to: classes[order[1]])
            return leads.compactMap { lead in request.words(of: lead.key).map { (words: $0, weight: lead.weight) } }
        }
        return zip(evidence.features, evidence.shares).compactMap { number, share in
            let feature = model.vocabulary.features[number]
            guard feature.kind != .letters else { return nil }
            return (String(feature.words), share[order[0]] - (order.dropFirst().map { share[$0] }.max() ?? 0))
        }
    }
}
