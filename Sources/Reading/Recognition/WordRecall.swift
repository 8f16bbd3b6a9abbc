import Foundation

/// How much of what stands on a page was read.
///
/// Words are compared as multisets, so that reading order does not count: a word is a longest run of letters, marks and
/// digits, in NFC, case-sensitive; punctuation divides words and is left out. A word that stands thrice and was read
/// twice gives two hits.
package struct WordRecall: Hashable, Sendable {
    /// Words on the page.
    package private(set) var printed = 0
    /// Words that were read.
    package private(set) var read = 0
    /// Words on the page that were read.
    package private(set) var hits = 0

    package init() {}

    package init(of text: String, printed truth: String) {
        let printed = Self.counts(of: truth)
        let read = Self.counts(of: text)
        self.printed = printed.values.reduce(0, +)
        self.read = read.values.reduce(0, +)
        hits = printed.reduce(0) { $0 + min($1.value, read[$1.key, default: 0]) }
    }

    /// Share of the printed words that were read, 0…1; 1 where nothing is printed.
    package var recall: Double { printed == 0 ? 1 : Double(hits) / Double(printed) }
    /// Share of the words read that are printed, 0…1; 1 where nothing was read.
    package var precision: Double { read == 0 ? 1 : Double(hits) / Double(read) }

    package static func += (sum: inout Self, page: Self) {
        sum.printed += page.printed
        sum.read += page.read
        sum.hits += page.hits
    }

    private static func counts(of text: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in text.precomposedStringWithCanonicalMapping.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            counts[String(word), default: 0] += 1
        }
        return counts
    }
}
