import Foundation

/// A text seen through a vocabulary.
struct TextEvidence: Sendable {
    /// Known features in ascending order, with their weights.
    var known: [NaiveBayes.Observed]
    /// By zone: features of the comparing kind that the vocabulary lacks.
    var unknown: [Feature.Zone: Int]

    let zones: TextZones
    var head: PageHead { zones.head }
    /// How well it was read.
    let reading: ReadingBand
    /// The runs of letters of the title, in order; nil for one that the vocabulary lacks.
    var titleLetters: [Int?]

    init(of text: String, recipe: FeatureRecipe, vocabulary: Vocabulary) {
        let zones = TextZones(text, apart: recipe.contains(.zones))
        self.zones = zones
        reading = ReadingBand(oddShare: RequestFeatures.oddShare(of: zones))
        titleLetters = recipe.titleLetters(of: zones.tokens.title).map { vocabulary.number(of: $0) }
        known = []
        unknown = [:]
        for (zone, counts) in HashedFeatures(of: zones, recipe: recipe).zones {
            let length = FeatureRecipe.length(of: counts.values.lazy.map(\.times))
            for (hash, count) in counts {
                if let number = vocabulary.number(ofHash: hash) {
                    let weight = FeatureRecipe.damped(count.times) / length
                    known.append(NaiveBayes.Observed(feature: number, weight: weight))
                } else if count.kind == recipe.comparingKind {
                    unknown[zone, default: 0] += 1
                }
            }
        }
        known.sort { $0.feature < $1.feature }
    }
}

extension TextEvidence {
    /// The text as a model sees it that has never met these labels: what only they say is unknown.
    func forgetting(
        _ labels: [Int], counts: EvidenceCounts, vocabulary: Vocabulary, kind: Feature.Kind
    ) -> TextEvidence {
        let labels = Set(labels.map(Int32.init))
        var rest = self
        rest.known = []
        for item in known {
            if counts.entries[item.feature].contains(where: { !labels.contains($0.label) }) {
                rest.known.append(item)
            } else if vocabulary.features[item.feature].kind == kind {
                rest.unknown[vocabulary.features[item.feature].zone, default: 0] += 1
            }
        }
        return rest
    }
}

extension FeatureRecipe {
    /// The kind in which texts are compared with what a form usually says: the one that outlives lost marks.
    var comparingKind: Feature.Kind { contains(.folded) ? .folded : .marked }
}

extension EvidenceCounts {
    /// The weights of a text with rare features raised and the whole scaled to length 1: inverse
    /// document frequency (Rennie et al. 2003, section 4.2).
    func raisingRare(_ text: [NaiveBayes.Observed]) -> [NaiveBayes.Observed] {
        let all = Double(texts) + 1
        let raised = text.map { item in
            let holding = entries[item.feature].reduce(1.0) { $0 + Double($1.texts) }
            return NaiveBayes.Observed(feature: item.feature, weight: item.weight * log(all / holding))
        }
        let norm = raised.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        guard norm > 0 else { return [] }
        return raised.map { NaiveBayes.Observed(feature: $0.feature, weight: $0.weight / norm) }
    }
}
