/// One score a class from the weighted features of a text: a linear support vector machine for each
/// class against the rest, on top of what Naive Bayes makes of the counts.
struct LinearLayer: Hashable, Sendable {
    let classes: Int
    /// By feature, by class.
    var weights: [Float]
    /// By class.
    var intercepts: [Float]

    init(classes: Int, features: Int) {
        self.classes = classes
        weights = [Float](repeating: 0, count: classes * features)
        intercepts = [Float](repeating: 0, count: classes)
    }

    /// Greater is likelier; about +1 where a text is like those learned of the class, and -1 where it is
    /// like the others.
    func scores(of row: some Sequence<(feature: Int, weight: Float)>) -> [Float] {
        var scores = intercepts
        for item in row {
            let start = item.feature * classes
            for index in scores.indices { scores[index] += item.weight * weights[start + index] }
        }
        return scores
    }
}

extension LinearLayer {
    /// How it is fitted.
    struct Fitting: Hashable, Sendable {
        /// What a text on the wrong side costs, against the length of the weights.
        var cost: Float
        /// Rounds over all texts at most.
        var rounds: Int
        /// The weight of the intercept's own feature.
        var intercept: Float = 1
        var seed: UInt64 = 1
    }

    /// Fits by dual coordinate descent on the squared hinge loss (Hsieh et al., "A Dual Coordinate
    /// Descent Method for Large-scale Linear SVM", ICML 2008), all classes in one pass over the texts.
    ///
    /// The weights that the layer has on entry are the prior that it is pulled towards. Deterministic.
    ///
    /// - Parameters:
    ///   - labels: The class of each text.
    ///   - rows: Which texts to learn, in any order.
    /// - Complexity: O(rounds × weights of the texts × classes).
    mutating func fit(_ texts: SparseTexts, labels: [Int32], rows: [Int], _ fitting: Fitting) {
        var order = rows
        var random = SplitMix64(seed: fitting.seed)
        var multipliers = [Float](repeating: 0, count: texts.count * classes)
        var steps = [Float](repeating: 0, count: classes)
        let softness = 1 / (2 * fitting.cost)
        let squares = squaredLengths(of: texts, rows: rows, intercept: fitting.intercept)
        let classes = classes
        func end(of place: Int) -> Int { (Int(texts.features[place]) + 1) * classes }
        for _ in 0..<fitting.rounds {
            order.shuffle(using: &random)
            var greatest: Float = 0
            weights.withUnsafeMutableBufferPointer { weights in
                for text in order {
                    let places = texts.places(of: text)
                    for index in 0..<classes { steps[index] = intercepts[index] * fitting.intercept }
                    steps.withUnsafeMutableBufferPointer { steps in
                        for place in places {
                            let row = UnsafeMutableBufferPointer(
                                rebasing: weights[Int(texts.features[place]) * classes..<end(of: place)])
                            Self.add(texts.weights[place], times: row, to: steps)
                        }
                    }
                    var moved = false
                    let scale = 1 / (squares[text] + softness)
                    for index in 0..<classes {
                        let side: Float = index == Int(labels[text]) ? 1 : -1
                        let old = multipliers[text * classes + index]
                        let slope = side * steps[index] - 1 + softness * old
                        let new = max(0, old - slope * scale)
                        let step = (new - old) * side
                        multipliers[text * classes + index] = new
                        steps[index] = step
                        if step != 0 {
                            moved = true
                            greatest = max(greatest, abs(slope))
                        }
                    }
                    guard moved else { continue }
                    for index in 0..<classes { intercepts[index] += steps[index] * fitting.intercept }
                    steps.withUnsafeMutableBufferPointer { steps in
                        for place in places {
                            let row = UnsafeMutableBufferPointer(
                                rebasing: weights[Int(texts.features[place]) * classes..<end(of: place)])
                            Self.add(texts.weights[place], times: steps, to: row)
                        }
                    }
                }
            }
            if greatest < Self.stillness { break }
        }
        for index in 0..<classes { intercepts[index] *= fitting.intercept }
    }

    /// Adds a multiple of one row to another, four at a time.
    @inline(__always)
    private static func add(
        _ factor: Float, times row: UnsafeMutableBufferPointer<Float>, to sums: UnsafeMutableBufferPointer<Float>
    ) {
        guard let from = UnsafeRawPointer(row.baseAddress), let into = UnsafeMutableRawPointer(sums.baseAddress) else {
            return
        }
        let size = MemoryLayout<Float>.stride
        var index = 0
        while index + 4 <= sums.count {
            let more = factor * from.loadUnaligned(fromByteOffset: index * size, as: SIMD4<Float>.self)
            let sum = into.loadUnaligned(fromByteOffset: index * size, as: SIMD4<Float>.self) + more
            into.storeBytes(of: sum, toByteOffset: index * size, as: SIMD4<Float>.self)
            index += 4
        }
        while index < sums.count {
            sums[index] += factor * row[index]
            index += 1
        }
    }

    /// A slope at which no step is worth another round.
    private static let stillness: Float = 0.01

    private func squaredLengths(of texts: SparseTexts, rows: [Int], intercept: Float) -> [Float] {
        var squares = [Float](repeating: 0, count: texts.count)
        for text in rows {
            squares[text] = texts.places(of: text).reduce(intercept * intercept) {
                $0 + texts.weights[$1] * texts.weights[$1]
            }
        }
        return squares
    }
}
