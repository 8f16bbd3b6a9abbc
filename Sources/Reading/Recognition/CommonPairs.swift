import Dossiers
import Foundation

/// Which words stand beside each other in the wordings of forms, names of procedures and of places, and in what the
/// national catalogue says of procedures.
///
/// Made by `Scripts/write-common-pairs`.
package struct CommonPairs: Sendable {
    /// Hashes of bytes: strings would be brought into a normal form, one by one, at every reader's start.
    private var pairs: Set<UInt64> = []
    /// Words by what is left of them when marks are lost.
    private var alike: [String: [String]] = [:]

    /// - Parameter tables: UTF-8; on every line a word and all that follow it somewhere, in small letters, composed.
    package init(_ tables: [UInt8]...) {
        var words: Set<UInt64> = []
        for line in tables.lazy.flatMap({ $0.split(separator: UInt8(ascii: "\n")) }) {
            let parts = line.split(separator: UInt8(ascii: " "))
            guard let first = parts.first else { continue }
            for word in parts where words.insert(Self.hash(of: word)).inserted {
                let word = String(decoding: word, as: UTF8.self)
                alike[word.folded, default: []].append(word)
            }
            for second in parts.dropFirst() { pairs.insert(Self.hash(of: first, second)) }
        }
    }

    static let known = CommonPairs(PackageResources.common_pairs_txt, PackageResources.procedure_pairs_txt)

    /// The word whose tone or vowel marks were misread, as it stands beside its neighbours elsewhere; nil where it may
    /// be right as it is, or more than one could be meant.
    ///
    /// - Parameters:
    ///   - word: In small letters, composed; neighbours too, nil where there is none.
    ///   - isSure: Whether the word itself was read clearly: then both neighbours have to know the other.
    func meant(by word: String, after before: String?, before after: String?, isSure: Bool) -> String? {
        let word = word.withOlderTone
        func support(_ candidate: String) -> Int {
            (before.map { pairs.contains(Self.hash(of: $0.utf8, candidate.utf8)) } ?? false ? 1 : 0)
                + (after.map { pairs.contains(Self.hash(of: candidate.utf8, $0.utf8)) } ?? false ? 1 : 0)
        }
        guard support(word) == 0, let candidates = alike[word.folded] else { return nil }
        let ranked = candidates.filter { $0 != word }.map { ($0, support($0)) }.sorted { $0.1 > $1.1 }
        guard let best = ranked.first, best.1 >= (isSure ? 2 : 1), ranked.count == 1 || ranked[1].1 < best.1 else {
            return nil
        }
        return best.0
    }

    /// FNV-1a over the words with a space after each.
    private static func hash<Bytes: Sequence<UInt8>>(of words: Bytes...) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x20) &* 0x100_0000_01b3
        }
        return hash
    }
}
