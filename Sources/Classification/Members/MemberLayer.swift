import Dossiers

/// What tells the members of a family apart, learned from their differences: a linear layer over the
/// words whose share differs between them by more than chance.
///
/// Where a request line is lost, the layer falls back to what a page without one most likely is; for it
/// is fitted to damaged texts as well as to whole ones.
struct MemberLayer: Hashable, Sendable {
    /// Labels, in the order of the layer's classes.
    let members: [LabelIndex.Item]
    /// Ascending.
    let keys: [UInt64]
    let layer: LinearLayer
    private let places: [UInt64: Int]

    init(members: [LabelIndex.Item], keys: [UInt64], layer: LinearLayer) {
        self.members = members
        self.keys = keys
        self.layer = layer
        places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
    }

    /// One text of the family: its member, and its features.
    struct Example: Sendable {
        var member: Int
        var features: [UInt64]
    }

    /// Nil where there is nothing to tell apart.
    init?(of examples: [Example], members: [LabelIndex.Item], seed: UInt64) {
        guard members.count > 1, !examples.isEmpty else { return nil }
        let keys = Self.telling(examples, members: members.count)
        let places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
        var texts = SparseTexts()
        for example in examples { texts.append(Self.row(example.features.lazy.compactMap { places[$0] })) }
        var layer = LinearLayer(classes: members.count, features: keys.count)
        layer.fit(
            texts, labels: examples.map { Int32($0.member) }, rows: Array(examples.indices),
            LinearLayer.Fitting(cost: 1, rounds: 30, seed: seed))
        self.init(members: members, keys: keys, layer: layer)
    }

    func scores(of features: RequestFeatures) -> [Double] {
        layer.scores(of: Self.row(features.keys.compactMap { places[$0] })).map(Double.init)
    }

    /// What the page's strongest word adds to one member's score beyond another's; 0 where none adds anything.
    func strongestLead(of features: RequestFeatures, from member: Int, to other: Int) -> Double {
        let leads = leads(of: features, from: member, to: other)
        return max(0, leads.map(\.weight).max() ?? 0) / Double(4 + leads.count).squareRoot()
    }

    /// By key of the page: what it adds to one member's score beyond another's.
    func leads(of features: RequestFeatures, from member: Int, to other: Int) -> [(key: UInt64, weight: Double)] {
        features.keys.compactMap { key in
            guard let place = places[key] else { return nil }
            let start = place * layer.classes
            return (key, Double(layer.weights[start + member] - layer.weights[start + other]))
        }
    }

    /// A page with more to say says it no louder; one with little says less.
    private static func row(_ places: some Sequence<Int>) -> [(feature: Int, weight: Float)] {
        let places = places.sorted()
        let weight = 1 / Float(4 + places.count).squareRoot()
        return places.map { ($0, weight) }
    }

    private static func telling(_ examples: [Example], members: Int) -> [UInt64] {
        var texts = [Double](repeating: 0, count: members)
        var holding: [UInt64: [Int32]] = [:]
        for example in examples {
            texts[example.member] += 1
            for key in example.features { holding[key, default: []].append(Int32(example.member)) }
        }
        return holding.compactMap { key, holders in
            var counts = [Double](repeating: 0, count: members)
            for member in holders { counts[Int(member)] += 1 }
            return Significance.differs(holding: counts, of: texts) ? key : nil
        }.sorted()
    }
}
