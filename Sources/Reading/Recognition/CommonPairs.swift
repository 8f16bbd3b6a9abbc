import Dossiers
import Foundation

/// Which words stand beside each other in the wordings of forms, names of procedures and of places.
///
/// Made by `Scripts/write-common-pairs`.
package struct CommonPairs: Sendable {
    private let pairs: Set<String>
    /// Words by what is left of them when marks are lost.
    private let alike: [String: [String]]

    /// - Parameter lines: A word and all that follow it somewhere, in small letters.
    package init(lines: some Sequence<Substring>) {
        var pairs: Set<String> = []
        var words: Set<String> = []
        for line in lines {
            let parts = line.split(separator: " ").map(String.init)
            guard let first = parts.first else { continue }
            words.formUnion(parts)
            for second in parts.dropFirst() { pairs.insert("\(first) \(second)") }
        }
        self.pairs = pairs
        alike = Dictionary(grouping: words, by: \.folded)
    }

    static let ofForms = CommonPairs(
        lines: String(decoding: PackageResources.common_pairs_txt, as: UTF8.self).split(separator: "\n"))

    /// The word whose tone or vowel marks were misread, as it stands beside its neighbours elsewhere; nil where it may
    /// be right as it is, or more than one could be meant.
    ///
    /// - Parameters:
    ///   - word: In small letters; neighbours too, nil where there is none.
    ///   - isSure: Whether the word itself was read clearly: then both neighbours have to know the other.
    func meant(by word: String, after before: String?, before after: String?, isSure: Bool) -> String? {
        guard let candidates = alike[word.folded] else { return nil }
        let word = word.withOlderTone
        func support(_ candidate: String) -> Int {
            (before.map { pairs.contains("\($0) \(candidate)") } ?? false ? 1 : 0)
                + (after.map { pairs.contains("\(candidate) \($0)") } ?? false ? 1 : 0)
        }
        guard support(word) == 0 else { return nil }
        let ranked = candidates.filter { $0 != word }.map { ($0, support($0)) }.sorted { $0.1 > $1.1 }
        guard let best = ranked.first, best.1 >= (isSure ? 2 : 1), ranked.count == 1 || ranked[1].1 < best.1 else {
            return nil
        }
        return best.0
    }
}
