/// A text's words as hashes, straight from its UTF-8 bytes: once as written, in lower case, and once
/// without marks.
struct WordStream {
    struct Word {
        var marked: UInt64
        /// The same as `marked` for a word that has no marks.
        var bare: UInt64
        /// Bytes of the word in the text.
        var start: Int
        var end: Int
        /// Letters.
        var length: Int
    }

    /// Calls `each` with every word of the text: runs of two or more letters and digits, and single digits.
    ///
    /// - Parameter bytes: UTF-8, composed (NFC); anything else is taken apart at what is not understood.
    @inline(__always)
    static func words(of bytes: UnsafeBufferPointer<UInt8>, each: (Word) -> Void) {
        let table = LetterTable.shared
        table.lower.withUnsafeBufferPointer { lower in
            table.bare.withUnsafeBufferPointer { bare in
                var position = 0
                var word = Word(marked: seed, bare: seed, start: 0, end: 0, length: 0)
                while position < bytes.count {
                    let start = position
                    let code = scalar(in: bytes, at: &position)
                    let letter = code < LetterTable.limit ? lower[code] : 0
                    if letter == 0 {
                        if word.length > 0 { each(word) }
                        word = Word(marked: seed, bare: seed, start: position, end: position, length: 0)
                        continue
                    }
                    if word.length == 0 { word.start = start }
                    word.marked = (word.marked ^ UInt64(letter)) &* prime
                    word.bare = (word.bare ^ UInt64(bare[code])) &* prime
                    word.end = position
                    word.length += 1
                }
                if word.length > 0 { each(word) }
            }
        }
    }

    @inline(__always)
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Int {
        let first = Int(bytes[position])
        position += 1
        if first < 0x80 { return first }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
        guard more > 0, position + more <= bytes.count else { return LetterTable.limit }
        var code = first & (0x3F >> more)
        for _ in 0..<more {
            code = code << 6 | Int(bytes[position] & 0x3F)
            position += 1
        }
        return code
    }

    /// FNV-1a over letters.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Two words in a row.
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ second
        mixed ^= mixed >> 29
        return mixed &* 0xBF58_476D_1CE4_E5B9
    }
}
