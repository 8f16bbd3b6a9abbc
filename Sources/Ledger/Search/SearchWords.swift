internal import Dossiers
internal import Foundation

/// The words by which a dossier is found: small letters and digits without marks.
enum SearchWords {
    /// Longer than any name's syllable or office's number; what lies behind is cut off.
    private static let longest = 40
    /// More than a form's values have; a hostile code could hold thousands.
    private static let most = 200

    static func of(_ texts: [String]) -> [String] {
        var known: Set<String> = []
        var words: [String] = []
        for word in texts.lazy.flatMap({ split($0.folded) }) where known.insert(word).inserted {
            words.append(word)
            if words.count == most { break }
        }
        return words
    }

    /// - Parameter text: In whatever letters it is to be found.
    static func split(_ text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber) }.map { String($0.prefix(longest)) }
    }
}

extension Transaction {
    /// Lets a dossier be found by the words of some texts, beside those it had before.
    func remember(_ texts: [String], of dossier: String) throws {
        let words = SearchWords.of(texts)
        // One statement for many words; how many parameters a statement may have differs by database.
        for start in stride(from: 0, to: words.count, by: 50) {
            let some = words[start..<min(start + 50, words.count)]
            let rows = some.indices.map { "($\($0 - start + 2), $1)" }.joined(separator: ", ")
            try run(
                "INSERT INTO search_words (word, dossier) VALUES \(rows) ON CONFLICT (word, dossier) DO NOTHING",
                [.text(dossier)] + some.map { .text($0) })
        }
    }

    /// Gives dossiers of a ledger from before there was a search their words.
    func rememberEveryDossier() throws {
        var last = ""
        while true {
            let dossiers = try rows(
                """
                SELECT d.id, d.number, d.procedure_code, s.name FROM dossiers d JOIN scans s ON s.id = d.scan
                WHERE d.id > $1 AND d.state = 'triaged' ORDER BY d.id LIMIT 500
                """,
                .text(last)
            ) { row in
                let known = [
                    try row.textOrNil("number"), try row.textOrNil("procedure_code"), try row.text("name"),
                ]
                return (id: try row.text("id"), texts: known.compactMap { $0 })
            }
            for dossier in dossiers {
                try remember(dossier.texts + fieldValues(of: dossier.id).map(\.value), of: dossier.id)
            }
            guard let end = dossiers.last?.id else { return }
            last = end
        }
    }

    /// The values of a dossier's fields: as the last person left them, and otherwise as they were read.
    func fieldValues(of dossier: String) throws -> [(name: String, value: String)] {
        let said = try rows(
            """
            SELECT name, value FROM field_labels f WHERE f.dossier = $1
                AND f.number = (SELECT MAX(c.number) FROM confirmations c WHERE c.dossier = $1)
            ORDER BY f.name
            """,
            .text(dossier)
        ) { (name: try $0.text("name"), value: try $0.textOrNil("value")) }
        let names = Set(said.map(\.name))
        let read = try rows(
            "SELECT name, value FROM fields WHERE dossier = $1 AND value IS NOT NULL ORDER BY position", .text(dossier)
        ) { (name: try $0.text("name"), value: try $0.text("value")) }
        return said.compactMap { field in field.value.map { (field.name, $0) } }
            + read.filter { !names.contains($0.name) }
    }
}
