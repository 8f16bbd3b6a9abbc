/// Why a person looks, as a kind: the reason in words without what differs from dossier to dossier.
enum ReviewReason {
    /// Numbers, codes and what stands in quotation marks become one sign each: pages, procedures, units.
    static func kind(of reason: String) -> String {
        var kind = ""
        var closing: Character?
        for character in reason {
            if let end = closing {
                if character == end { closing = nil }
                continue
            }
            if character == "“" || character == "\"" {
                closing = character == "“" ? "”" : "\""
                kind.append("…")
            } else if character.isNumber {
                if kind.last != "#" { kind.append("#") }
            } else if character != "." || kind.last != "#" {
                kind.append(character)
            }
        }
        return String(kind.prefix(120))
    }
}
