import Dossiers

/// What a page may say of the procedure asked for: words and pairs of words without marks, once
/// wherever they stand and once more with the zone they stand in, for a zone may be missed.
struct RequestFeatures: Sendable {
    /// Key -> the words, for a person.
    private(set) var words: [UInt64: String] = [:]
    private var tokens = 0
    private var oddTokens = 0

    /// Share of words that no Vietnamese word looks like, 0…1: noise, or handwriting taken for print.
    var oddShare: Double { tokens == 0 ? 0 : Double(oddTokens) / Double(tokens) }

    init(of zones: TextZones) {
        note(zones.title, zone: 1)
        note(zones.request, zone: 2)
        note(zones.body, zone: 3)
        note(zones.ticked, zone: 4)
    }

    private mutating func note(_ lines: [String], zone: UInt64) {
        for line in lines {
            let tokens = SyllableTokens(line: line).folded
            var previous: String?
            for token in tokens {
                self.tokens += 1
                if Self.isOdd(token) { oddTokens += 1 }
                note(token, zone: zone)
                if let previous { note("\(previous) \(token)", zone: zone) }
                previous = token
            }
        }
    }

    /// Letters that Vietnamese does not have, or no vowel among several.
    private static func isOdd(_ token: String) -> Bool {
        guard token.utf8.first != UInt8(ascii: "#"), token.utf8.count > 1 else { return false }
        var hasVowel = false
        for letter in token.utf8 {
            switch letter {
            case UInt8(ascii: "w"), UInt8(ascii: "z"), UInt8(ascii: "j"), UInt8(ascii: "f"): return true
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"):
                hasVowel = true
            default: break
            }
        }
        return !hasVowel || token.utf8.count > 8
    }

    private mutating func note(_ text: String, zone: UInt64) {
        let key = Self.key(of: text)
        words[key] = text
        // The body is where all else stands: to be found there says no more than to be found.
        if zone != 3 { words[key ^ (zone &* 0x9E37_79B9_7F4A_7C15)] = text }
    }

    /// FNV-1a.
    private static func key(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
