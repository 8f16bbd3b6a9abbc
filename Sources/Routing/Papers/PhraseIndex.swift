import Dossiers

/// Phrases that a text may hold, each with what it means there. A text is walked once, however many phrases there are.
struct PhraseIndex<Meaning: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var words: [String]
        var meaning: Meaning
    }

    private let byFirstWord: [String: [Phrase]]

    init(_ phrases: [(words: [String], meaning: Meaning)]) {
        byFirstWord = Dictionary(
            grouping: phrases.filter { !$0.words.isEmpty }.map { Phrase(words: $0.words, meaning: $0.meaning) },
            by: { $0.words[0] })
    }

    /// What the phrases mean that stand in a text by whole words, in the text's order.
    func meanings(in words: [String]) -> [Meaning] {
        words.indices.flatMap { start in
            byFirstWord[words[start], default: []].filter { words[start...].starts(with: $0.words) }.map(\.meaning)
        }
    }
}

extension String {
    /// Its words without marks, in small letters.
    var foldedWords: [String] { folded.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
}
