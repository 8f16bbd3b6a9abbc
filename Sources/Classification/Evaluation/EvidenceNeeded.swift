import Foundation

/// How far confirmed texts are from bearing a promise out, and how many more it takes.
package struct EvidenceNeeded: Codable, Hashable, Sendable {
    /// Texts that a person confirmed and a model judged.
    package var confirmed: Int
    /// Errors among the texts on which the promise would rest.
    package var errors: Int
    /// The least number of confirmed texts that can bear the promise out, with not one error among them.
    package var fewest: Int
    /// How many more are needed, if those that are as sure as the ones the promise would rest on are all right;
    /// 0 where something can be automatic already.
    package var more: Int

    /// Exact binomial bounds, as `Coverage` takes them.
    ///
    /// - Complexity: O(texts × errors).
    package init(of judged: [JudgedText], errorRate: Double) {
        confirmed = judged.count
        fewest = Self.textsNeeded(errors: 0, errorRate: errorRate)
        errors = 0
        more = fewest
        guard Coverage(of: judged, errorRate: errorRate) == nil else {
            more = 0
            return
        }
        let ranked = judged.sorted { $0.probability > $1.probability }
        var wrong = 0
        var least = Int.max
        var needed = fewest
        for (place, text) in ranked.enumerated() {
            if !text.isRight {
                wrong += 1
                needed = Self.textsNeeded(errors: wrong, errorRate: errorRate)
            }
            // Texts of equal probability stand or fall together.
            if place + 1 < ranked.count, ranked[place + 1].probability == text.probability { continue }
            let above = Double(place + 1)
            let missing = (max(1, Double(needed) - above) * Double(judged.count) / above).rounded(.up)
            if missing < Double(least) {
                least = Int(missing)
                errors = wrong
            }
            // Beyond ten times the errors that the rate allows no prefix can be the shortest way.
            if wrong > 10 + place / 5 { break }
        }
        if least < Int.max { more = least }
    }

    /// The fewest texts, so many errors among them, that keep the error rate's upper bound under the promise.
    static func textsNeeded(errors: Int, errorRate: Double) -> Int {
        var low = errors
        var high = max(64, Int(Double(errors + 1) * 16 / errorRate))
        while low + 1 < high {
            let middle = (low + high) / 2
            if Coverage.isBorneOut(errorRate, by: middle, errors: errors) { high = middle } else { low = middle }
        }
        return high
    }
}
