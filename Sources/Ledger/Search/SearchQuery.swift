internal import Dossiers
package import Foundation

/// What somebody looks for: every word has to be there, the last one may be the beginning of a word.
package struct SearchQuery: Hashable, Sendable {
    /// Without marks, in the order in which they were written.
    let words: [String]
    /// Small letters with the marks that were written.
    let written: [String]

    /// Nobody types more to find one dossier.
    private static let most = 12

    /// Nil where there is neither a letter nor a digit in it.
    package init?(_ text: String) {
        words = Array(SearchWords.of([text]).prefix(Self.most))
        written = SearchWords.split(text.precomposedStringWithCanonicalMapping.lowercased())
        if words.isEmpty { return nil }
    }

    /// Whether marks were written, so that what bears the same marks is meant first.
    var hasMarks: Bool { written.contains { $0 != $0.folded } }
}

/// A dossier that was found.
package struct SearchHit: Hashable, Sendable {
    package var dossier: String
    package var number: String?
    package var procedureCode: String?
    package var procedureName: String?
    package var decision: String
    /// As read off the papers; nil where nothing was.
    package var applicant: String?
    package var triagedAt: Date
    /// The scan file's name.
    package var source: String
    /// One for each unit that works on it, the leading one first.
    package var items: [QueueItem]
}
