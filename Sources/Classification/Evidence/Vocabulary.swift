/// Features and their numbers, in the order in which they were met.
struct Vocabulary: Sendable {
    private(set) var features: [Feature] = []
    private var numbers: [Feature: Int] = [:]
    /// By `Feature.wordHash`: of a page's thousands of features no text needs to be made.
    private var numbersByHash: [UInt64: Int] = [:]

    init(features: [Feature] = []) {
        self.features = features
        numbers = Dictionary(zip(features, features.indices)) { first, _ in first }
        numbersByHash = Dictionary(zip(features.map(\.wordHash), features.indices)) { first, _ in first }
    }

    func number(ofHash hash: UInt64) -> Int? { numbersByHash[hash] }

    func number(of feature: Feature) -> Int? { numbers[feature] }

    /// The feature's number, a new one if it was not known.
    mutating func register(_ feature: Feature) -> Int {
        if let number = numbers[feature] { return number }
        let number = features.count
        numbers[feature] = number
        numbersByHash[feature.wordHash] = number
        features.append(feature)
        return number
    }
}
