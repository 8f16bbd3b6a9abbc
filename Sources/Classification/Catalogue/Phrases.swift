import Dossiers

/// Words and pairs of words without their marks, as numbers: what a catalogue's words and a page's are compared by.
struct Phrases: Hashable, Sendable {
    private(set) var keys: Set<UInt64> = []

    init() {}

    init(_ text: String) { self.init(words: Self.words(of: text)) }

    init(words: some Sequence<String>) {
        insert(words: words)
    }

    mutating func insert(words: some Sequence<String>) {
        var previous: UInt64?
        for word in words {
            let key = Self.key(of: word)
            keys.insert(key)
            if let previous { keys.insert((previous ^ key &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01B3) }
            previous = key
        }
    }

    mutating func formUnion(_ other: Phrases) { keys.formUnion(other.keys) }

    /// Words without marks; numbers say nothing of a procedure.
    static func words(of text: some StringProtocol) -> [String] {
        SyllableTokens(line: text).folded.filter { $0.utf8.first != UInt8(ascii: "#") }
    }

    /// FNV-1a.
    static func key(of word: String) -> UInt64 {
        word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
