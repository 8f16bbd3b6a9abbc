/// Features and their numbers, in the order in which they were met.
struct Vocabulary: Sendable {
    private(set) var features: [Feature] = []
    private var numbers: [Feature: Int] = [:]

    init(features: [Feature] = []) {
        self.features = features
        numbers = Dictionary(zip(features, features.indices)) { first, _ in first }
    }

    func number(of feature: Feature) -> Int? { numbers[feature] }

    /// The feature's number, a new one if it was not known.
    mutating func register(_ feature: Feature) -> Int {
        if let number = numbers[feature] { return number }
        let number = features.count
        numbers[feature] = number
        features.append(feature)
        return number
    }
}
