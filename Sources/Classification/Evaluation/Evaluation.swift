/// How a model did on texts that a person labelled.
package struct Evaluation: Codable, Hashable, Sendable {
    package var texts: Int
    /// Share of right labels, 0…1.
    package var accuracy: Double
    /// Mean over labels of the harmonic mean of precision and recall, 0…1.
    package var macroF1: Double
    /// Expected calibration error over ten bins of equal width, 0…1 (Naeini et al., AAAI 2015).
    package var calibrationError: Double

    package init(of judged: [JudgedText]) {
        texts = judged.count
        let count = Double(max(judged.count, 1))
        accuracy = Double(judged.count { $0.isRight }) / count
        macroF1 = Self.macroF1(of: judged)
        let bins = Dictionary(grouping: judged) { min(Int($0.probability * 10), 9) }
        calibrationError = bins.sorted { $0.key < $1.key }.reduce(0) { sum, bin in
            let right = Double(bin.value.count { $0.isRight })
            let promised = bin.value.reduce(0) { $0 + $1.probability }
            return sum + abs(right - promised) / count
        }
    }

    private static func macroF1(of judged: [JudgedText]) -> Double {
        var right: [String: Double] = [:]
        var labelled: [String: Double] = [:]
        var predicted: [String: Double] = [:]
        for text in judged {
            labelled[text.label, default: 0] += 1
            predicted[text.predicted, default: 0] += 1
            if text.isRight { right[text.label, default: 0] += 1 }
        }
        let labels = Set(labelled.keys).union(predicted.keys).sorted()
        let sum = labels.reduce(0) { $0 + 2 * (right[$1] ?? 0) / ((labelled[$1] ?? 0) + (predicted[$1] ?? 0)) }
        return sum / Double(max(labels.count, 1))
    }
}
