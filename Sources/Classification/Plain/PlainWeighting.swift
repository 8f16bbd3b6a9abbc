import Foundation

/// Counts as weights: damped, rare features raised, the whole scaled to length 1 (Rennie et al., "Tackling
/// the Poor Assumptions of Naive Bayes Text Classifiers", ICML 2003, section 4).
struct PlainWeighting: Sendable {
    /// By feature.
    private let rarity: [Float]

    init(_ counts: PlainCounts) {
        let all = Float(counts.allTexts)
        rarity = (0..<counts.features).map { log((1 + all) / Float(1 + counts.textsHolding($0))) + 1 }
    }

    func weights(_ row: some Sequence<(feature: Int, times: Int)>) -> [(feature: Int, weight: Float)] {
        var weights: [(feature: Int, weight: Float)] = []
        weights.reserveCapacity(row.underestimatedCount)
        var squares: Float = 0
        for item in row {
            let weight = Self.damped[min(item.times, Self.damped.count - 1)] * rarity[item.feature]
            weights.append((item.feature, weight))
            squares += weight * weight
        }
        guard squares > 0 else { return [] }
        let scale = 1 / squares.squareRoot()
        for index in weights.indices { weights[index].weight *= scale }
        return weights
    }

    func weights(of rows: CountedTexts) -> SparseTexts {
        var texts = SparseTexts()
        for row in 0..<rows.count {
            texts.append(
                weights(rows.places(of: row).lazy.map { (Int(rows.features[$0]), Int(rows.times[$0])) }))
        }
        return texts
    }

    private static let damped = (0..<1000).map { $0 == 0 ? 0 : 1 + log(Float($0)) }
}
