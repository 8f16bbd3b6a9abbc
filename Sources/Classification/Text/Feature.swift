/// A piece of evidence in a text, written so that a person can read it: the zone it stands in, what
/// kind it is, and the words: `t=khai sinh`, `b~dang ky`.
struct Feature: Hashable, Comparable, Sendable {
    enum Zone: Character, CaseIterable, Sendable {
        case title = "t"
        case request = "r"
        case body = "b"
    }

    enum Kind: Character, CaseIterable, Sendable {
        /// Syllables with their marks, one or two.
        case marked = "="
        /// Syllables without their marks, one or two.
        case folded = "~"
        /// Letters in a row, without marks.
        case letters = "#"
    }

    let text: String

    init(text: String) {
        self.text = text
    }

    init(_ zone: Zone, _ kind: Kind, _ words: String) {
        text = "\(zone.rawValue)\(kind.rawValue)\(words)"
    }

    var zone: Zone {
        switch text.utf8.first {
        case UInt8(ascii: "t"): .title
        case UInt8(ascii: "r"): .request
        default: .body
        }
    }
    var kind: Kind {
        switch text.utf8.dropFirst().first {
        case UInt8(ascii: "="): .marked
        case UInt8(ascii: "~"): .folded
        default: .letters
        }
    }
    /// The words alone.
    var words: Substring { text.dropFirst(2) }

    // Byte by byte: features are composed text already, and Swift's own comparison would normalise
    // each of the thousands on a page again.
    static func == (left: Feature, right: Feature) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    static func < (left: Feature, right: Feature) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Of any feature, without its text.
    static func hash(_ zone: Zone, _ kind: Kind) -> WordHash {
        var hash = WordHash()
        hash.add(String(zone.rawValue))
        hash.add(String(kind.rawValue))
        return hash
    }

    var wordHash: UInt64 {
        var hash = WordHash()
        hash.add(text)
        return hash.value
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
