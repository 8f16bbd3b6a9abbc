import Dossiers
import Foundation

/// A line of text as the classifier reads it: syllables (tiếng) with and without their marks.
struct SyllableTokens {
    /// Lower case, composed, tone marks on the vowel that the newer spelling puts them on; numbers as
    /// `#` and how many digits they have.
    let marked: [String]
    /// The same without tone and vowel marks. As many as `marked`.
    let folded: [String]

    init(line: some StringProtocol) {
        var text = String(line)
        self = text.withUTF8(Self.looked) ?? Self(reckoning: text)
    }

    init(marked: [String], folded: [String]) {
        (self.marked, self.folded) = (marked, folded)
    }

    /// As Unicode has it, for whatever may stand in a line.
    init(reckoning line: String) {
        let composed = line.lowercased().precomposedStringWithCanonicalMapping
        marked = Self.pieces(of: composed).map(Self.withNewerToneMark)
        let pieces = Self.pieces(of: composed.folded)
        folded = pieces.count == marked.count ? pieces : marked.map(\.folded)
    }

    /// Runs of letters and runs of digits. Leaders, rules and punctuation are no pieces.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var letters = String.UnicodeScalarView()
        var digits = 0
        func flush() {
            if !letters.isEmpty { pieces.append(String(letters)) }
            if digits > 0 { pieces.append("#\(min(digits, 15))") }
            letters.removeAll()
            digits = 0
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                if !letters.isEmpty { flush() }
                digits += 1
            case 0x61...0x7A, 0x300...0x36F:
                if digits > 0 { flush() }
                letters.append(scalar)
            case 0..<0x80:
                flush()
            default:
                if scalar.properties.isAlphabetic {
                    if digits > 0 { flush() }
                    letters.append(scalar)
                } else {
                    flush()
                }
            }
        }
        flush()
        return pieces
    }

    /// `hoà` and `hòa`, `thuỷ` and `thủy` are the same word in two spellings, both in daily use.
    private static func withNewerToneMark(_ syllable: String) -> String {
        guard let last = syllable.last, !last.isASCII, syllable.count > 2 else { return syllable }
        for (older, newer) in toneMarks where syllable.hasSuffix(older) && !syllable.hasPrefix("q") {
            return String(syllable.dropLast(2)) + newer
        }
        return syllable
    }

    static let toneMarks: [(older: String, newer: String)] = [
        ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
        ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
        ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    ]
}
