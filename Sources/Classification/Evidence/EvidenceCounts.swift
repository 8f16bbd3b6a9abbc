/// What was counted of labelled texts, in whole numbers, so that a text can be learned and unlearned
/// exactly. Weights are derived from it when a text is judged.
struct EvidenceCounts: Hashable, Sendable {
    /// How often a feature was seen under one label.
    struct Entry: Hashable, Sendable {
        /// Index of the label.
        var label: Int32
        /// Texts that hold the feature.
        var texts: UInt32
        /// Sum of the feature's weights in them, in units of `1 / EvidenceCounts.unit`.
        var mass: UInt64
    }

    struct Total: Hashable, Sendable {
        var texts: UInt32 = 0
        var mass: UInt64 = 0
    }

    /// A feature of a text with its weight in whole units.
    struct Observation: Hashable, Sendable {
        var feature: Int
        var mass: UInt64
    }

    /// Units to a weight of 1.
    static let unit = 4096.0

    /// By feature; each list ascends by label.
    private(set) var entries: [[Entry]] = []
    /// By label.
    private(set) var totals: [Total] = []

    init(entries: [[Entry]] = [], totals: [Total] = []) {
        self.entries = entries
        self.totals = totals
    }

    /// Texts learned.
    var texts: Int { totals.reduce(0) { $0 + Int($1.texts) } }

    /// - Complexity: O(features of the text × labels that share them).
    mutating func learn(_ observations: [Observation], label: Int) {
        while totals.count <= label { totals.append(Total()) }
        totals[label].texts += 1
        for observation in observations {
            while entries.count <= observation.feature { entries.append([]) }
            totals[label].mass += observation.mass
            let place = self.place(of: label, in: observation.feature)
            if place < entries[observation.feature].count, entries[observation.feature][place].label == label {
                entries[observation.feature][place].texts += 1
                entries[observation.feature][place].mass += observation.mass
            } else {
                let entry = Entry(label: Int32(label), texts: 1, mass: observation.mass)
                entries[observation.feature].insert(entry, at: place)
            }
        }
    }

    /// The reverse of `learn`. Returns false, and changes nothing, where this text was not learned under the label.
    mutating func unlearn(_ observations: [Observation], label: Int) -> Bool {
        guard label < totals.count, totals[label].texts > 0, observations.allSatisfy({ holds($0, label: label) })
        else { return false }
        totals[label].texts -= 1
        for observation in observations {
            totals[label].mass -= observation.mass
            let place = self.place(of: label, in: observation.feature)
            entries[observation.feature][place].texts -= 1
            entries[observation.feature][place].mass -= observation.mass
            if entries[observation.feature][place].texts == 0 { entries[observation.feature].remove(at: place) }
        }
        return true
    }

    private func holds(_ observation: Observation, label: Int) -> Bool {
        guard observation.feature < entries.count else { return false }
        let place = self.place(of: label, in: observation.feature)
        let list = entries[observation.feature]
        return place < list.count && list[place].label == label && list[place].mass >= observation.mass
    }

    /// Where the label's entry is, or would be.
    private func place(of label: Int, in feature: Int) -> Int {
        let list = entries[feature]
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle].label) < label { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
