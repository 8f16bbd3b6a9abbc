/// Many texts as rows of features and how often each stands in them, stored flat.
struct CountedTexts: Sendable {
    private(set) var table: KeyTable
    private(set) var starts = [0]
    private(set) var features: [Int32] = []
    private(set) var times: [UInt16] = []
    private var row = TextFeatures()
    private var numbers: [Int32] = []

    /// - Parameter bytes: Of all texts that will come, more or less.
    init(bytes: Int = 0) {
        // A text has a new feature to some ten bytes.
        table = KeyTable(capacity: max(1 << 12, bytes / 10))
    }

    var count: Int { starts.count - 1 }

    func places(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        row.take(text)
        table.register(row.keys, as: &numbers)
        features.append(contentsOf: numbers)
        times.append(contentsOf: row.times.lazy.map { UInt16(clamping: $0) })
        starts.append(features.count)
    }

    /// The same with those features only that stand in enough texts.
    func keeping(texts least: Int) -> CountedTexts {
        guard least > 1 else { return self }
        var holding = [Int32](repeating: 0, count: table.keys.count)
        for feature in features { holding[Int(feature)] += 1 }
        var kept = CountedTexts()
        kept.features.reserveCapacity(features.count)
        kept.times.reserveCapacity(features.count)
        var numbers = [Int32](repeating: -1, count: holding.count)
        let chosen = holding.indices.filter { holding[$0] >= least }
        kept.table = KeyTable(keys: chosen.map { table.keys[$0] })
        for (number, feature) in chosen.enumerated() { numbers[feature] = Int32(number) }
        for row in 0..<count {
            for place in places(of: row) where numbers[Int(features[place])] >= 0 {
                kept.features.append(numbers[Int(features[place])])
                kept.times.append(times[place])
            }
            kept.starts.append(kept.features.count)
        }
        return kept
    }
}
