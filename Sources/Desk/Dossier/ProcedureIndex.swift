internal import Dossiers
internal import Foundation
internal import Routing

/// Finds procedures of the catalogue by what people type: words in any order, with or without tone marks, or a code.
struct ProcedureIndex: Sendable {
    private struct Entry: Sendable {
        var procedure: Procedure
        var exact: String
        var folded: String
    }

    private let entries: [Entry]

    init(_ catalogue: Catalogue) {
        entries = catalogue.procedures.map {
            let text = "\($0.name) \($0.field) \($0.code)"
            return Entry(
                procedure: $0, exact: text.lowercased().precomposedStringWithCanonicalMapping, folded: text.folded)
        }
    }

    /// The best first: those that hold the words as typed, marks and all; then those whose words begin so; then the rest.
    ///
    /// - Complexity: O(procedures × length).
    func find(_ query: String, limit: Int) -> [Procedure] {
        let exact = query.lowercased().precomposedStringWithCanonicalMapping.trimmed
        let words = query.folded.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard !words.isEmpty else { return [] }
        let found = entries.compactMap { entry -> (rank: Int, procedure: Procedure)? in
            guard words.allSatisfy(entry.folded.contains) else { return nil }
            let rank =
                if entry.exact.contains(exact) { 0 } else if entry.folded.contains(words.joined(separator: " ")) {
                    1
                } else if words.allSatisfy({ (" " + entry.folded).contains(" " + $0) }) { 2 } else { 3 }
            return (rank, entry.procedure)
        }
        return found.sorted { ($0.rank, $0.procedure.name.count) < ($1.rank, $1.procedure.name.count) }
            .prefix(limit).map(\.procedure)
    }
}

extension String {
    fileprivate var trimmed: String {
        split { $0.isWhitespace }.joined(separator: " ")
    }
}
