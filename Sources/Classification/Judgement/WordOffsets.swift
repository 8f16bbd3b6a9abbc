import Dossiers

/// Where the words of a text stand in it, to point at the reasons for a prediction.
package struct WordOffsets {
    private var tokens: [String] = []
    /// In Unicode scalars.
    private var ranges: [Range<Int>] = []

    package init(_ text: String) {
        var offset = 0
        for piece in text.unicodeScalars.split(
            omittingEmptySubsequences: false, whereSeparator: \.properties.isWhitespace)
        {
            for token in SyllableTokens(line: String(piece)).folded {
                tokens.append(token)
                ranges.append(offset..<(offset + piece.count))
            }
            offset += piece.count + 1
        }
    }

    /// The words' first place, in Unicode scalars, with what is written together with them; nil where they stand nowhere.
    package func range(of words: String) -> Range<Int>? {
        let wanted = SyllableTokens(line: words).folded
        guard !wanted.isEmpty, tokens.count >= wanted.count else { return nil }
        let start = (0...(tokens.count - wanted.count)).first {
            tokens[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        return start.map { ranges[$0].lowerBound..<ranges[$0 + wanted.count - 1].upperBound }
    }
}
