/// A linear layer with its weights in one byte each, scaled feature by feature: a quarter of the memory, and
/// the scores differ by less than a hundredth of what decides.
struct QuantizedLayer: Hashable, Sendable {
    let classes: Int
    /// By feature: what one unit of its weights is worth.
    let units: [Float]
    /// By feature, by class.
    let weights: [Int8]
    let intercepts: [Float]

    var features: Int { units.count }

    init(classes: Int, units: [Float], weights: [Int8], intercepts: [Float]) {
        (self.classes, self.units, self.weights, self.intercepts) = (classes, units, weights, intercepts)
    }

    init(_ layer: LinearLayer) {
        classes = layer.classes
        intercepts = layer.intercepts
        var units: [Float] = []
        var weights = [Int8](repeating: 0, count: layer.weights.count)
        for feature in 0..<(layer.weights.count / max(classes, 1)) {
            let range = feature * classes..<(feature + 1) * classes
            var greatest: Float = 0
            for place in range { greatest = max(greatest, abs(layer.weights[place])) }
            let unit = greatest / 127
            units.append(unit)
            guard unit > 0 else { continue }
            for place in range { weights[place] = Int8((layer.weights[place] / unit).rounded()) }
        }
        self.units = units
        self.weights = weights
    }

    func scores(of row: [(feature: Int, weight: Float)]) -> [Float] {
        var scores = intercepts
        weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                guard let bytes = UnsafeRawPointer(weights.baseAddress),
                    let sums = UnsafeMutableRawPointer(scores.baseAddress)
                else { return }
                for item in row {
                    let factor = item.weight * units[item.feature]
                    let start = item.feature * classes
                    var index = 0
                    while index + 4 <= classes {
                        let four = bytes.loadUnaligned(fromByteOffset: start + index, as: SIMD4<Int8>.self)
                        let more = factor * SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: four))
                        let place = index * MemoryLayout<Float>.stride
                        let sum = sums.loadUnaligned(fromByteOffset: place, as: SIMD4<Float>.self) + more
                        sums.storeBytes(of: sum, toByteOffset: place, as: SIMD4<Float>.self)
                        index += 4
                    }
                    while index < classes {
                        scores[index] += factor * Float(weights[start + index])
                        index += 1
                    }
                }
            }
        }
        return scores
    }

    func lead(of feature: Int, from one: Int, to other: Int) -> Float {
        units[feature] * (Float(weights[feature * classes + one]) - Float(weights[feature * classes + other]))
    }
}
