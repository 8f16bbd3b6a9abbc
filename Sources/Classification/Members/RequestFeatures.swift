/// What a page may say of the procedure asked for: words and pairs of words without marks, once
/// wherever they stand and once more with the zone they stand in, for a zone may be missed.
struct RequestFeatures: Sendable {
    /// One word, or two in a row.
    private struct Words: Sendable {
        var first: String?
        var last: String
    }

    private var words: [UInt64: Words] = [:]

    var keys: some Collection<UInt64> { words.keys }

    /// The words of a key, for a person; nil where the page lacks them.
    func words(of key: UInt64) -> String? {
        words[key].map { words in words.first.map { "\($0) \(words.last)" } ?? words.last }
    }

    init(of zones: TextZones) {
        words.reserveCapacity(zones.tokens.body.reduce(0) { $0 + $1.folded.count * 3 })
        note(zones.tokens.title, zone: 1)
        note(zones.tokens.request, zone: 2)
        note(zones.tokens.body, zone: 3)
        note(zones.tokens.ticked, zone: 4)
    }

    /// Share of words that no Vietnamese word looks like, 0…1: noise, or handwriting taken for print.
    static func oddShare(of zones: TextZones) -> Double {
        var all = 0
        var odd = 0
        for lines in [zones.tokens.title, zones.tokens.request, zones.tokens.body, zones.tokens.ticked] {
            for token in lines.lazy.flatMap(\.folded) {
                all += 1
                if isOdd(token) { odd += 1 }
            }
        }
        return all == 0 ? 0 : Double(odd) / Double(all)
    }

    private mutating func note(_ lines: [SyllableTokens], zone: UInt64) {
        for line in lines {
            var previous: (word: String, hash: WordHash)?
            for token in line.folded {
                let hash = WordHash().with(token)
                note(hash.value, Words(first: nil, last: token), zone: zone)
                if let previous {
                    note(previous.hash.followed(by: token).value, Words(first: previous.word, last: token), zone: zone)
                }
                previous = (token, hash)
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

    private mutating func note(_ key: UInt64, _ words: Words, zone: UInt64) {
        self.words[key] = words
        // The body is where all else stands: to be found there says no more than to be found.
        if zone != 3 { self.words[key ^ (zone &* 0x9E37_79B9_7F4A_7C15)] = words }
    }
}
