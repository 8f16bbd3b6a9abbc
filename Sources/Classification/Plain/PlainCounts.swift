/// How often each feature stands in the texts of each label: whole numbers, so that a text can be learned
/// and unlearned exactly. Stored flat, feature by feature.
struct PlainCounts: Hashable, Sendable {
    /// By feature, where its entries begin; one more than there are features.
    private(set) var starts: [Int] = [0]
    /// By entry; ascending within a feature.
    private(set) var labels: [UInt16] = []
    /// By entry: texts that hold the feature.
    private(set) var texts: [UInt32] = []
    /// By entry: times it stands in them.
    private(set) var times: [UInt32] = []
    /// By label.
    private(set) var labelTexts: [UInt32] = []

    var features: Int { starts.count - 1 }
    var allTexts: Int { labelTexts.reduce(0) { $0 + Int($1) } }

    /// Texts that hold a feature.
    func textsHolding(_ feature: Int) -> Int {
        (starts[feature]..<starts[feature + 1]).reduce(0) { $0 + Int(texts[$1]) }
    }

    init(labels: Int) { labelTexts = [UInt32](repeating: 0, count: labels) }

    init(starts: [Int], labels: [UInt16], texts: [UInt32], times: [UInt32], labelTexts: [UInt32]) {
        (self.starts, self.labels, self.texts, self.times) = (starts, labels, texts, times)
        self.labelTexts = labelTexts
    }

    /// Counts of many texts at once.
    ///
    /// - Complexity: O(features of the texts).
    init(of rows: CountedTexts, labelOfRow: [Int32], labels count: Int, chosen: [Int]) {
        labelTexts = [UInt32](repeating: 0, count: count)
        // Rows label by label, so that each feature meets its labels in ascending order.
        let order = chosen.sorted { (labelOfRow[$0], $0) < (labelOfRow[$1], $1) }
        var next = [Int](repeating: 0, count: rows.table.keys.count + 1)
        for row in order {
            labelTexts[Int(labelOfRow[row])] += 1
            for place in rows.places(of: row) { next[Int(rows.features[place]) + 1] += 1 }
        }
        for feature in 0..<rows.table.keys.count { next[feature + 1] += next[feature] }
        // Texts feature by feature, the label in the upper half, the times in the lower.
        let total = next[next.count - 1]
        let texts = [UInt32](unsafeUninitializedCapacity: total) { sorted, count in
            for row in order {
                let label = UInt32(labelOfRow[row]) << 16
                for place in rows.places(of: row) {
                    let feature = Int(rows.features[place])
                    sorted.initializeElement(at: next[feature], to: label | UInt32(rows.times[place]))
                    next[feature] += 1
                }
            }
            count = total
        }
        gather(texts, ends: next.dropLast())
    }

    /// - Parameters:
    ///   - texts: Feature by feature, the label in the upper half, ascending, the times in the lower.
    ///   - ends: By feature, where its texts end.
    private mutating func gather(_ texts: [UInt32], ends: ArraySlice<Int>) {
        labels.reserveCapacity(texts.count / 2)
        self.texts.reserveCapacity(texts.count / 2)
        times.reserveCapacity(texts.count / 2)
        starts.reserveCapacity(ends.count + 1)
        var position = 0
        for end in ends {
            while position < end {
                let label = texts[position] >> 16
                var count: UInt32 = 0
                var sum: UInt32 = 0
                while position < end, texts[position] >> 16 == label {
                    count += 1
                    sum += texts[position] & 0xFFFF
                    position += 1
                }
                append(label: UInt16(label), texts: count, times: sum)
            }
            starts.append(labels.count)
        }
    }

    /// Adds a text, or takes one back. Returns false, and changes nothing, where a text to be taken back
    /// was not learned so.
    ///
    /// - Parameter row: Features in ascending order, each once; new ones come after all known ones.
    /// - Complexity: O(entries).
    mutating func change(_ row: [(feature: Int, times: UInt32)], label: Int, learning: Bool) -> Bool {
        if !learning {
            guard label < labelTexts.count, labelTexts[label] > 0 else { return false }
            for item in row where !holds(item, label: label) { return false }
        }
        var new = PlainCounts(labels: max(labelTexts.count, label + 1))
        for index in labelTexts.indices { new.labelTexts[index] = labelTexts[index] }
        new.labelTexts[label] = learning ? new.labelTexts[label] + 1 : new.labelTexts[label] - 1
        let last = max(features, (row.last?.feature ?? -1) + 1)
        var position = 0
        for feature in 0..<last {
            var change: UInt32?
            if position < row.count, row[position].feature == feature {
                change = row[position].times
                position += 1
            }
            new.copy(feature, of: self, changing: label, by: change, learning: learning)
        }
        self = new
        return true
    }

    private mutating func copy(
        _ feature: Int, of old: PlainCounts, changing label: Int, by change: UInt32?, learning: Bool
    ) {
        var isDone = change == nil
        let range = feature < old.features ? old.starts[feature]..<old.starts[feature + 1] : 0..<0
        for entry in range {
            if !isDone, learning, old.labels[entry] > label {
                append(label: UInt16(label), texts: 1, times: change ?? 0)
                isDone = true
            }
            if !isDone, old.labels[entry] == label, let change {
                isDone = true
                let texts = learning ? old.texts[entry] + 1 : old.texts[entry] - 1
                let times = learning ? old.times[entry] + change : old.times[entry] - change
                if texts > 0 { append(label: old.labels[entry], texts: texts, times: times) }
                continue
            }
            append(label: old.labels[entry], texts: old.texts[entry], times: old.times[entry])
        }
        if !isDone, learning { append(label: UInt16(label), texts: 1, times: change ?? 0) }
        starts.append(labels.count)
    }

    private mutating func append(label: UInt16, texts: UInt32, times: UInt32) {
        labels.append(label)
        self.texts.append(texts)
        self.times.append(times)
    }

    private func holds(_ item: (feature: Int, times: UInt32), label: Int) -> Bool {
        guard item.feature < features else { return false }
        return (starts[item.feature]..<starts[item.feature + 1]).contains {
            Int(labels[$0]) == label && texts[$0] > 0 && times[$0] >= item.times
        }
    }
}
