import Foundation

/// How the counts of a label become its weights.
package enum Weighting: UInt8, CaseIterable, Sendable {
    /// By what texts of the label hold (McCallum and Nigam 1998).
    case multinomial
    /// By what texts of all other labels hold: steadier where labels have few or uneven numbers of
    /// texts (Rennie et al. 2003, section 3.1).
    case complement
}

/// Naive Bayes over groups of labels: a group's counts are the sum of its labels' counts.
struct NaiveBayes {
    let counts: EvidenceCounts
    var weighting: Weighting
    /// Pseudo-mass of each feature in each group, in units of weight 1.
    var smoothing: Double

    /// A feature of a text with its weight.
    struct Observed {
        var feature: Int
        var weight: Double
    }

    /// By group: log likelihood of the text's weights. Greater is likelier.
    ///
    /// Without priors: what people filed most often so far says little of what lies here. Labels in no group take no
    /// part.
    ///
    /// - Complexity: O(groups + counts of the features).
    func scores(of text: [Observed], groups: [[Int]]) -> [Double] {
        let frame = Frame(counts: counts, groups: groups)
        let floors = floors(frame)
        // Most groups lack most features: what that says is added up once for all groups.
        var unseen = 0.0
        var weights = 0.0
        var totals = [Double](repeating: 0, count: groups.count)
        var seen = [Double](repeating: 0, count: groups.count)
        var touched: [Int] = []
        for item in text {
            let all = Self.add(counts.entries[item.feature], to: &seen, touched: &touched, frame)
            let lacking = logarithm(seen: 0, ofAll: all)
            unseen += item.weight * lacking
            weights += item.weight
            for group in touched {
                totals[group] += item.weight * (logarithm(seen: seen[group], ofAll: all) - lacking)
                seen[group] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        let sign = weighting == .multinomial ? 1.0 : -1
        return totals.indices.map { sign * (totals[$0] + unseen - weights * floors[$0]) }
    }

    /// By feature of the text: how much more it adds to one group's score than to another's.
    func leads(of text: [Observed], groups: [[Int]], from one: Int, to other: Int) -> [Double] {
        let frame = Frame(counts: counts, groups: groups)
        let floors = floors(frame)
        var seen = [Double](repeating: 0, count: groups.count)
        var touched: [Int] = []
        let sign = weighting == .multinomial ? 1.0 : -1
        return text.map { item in
            let all = Self.add(counts.entries[item.feature], to: &seen, touched: &touched, frame)
            let (here, there) = (seen[one], seen[other])
            for group in touched { seen[group] = 0 }
            touched.removeAll(keepingCapacity: true)
            let lead =
                logarithm(seen: here, ofAll: all) - floors[one] - logarithm(seen: there, ofAll: all) + floors[other]
            return item.weight * sign * lead
        }
    }

    /// By group: the logarithm of all its mass, or of the other groups'.
    private func floors(_ frame: Frame) -> [Double] {
        let extra = Double(counts.entries.count) * smoothing * EvidenceCounts.unit
        let all = frame.mass.reduce(0, +)
        return frame.mass.map { log((weighting == .multinomial ? $0 : all - $0) + extra) }
    }

    /// Of a feature's mass in a group, or of that in the other groups.
    private func logarithm(seen: Double, ofAll all: Double) -> Double {
        log((weighting == .multinomial ? seen : all - seen) + smoothing * EvidenceCounts.unit)
    }

    /// Sums a feature's mass by group, and returns that of all groups.
    private static func add(
        _ entries: [EvidenceCounts.Entry], to seen: inout [Double], touched: inout [Int], _ frame: Frame
    ) -> Double {
        var all = 0.0
        for entry in entries {
            let group = frame.groupOfLabel[Int(entry.label)]
            guard group >= 0, entry.mass > 0 else { continue }
            if seen[group] == 0 { touched.append(group) }
            seen[group] += Double(entry.mass)
            all += Double(entry.mass)
        }
        return all
    }

    /// Sums by group.
    private struct Frame {
        /// -1 for a label in no group.
        var groupOfLabel: [Int]
        var mass: [Double]

        init(counts: EvidenceCounts, groups: [[Int]]) {
            groupOfLabel = [Int](repeating: -1, count: counts.totals.count)
            mass = [Double](repeating: 0, count: groups.count)
            for (group, labels) in groups.enumerated() {
                for label in labels {
                    groupOfLabel[label] = group
                    mass[group] += Double(counts.totals[label].mass)
                }
            }
        }
    }
}
