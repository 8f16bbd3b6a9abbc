import Dossiers

/// Features put into words for a person.
struct Reasons {
    /// The words that weigh most in favour, strongest first.
    var because: [String] = []
    /// The same with those that weigh most against; weights as shares of the greatest.
    var weighed: [Prediction.WeighedWords] = []

    init() {}

    init(of weighed: [(words: String, weight: Double)], limit: Int) {
        self.init(weights: weighed.map(\.weight), limit: limit) { weighed[$0].words }
    }

    init(of weighed: [(feature: Int, weight: Double)], vocabulary: Vocabulary, limit: Int) {
        self.init(weights: weighed.map(\.weight), limit: limit) { number in
            let feature = vocabulary.features[weighed[number].feature]
            return feature.kind == .letters ? nil : String(feature.words)
        }
    }

    /// - Parameter words: Of a weight, by its number; nil for what says nothing to a person. Asked only for the
    ///   heaviest: a page has hundreds.
    /// - Parameter weighing: Whether `weighed` is wanted as well.
    init(weights: [Double], limit: Int, weighing: Bool = true, words: (Int) -> String?) {
        let inFavour = Self.ranked(weights, limit: limit, words: words)
        because = inFavour.map(\.text)
        guard weighing else { return }
        let against = Self.ranked(weights.map { -$0 }, limit: limit, words: words)
            .map { Prediction.WeighedWords(text: $0.text, weight: -$0.weight) }
        let greatest = (inFavour + against).map { abs($0.weight) }.max() ?? 1
        weighed = (inFavour + against).map {
            Prediction.WeighedWords(text: $0.text, weight: ($0.weight / greatest * 1000).rounded() / 1000)
        }
    }

    /// The words of the positive weights, heaviest first; of words that say the same with and without marks, or that
    /// lie within others, only the first.
    private static func ranked(
        _ weights: [Double], limit: Int, words: (Int) -> String?
    ) -> [Prediction.WeighedWords] {
        // A few more than are wanted: pairs of words hold words that are heavy by themselves.
        var most = 3 * limit
        while true {
            let order = heaviest(most, of: weights)
            let ranked = ranked(weights, in: order, limit: limit, words: words)
            if ranked.count == limit || order.count < most { return ranked }
            most *= 4
        }
    }

    /// The places of the greatest positive weights, greatest first; all that equal the last of them are among them.
    private static func heaviest(_ most: Int, of weights: [Double]) -> [Int] {
        // Most weights are small: the greatest are kept in order, and few others get past the last of them.
        var greatest: [Double] = []
        greatest.reserveCapacity(most + 1)
        var bar = 0.0
        for weight in weights where weight > bar {
            let position = greatest.lastIndex { $0 >= weight }.map { $0 + 1 } ?? 0
            greatest.insert(weight, at: position)
            if greatest.count > most { greatest.removeLast() }
            if greatest.count == most { bar = greatest[most - 1] }
        }
        let least = greatest.last ?? .infinity
        return weights.indices.filter { weights[$0] >= least }.sorted { (weights[$1], $0) < (weights[$0], $1) }
    }

    private static func ranked(
        _ weights: [Double], in order: [Int], limit: Int, words: (Int) -> String?
    ) -> [Prediction.WeighedWords] {
        var ranked: [Prediction.WeighedWords] = []
        var plain: [String] = []
        var start = 0
        while start < order.count, ranked.count < limit {
            let weight = weights[order[start]]
            let end = order[start...].firstIndex { weights[$0] != weight } ?? order.count
            // Marked words read better: of equals they stand first.
            let equals = order[start..<end].compactMap { number in words(number).map { ($0, $0.foldedQuickly) } }
                .sorted { ($0.0 == $0.1 ? 1 : 0, $0.0) < ($1.0 == $1.1 ? 1 : 0, $1.0) }
            for (text, folded) in equals where ranked.count < limit {
                if plain.contains(where: { $0.holds(folded) || folded.holds($0) }) { continue }
                plain.append(folded)
                ranked.append(Prediction.WeighedWords(text: text, weight: weight))
            }
            start = end
        }
        return ranked
    }
}

extension String {
    /// The same as `folded`; plain small letters, the most of it elsewhere, are so already.
    fileprivate var foldedQuickly: String {
        utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? self : folded
    }
}
