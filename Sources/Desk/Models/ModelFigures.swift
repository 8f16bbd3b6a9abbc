internal import Foundation

/// What was measured of a version when it was trained, as far as people are shown it.
struct ModelFigures: Decodable, Sendable {
    struct HeldOut: Decodable, Sendable {
        var texts: Int
        var accuracy: Double
        var macroF1: Double
        var calibrationError: Double
    }

    struct Coverage: Decodable, Sendable {
        var errorRate: Double
        var threshold: Double
        var coverage: Double
    }

    /// A ranking of the catalogue is held against nothing.
    var heldOut: HeldOut?
    var coverage: [Coverage]?

    /// Nil for what holds no figures.
    init?(_ text: String) {
        guard let figures = try? JSONDecoder().decode(ModelFigures.self, from: Data(text.utf8)) else { return nil }
        self = figures
    }

    /// From which probability it decides alone under a pipeline's promise, and how much that is; nil where it never does.
    func coverage(promising errorLimit: Double) -> Coverage? {
        coverage?.filter { $0.errorRate <= errorLimit }.max { $0.errorRate < $1.errorRate }
    }
}
