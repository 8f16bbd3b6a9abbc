import Dossiers

/// A page of a dossier as the catalogue's model reads it: title, lines that ask for something, and the rest.
struct RequestPage: Sendable {
    let title: Phrases
    /// Each line in which something is asked for.
    let lines: [Phrases]
    let ticked: Phrases
    /// Title and request.
    let head: Phrases
    let all: Phrases

    init(_ text: String) {
        let zones = TextZones(text)
        let titleWords = FormName.core(of: Phrases.words(of: zones.title.joined(separator: " ")))
        var title = Phrases(words: titleWords)
        Sayings.official(for: titleWords).forEach { title.insert(words: $0) }
        lines = zones.request.map { line in
            let words = Self.withoutAsking(Phrases.words(of: Self.answer(in: line)))
            var phrases = Phrases(words: words)
            Sayings.official(for: words).forEach { phrases.insert(words: $0) }
            return phrases
        }
        ticked = zones.ticked.reduce(into: Phrases()) { $0.insert(words: Phrases.words(of: $1)) }
        var rest = Phrases()
        var isForeign = false
        for line in zones.body {
            let words = Phrases.words(of: line)
            rest.insert(words: words)
            isForeign = isForeign || Self.namesAForeignNationality(words)
        }
        // The law's own word for what a nationality on the form means.
        if isForeign { title.insert(words: ["co", "yeu", "to", "nuoc", "ngoai"]) }
        self.title = title
        head = lines.reduce(into: title) { $0.formUnion($1) }
        rest.formUnion(head)
        all = rest
    }

    /// What stands behind a label, where something does.
    private static func answer(in line: String) -> Substring {
        guard let colon = line.firstIndex(of: ":") else { return line[...] }
        let answer = line[line.index(after: colon)...]
        return answer.count > 6 ? answer : line[...]
    }

    private static func withoutAsking(_ words: [String]) -> [String] {
        var words = words[...]
        if words.first == "toi" { words = words.dropFirst() }
        for asking in [["kinh", "de", "nghi"], ["de", "nghi"], ["yeu", "cau"], ["xin"]] where words.starts(with: asking)
        {
            return Array(words.dropFirst(asking.count))
        }
        return Array(words)
    }

    private static func namesAForeignNationality(_ words: [String]) -> Bool {
        words.indices.dropLast(2).contains { place in
            words[place] == "quoc" && words[place + 1] == "tich" && !notForeign.contains(words[place + 2])
        }
    }

    /// `Việt Nam`, or the label that follows where nothing was filled in.
    private static let notForeign: Set<String> = [
        "viet", "vn", "kinh", "dan", "gioi", "ton", "noi", "ho", "ngay", "giay", "nhom", "so", "va", "khac", "cua",
    ]
}
