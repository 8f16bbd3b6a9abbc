internal import Foundation

/// Whether two samples of counts come from one distribution, and how far apart they are.
package enum Drift {
    /// Two counted distributions over the same ordered or unordered classes.
    package struct Test: Hashable, Sendable {
        /// How likely a difference as great as this is where nothing has changed, 0…1.
        package var chance: Double
        /// How far apart they are, 0…1: what a significant difference is worth.
        package var distance: Double

        package init(chance: Double, distance: Double) {
            self.chance = chance
            self.distance = distance
        }
    }

    /// Two rates: the pooled test of proportions, two-sided; the distance is their difference.
    ///
    /// - Returns: Nil where either sample is empty.
    package static func rates(_ first: (part: Int, of: Int), _ second: (part: Int, of: Int)) -> Test? {
        guard first.of > 0, second.of > 0 else { return nil }
        let (a, b) = (Double(first.part) / Double(first.of), Double(second.part) / Double(second.of))
        let pooled = Double(first.part + second.part) / Double(first.of + second.of)
        let variance = pooled * (1 - pooled) * (1 / Double(first.of) + 1 / Double(second.of))
        let chance = variance > 0 ? erfc(abs(a - b) / variance.squareRoot() / 2.0.squareRoot()) : 1
        return Test(chance: chance, distance: abs(a - b))
    }

    /// Counts over classes without an order: Pearson's test of homogeneity; classes of which fewer than five were to be
    /// expected in either sample count as one. The distance is the total variation.
    ///
    /// - Returns: Nil where either sample is empty.
    package static func classes(_ first: [String: Int], _ second: [String: Int]) -> Test? {
        let (n, m) = (first.values.reduce(0, +), second.values.reduce(0, +))
        guard n > 0, m > 0 else { return nil }
        let names = Set(first.keys).union(second.keys).sorted()
        let smaller = Double(min(n, m)) / Double(n + m)
        var cells: [(Int, Int)] = []
        var rare = (0, 0)
        var distance = 0.0
        for name in names {
            let (a, b) = (first[name, default: 0], second[name, default: 0])
            distance += abs(Double(a) / Double(n) - Double(b) / Double(m)) / 2
            if Double(a + b) * smaller < 5 { rare = (rare.0 + a, rare.1 + b) } else { cells.append((a, b)) }
        }
        if rare.0 + rare.1 > 0 { cells.append(rare) }
        var statistic = 0.0
        for (a, b) in cells {
            let share = Double(a + b) / Double(n + m)
            for (seen, of) in [(a, n), (b, m)] {
                let expected = share * Double(of)
                statistic += (Double(seen) - expected) * (Double(seen) - expected) / expected
            }
        }
        return Test(chance: chiSquareChance(of: statistic, degrees: cells.count - 1), distance: distance)
    }

    /// Counts over ordered steps: Kolmogorov's and Smirnov's test. The distance is its statistic. On steps it is rather
    /// too careful than too quick.
    ///
    /// - Returns: Nil where either sample is empty.
    package static func steps(_ first: [Int], _ second: [Int]) -> Test? {
        let (n, m) = (first.reduce(0, +), second.reduce(0, +))
        guard n > 0, m > 0 else { return nil }
        var (a, b, distance) = (0.0, 0.0, 0.0)
        for step in 0..<max(first.count, second.count) {
            a += step < first.count ? Double(first[step]) / Double(n) : 0
            b += step < second.count ? Double(second[step]) / Double(m) : 0
            distance = max(distance, abs(a - b))
        }
        let size = (Double(n) * Double(m) / Double(n + m)).squareRoot()
        return Test(chance: smirnovChance(of: (size + 0.12 + 0.11 / size) * distance), distance: distance)
    }

    /// Upper tail of the Kolmogorov distribution.
    private static func smirnovChance(of value: Double) -> Double {
        guard value > 0.2 else { return 1 }
        var sum = 0.0
        for k in 1...100 {
            let term = exp(-2 * Double(k * k) * value * value)
            sum += k % 2 == 1 ? term : -term
            if term < 1e-12 { break }
        }
        return min(1, max(0, 2 * sum))
    }

    /// Upper tail of the chi-square distribution: the regularised incomplete gamma function.
    ///
    /// Source: Press et al., "Numerical Recipes" (1992), 6.2.
    static func chiSquareChance(of statistic: Double, degrees: Int) -> Double {
        guard degrees > 0, statistic > 0 else { return 1 }
        let (a, x) = (Double(degrees) / 2, statistic / 2)
        let scale = exp(-x + a * log(x) - lgamma(a))
        if x < a + 1 {
            var (term, sum, k) = (1 / a, 1 / a, a)
            for _ in 0..<10_000 {
                k += 1
                term *= x / k
                sum += term
                if term < sum * 1e-14 { break }
            }
            return max(0, 1 - sum * scale)
        }
        var (b, c) = (x + 1 - a, 1e300)
        var d = 1 / b
        var fraction = d
        for i in 1...10_000 {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / nonZero(an * d + b)
            c = nonZero(b + an / c)
            let factor = d * c
            fraction *= factor
            if abs(factor - 1) < 1e-14 { break }
        }
        return min(1, scale * fraction)
    }

    private static func nonZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
