import Dossiers

/// Features put into words for a person.
enum Reasons {
    /// The words of the features that weigh most in favour, strongest first; of words that say the
    /// same with and without marks, or that lie within others, only the first.
    static func strongest(of weighed: [(feature: Int, weight: Double)], vocabulary: Vocabulary, limit: Int) -> [String]
    {
        var words: [String] = []
        var plain: [String] = []
        let ranked = weighed.filter { $0.weight > 0 }
            .sorted { ($0.weight, vocabulary.features[$1.feature]) > ($1.weight, vocabulary.features[$0.feature]) }
        // Marked words read better: of equals the marked twin stands first in the order of features.
        for item in ranked {
            let feature = vocabulary.features[item.feature]
            guard feature.kind != .letters else { continue }
            let folded = String(feature.words).folded
            if plain.contains(where: { $0.contains(folded) || folded.contains($0) }) { continue }
            plain.append(folded)
            words.append(String(feature.words))
            if words.count == limit { break }
        }
        return words
    }
}
