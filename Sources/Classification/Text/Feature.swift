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

    var zone: Zone { text.first.flatMap(Zone.init) ?? .body }
    var kind: Kind { text.dropFirst().first.flatMap(Kind.init) ?? .letters }
    /// The words alone.
    var words: Substring { text.dropFirst(2) }

    // Byte by byte: features are composed text already, and Swift's own comparison would normalise
    // each of the thousands on a page again.
    static func == (left: Feature, right: Feature) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    static func < (left: Feature, right: Feature) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
