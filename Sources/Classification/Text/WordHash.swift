/// FNV-1a over the bytes of words.
struct WordHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// With another word behind a space.
    @inline(__always)
    func followed(by text: String) -> WordHash {
        var hash = self
        hash.value = (hash.value ^ 0x20) &* 0x100_0000_01B3
        hash.add(text)
        return hash
    }

    @inline(__always)
    func with(_ text: String) -> WordHash {
        var hash = self
        hash.add(text)
        return hash
    }
}
