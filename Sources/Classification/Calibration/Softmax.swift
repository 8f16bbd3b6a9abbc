import Foundation

/// Scores as probabilities: `exp(score × sharpness)` scaled to a sum of 1. The inverse of the
/// sharpness is the temperature (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017).
func softmax(_ scores: [Double], sharpness: Double) -> [Double] {
    guard let greatest = scores.max() else { return [] }
    let powers = scores.map { exp(($0 - greatest) * sharpness) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}

/// The sharpness under which held-out scores explain the right answers best, by the least mean
/// negative log likelihood. Deterministic: a golden-section search on a logarithmic scale.
///
/// - Parameter samples: scores, and the index of the right one; nil where it is not among them.
func calibratedSharpness(of samples: [(scores: [Double], right: Int?)]) -> Double {
    func loss(_ exponent: Double) -> Double {
        samples.reduce(0) { sum, sample in
            guard let right = sample.right else { return sum }
            return sum - log(max(softmax(sample.scores, sharpness: exp(exponent))[right], 1e-12))
        }
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    var low = log(0.01)
    var high = log(10_000.0)
    for _ in 0..<40 {
        let left = high - ratio * (high - low)
        let right = low + ratio * (high - low)
        if loss(left) < loss(right) { high = right } else { low = left }
    }
    return exp((low + high) / 2)
}
