extension String {
    /// Both ways of writing a tone over two vowels at the end of a word, `hoà` and `hòa`, as the older one: they are one
    /// word, and people and papers write either. Words in small letters, one space apart.
    package var withOlderTone: String {
        split(separator: " ").map { word in
            let end = String(word.suffix(2))
            guard let older = Self.olderTones[end], !word.hasSuffix("q" + end) else { return String(word) }
            return word.dropLast(2) + older
        }.joined(separator: " ")
    }

    private static let olderTones = [
        "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
        "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
    ]
}
