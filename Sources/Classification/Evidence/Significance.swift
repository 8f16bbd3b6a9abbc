import Foundation

/// Whether shares differ by more than chance: the likelihood-ratio test of independence
/// (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993).
enum Significance {
    /// Standard deviations of the normal distribution beyond which a difference is not chance: low
    /// enough for a label of twenty texts, high enough for a vocabulary of tens of thousands.
    private static let deviations = 4.0

    static func differs(holding: [Double], of texts: [Double]) -> Bool {
        let held = holding.reduce(0, +)
        let all = texts.reduce(0, +)
        guard held > 0, held < all, texts.count > 1 else { return false }
        var ratio = 0.0
        for (part, whole) in zip(holding, texts) where whole > 0 {
            if part > 0 { ratio += part * log(part * all / (whole * held)) }
            let rest = whole - part
            if rest > 0 { ratio += rest * log(rest * all / (whole * (all - held))) }
        }
        return 2 * ratio > threshold(degrees: Double(texts.count - 1))
    }

    /// The chi-squared quantile by Wilson and Hilferty's cube root.
    private static func threshold(degrees: Double) -> Double {
        let part = 2 / (9 * degrees)
        let root = 1 - part + deviations * part.squareRoot()
        return degrees * root * root * root
    }
}
