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

    struct Scores {
        /// By group: log likelihood of the text's weights. Greater is likelier.
        var totals: [Double]
        /// By feature of the text: how much more it adds to one group's score than to another's; empty
        /// where no two groups were to be compared.
        var leads: [Double]
    }

    /// Scores without priors: what people filed most often so far says little of what lies here.
    ///
    /// - Parameters:
    ///   - groups: labels of each group; labels in no group take no part.
    ///   - pair: groups whose difference is to be explained.
    /// - Complexity: O(features × groups).
    func scores(of text: [Observed], groups: [[Int]], comparing pair: (Int, Int)? = nil) -> Scores {
        let frame = Frame(counts: counts, groups: groups)
        let extra = smoothing * EvidenceCounts.unit
        let all = Double(counts.entries.count) * extra
        let allMass = frame.mass.reduce(0, +)
        let floors = frame.mass.map { mass in
            switch weighting {
            case .multinomial: log(mass + all)
            case .complement: log(allMass - mass + all)
            }
        }
        var totals = [Double](repeating: 0, count: groups.count)
        var leads: [Double] = []
        var seen = [Double](repeating: 0, count: groups.count)
        for item in text {
            for group in seen.indices { seen[group] = 0 }
            var seenInAll = 0.0
            for entry in counts.entries[item.feature] {
                let group = frame.groupOfLabel[Int(entry.label)]
                guard group >= 0 else { continue }
                seen[group] += Double(entry.mass)
                seenInAll += Double(entry.mass)
            }
            var lead = 0.0
            // Most groups lack most features: their logarithm is taken once.
            let unseen =
                switch weighting {
                case .multinomial: log(extra)
                case .complement: log(seenInAll + extra)
                }
            for group in totals.indices {
                let score: Double
                switch weighting {
                case .multinomial: score = (seen[group] == 0 ? unseen : log(seen[group] + extra)) - floors[group]
                case .complement:
                    score = floors[group] - (seen[group] == 0 ? unseen : log(seenInAll - seen[group] + extra))
                }
                totals[group] += item.weight * score
                if group == pair?.0 { lead += item.weight * score }
                if group == pair?.1 { lead -= item.weight * score }
            }
            if pair != nil { leads.append(lead) }
        }
        return Scores(totals: totals, leads: leads)
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
