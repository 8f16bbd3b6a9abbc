/// The features of a plain text, as 32-bit keys: words, pairs of words, and both without marks where
/// there are any. Two features share a key once in millions.
struct PlainFeatures: Sendable {
    /// Calls `each` with every feature as often as it stands in the text.
    @inline(__always)
    func features(of bytes: UnsafeBufferPointer<UInt8>, each: (UInt32) -> Void) {
        features(of: bytes) { key, _, _ in each(key) }
    }

    /// Calls `each` with every feature and the bytes where it begins and ends.
    @inline(__always)
    func features(of bytes: UnsafeBufferPointer<UInt8>, each: (UInt32, Int, Int) -> Void) {
        var previous: WordStream.Word?
        WordStream.words(of: bytes) { word in
            each(Self.key(word.marked), word.start, word.end)
            if word.bare != word.marked { each(Self.key(word.bare), word.start, word.end) }
            if let last = previous {
                each(Self.key(WordStream.pair(last.marked, word.marked)), last.start, word.end)
                if word.bare != word.marked || last.bare != last.marked {
                    each(Self.key(WordStream.pair(last.bare, word.bare)), last.start, word.end)
                }
            }
            previous = word
        }
    }

    @inline(__always)
    static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}
