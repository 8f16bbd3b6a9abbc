/// The features of a plain text, as 32-bit keys: words, pairs of words, and both without marks where
/// there are any. Two features share a key once in millions.
struct PlainFeatures: Sendable {
    /// Which kinds are looked at; the same for all tasks.
    var pairs = true
    var bare = true
    var barePairs = true
    var triples = false

    /// Calls `each` with every feature as often as it stands in the text.
    func features(of bytes: UnsafeBufferPointer<UInt8>, each: (UInt32) -> Void) {
        var previous: WordStream.Word?
        var before: WordStream.Word?
        WordStream.words(of: bytes) { word in
            each(Self.key(word.marked))
            if bare, word.bare != word.marked { each(Self.key(word.bare)) }
            if pairs, let last = previous {
                let marked = WordStream.pair(last.marked, word.marked)
                each(Self.key(marked))
                if bare, barePairs, word.bare != word.marked || last.bare != last.marked {
                    each(Self.key(WordStream.pair(last.bare, word.bare)))
                }
                if triples, let before {
                    each(Self.key(WordStream.pair(WordStream.pair(before.marked, last.marked), word.marked)))
                }
            }
            before = previous
            previous = word
        }
    }

    static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}
