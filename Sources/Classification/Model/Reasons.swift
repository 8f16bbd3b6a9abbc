import Dossiers

/// Features put into words for a person.
enum Reasons {
    /// The words of the features that weigh most in favour, strongest first; of words that say the
    /// same with and without marks, or that lie within others, only the first.
    static func strongest(of weighed: [(feature: Int, weight: Double)], vocabulary: Vocabulary, limit: Int) -> [String]
    {
        let words = weighed.compactMap { item -> (words: String, weight: Double)? in
            let feature = vocabulary.features[item.feature]
            return feature.kind == .letters ? nil : (String(feature.words), item.weight)
        }
        return strongest(of: words, limit: limit)
    }

    static func strongest(of weighed: [(words: String, weight: Double)], limit: Int) -> [String] {
        ranked(weighed, limit: limit).map(\.text)
    }

    /// The words that weigh most in favour, and those that weigh most against; weights as shares of the greatest.
    static func forAndAgainst(_ weighed: [(words: String, weight: Double)], limit: Int) -> [Prediction.WeighedWords] {
        let against = ranked(weighed.map { ($0.words, -$0.weight) }, limit: limit)
            .map { Prediction.WeighedWords(text: $0.text, weight: -$0.weight) }
        let all = ranked(weighed, limit: limit) + against
        let greatest = all.map { abs($0.weight) }.max() ?? 1
        return all.map {
            Prediction.WeighedWords(text: $0.text, weight: ($0.weight / greatest * 1000).rounded() / 1000)
        }
    }

    static func forAndAgainst(
        of weighed: [(feature: Int, weight: Double)], vocabulary: Vocabulary, limit: Int
    ) -> [Prediction.WeighedWords] {
        forAndAgainst(
            weighed.compactMap { item in
                let feature = vocabulary.features[item.feature]
                return feature.kind == .letters ? nil : (String(feature.words), item.weight)
            }, limit: limit)
    }

    private static func ranked(_ weighed: [(words: String, weight: Double)], limit: Int) -> [Prediction.WeighedWords] {
        var words: [Prediction.WeighedWords] = []
        var plain: [String] = []
        let ranked = weighed.filter { $0.weight > 0 }
            .map { (words: $0.words, folded: $0.words.foldedQuickly, weight: $0.weight) }
            // Marked words read better: of equals they stand first.
            .sorted {
                ($0.weight, $0.folded == $0.words ? 0 : 1, $1.words) > (
                    $1.weight, $1.folded == $1.words ? 0 : 1, $0.words
                )
            }
        for item in ranked {
            if plain.contains(where: { $0.holds(item.folded) || item.folded.holds($0) }) { continue }
            plain.append(item.folded)
            words.append(Prediction.WeighedWords(text: item.words, weight: item.weight))
            if words.count == limit { break }
        }
        return words
    }
}

extension String {
    /// Whether another text stands in it, byte for byte.
    fileprivate func holds(_ other: String) -> Bool {
        let (bytes, part) = (Array(utf8), Array(other.utf8))
        guard !part.isEmpty, part.count <= bytes.count else { return part.isEmpty }
        return (0...(bytes.count - part.count)).contains { start in
            part.indices.allSatisfy { bytes[start + $0] == part[$0] }
        }
    }

    /// The same as `folded`; text without marks, the most of it elsewhere, needs no table of marks.
    fileprivate var foldedQuickly: String { utf8.allSatisfy { $0 < 0x80 } ? lowercased() : folded }
}
