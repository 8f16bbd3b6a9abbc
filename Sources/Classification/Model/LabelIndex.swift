/// The labels of a model, each with the form family it was learned with. One procedure may be asked
/// for on several forms: then it stands here once a family.
struct LabelIndex: Hashable, Sendable {
    struct Item: Hashable, Comparable, Sendable {
        var label: String
        var family: String?

        static func < (left: Item, right: Item) -> Bool {
            (left.family ?? left.label, left.label) < (right.family ?? right.label, right.label)
        }
    }

    private(set) var items: [Item] = []

    init(items: [Item] = []) {
        self.items = items
    }

    func number(of item: Item) -> Int? { items.firstIndex(of: item) }

    mutating func register(_ item: Item) -> Int {
        if let number = number(of: item) { return number }
        items.append(item)
        return items.count - 1
    }

    /// Whether texts are told apart in two stages, the form's family first.
    var hasFamilies: Bool { items.contains { $0.family != nil } }

    /// The groups of the first stage, by name. A label without a family is a family of its own.
    var families: [Family] {
        Dictionary(grouping: items.indices) { items[$0].family ?? items[$0].label }
            .map { Family(name: $0.key, labels: $0.value.sorted()) }
            .sorted { $0.name < $1.name }
    }
}

/// A printed form, and the labels that share it.
struct Family: Hashable, Sendable {
    var name: String
    /// Indices into `LabelIndex.items`.
    var labels: [Int]
}
