/// How an office spells what it prints: where it puts tone marks (`hòa`, `hoà`), which dashes it sets.
struct Spelling {
    private let hasMarksOnLastVowel: Bool
    private let hasLongDashes: Bool

    init(random: inout RandomStream) {
        hasMarksOnLastVowel = random.chance(0.2)
        hasLongDashes = random.chance(0.2)
    }

    /// What a person wrote into the blanks stays as it is.
    func apply(to line: inout FilledLine) {
        guard hasMarksOnLastVowel || hasLongDashes else { return }
        for run in line.runs.indices {
            if case .printed(let text) = line.runs[run].content {
                line.runs[run].content = .printed(self.text(text))
            }
        }
    }

    func text(_ text: String) -> String {
        var result = text
        if hasMarksOnLastVowel {
            for (old, new) in Self.placements { result = result.replacing(old, with: new) }
        }
        return hasLongDashes ? result.replacing(" - ", with: " – ") : result
    }

    /// Before a consonant the mark stands on the last vowel anyway, so that these pairs end a syllable.
    private static let placements: [(String, String)] = {
        let lower = [
            ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"),
            ("ỏe", "oẻ"), ("ọe", "oẹ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
        ]
        return [("Ủy", "Uỷ")] + lower + lower.map { ($0.0.uppercased(), $0.1.uppercased()) }
    }()
}
