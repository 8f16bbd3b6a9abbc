/// Texts as rows of features with their weights, stored flat.
struct SparseTexts: Sendable {
    private(set) var starts = [0]
    private(set) var features: [Int32] = []
    private(set) var weights: [Float] = []

    var count: Int { starts.count - 1 }

    mutating func append(_ row: some Sequence<(feature: Int, weight: Float)>) {
        for item in row {
            features.append(Int32(item.feature))
            weights.append(item.weight)
        }
        starts.append(features.count)
    }

    func places(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }
}
