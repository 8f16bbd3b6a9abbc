import Dossiers
import Foundation

/// Which kinds of evidence a model looks at. Cross-validation picks the recipe; the model file keeps it.
package struct FeatureRecipe: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Title, request and body apart. Without it all is body.
    package static let zones = FeatureRecipe(rawValue: 1)
    /// Words once more without their marks, for text that lost them.
    package static let folded = FeatureRecipe(rawValue: 2)
    /// Two words in a row.
    package static let pairs = FeatureRecipe(rawValue: 4)
    /// Runs of letters within words, without marks: they outlive a misread letter.
    package static let letters = FeatureRecipe(rawValue: 8)

    var inWords: String {
        let parts: [(FeatureRecipe, String)] = [
            (.zones, "title, request and body apart"), (.folded, "words also without marks"),
            (.pairs, "pairs of words"),
            (.letters, "runs of five letters"),
        ]
        return (["words"] + parts.filter { contains($0.0) }.map(\.1)).joined(separator: ", ")
    }

    /// The evidence of a text. Each zone is the logarithm of its counts scaled to the length of its
    /// weight, so that a long page says no more than a short one (Rennie et al., "Tackling the Poor
    /// Assumptions of Naive Bayes Text Classifiers", ICML 2003, section 4.1 and 4.3).
    func features(of text: String) -> [Feature: Double] { features(of: TextZones(text, apart: contains(.zones))) }

    func features(of zones: TextZones) -> [Feature: Double] {
        var all = scaled(counts(of: zones.tokens.title, in: .title))
        all.merge(scaled(counts(of: zones.tokens.request, in: .request))) { $0 + $1 }
        all.merge(scaled(counts(of: zones.tokens.body, in: .body))) { $0 + $1 }
        return all
    }

    private func counts(of lines: [SyllableTokens], in zone: Feature.Zone) -> [Feature: Int] {
        var counts: [Feature: Int] = [:]
        for tokens in lines {
            count(tokens.marked, as: .marked, in: zone, into: &counts)
            if contains(.folded) { count(tokens.folded, as: .folded, in: zone, into: &counts) }
            if contains(.letters), zone != .title {
                Self.runs(of: Self.lettersInARun, in: tokens.folded).forEach {
                    counts[Feature(zone, .letters, $0), default: 0] += 1
                }
            }
        }
        if zone == .title { titleLetters(of: lines).forEach { counts[$0, default: 0] += 1 } }
        return counts
    }

    private func count(
        _ words: [String], as kind: Feature.Kind, in zone: Feature.Zone, into counts: inout [Feature: Int]
    ) {
        var previous: String?
        for word in words {
            counts[Feature(zone, kind, word), default: 0] += 1
            if contains(.pairs), let previous { counts[Feature(zone, kind, "\(previous) \(word)"), default: 0] += 1 }
            previous = word
        }
    }

    /// A title is short, so one misread letter costs much of its words: its letters count too, in order.
    func titleLetters(of lines: [SyllableTokens]) -> [Feature] {
        Self.runs(of: Self.lettersInATitleRun, in: lines.flatMap(\.folded))
            .map { Feature(.title, .letters, $0) }
    }

    static func runs(of length: Int, in words: [String]) -> [String] {
        let letters = Array(words.joined(separator: " ").unicodeScalars)
        guard letters.count >= length else { return [] }
        return (0...(letters.count - length)).map { start in
            String(String.UnicodeScalarView(letters[start..<(start + length)]))
        }
    }

    static let lettersInARun = 5
    private static let lettersInATitleRun = 3

    private func scaled(_ counts: [Feature: Int]) -> [Feature: Double] {
        let length = Self.length(of: counts.values)
        return length > 0 ? counts.mapValues { Self.damped($0) / length } : [:]
    }

    static func length(of counts: some Sequence<Int>) -> Double {
        // Summed by count, not feature by feature: a dictionary's order differs from run to run, and
        // with it the last bit of a sum.
        var featuresWithCount: [Int: Int] = [:]
        for count in counts { featuresWithCount[count, default: 0] += 1 }
        let squares = featuresWithCount.sorted { $0.key < $1.key }
            .reduce(0.0) { sum, next in sum + Double(next.value) * damped(next.key) * damped(next.key) }
        return squares.squareRoot()
    }

    static func damped(_ count: Int) -> Double { count == 1 ? 1 : 1 + log(Double(count)) }
}
