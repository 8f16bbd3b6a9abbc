import Foundation

/// A catalogue's words, each with what it tells: rare ones much, common ones little.
struct CatalogueIndex: Sendable {
    /// Words of one part of an entry, by number, and what they weigh together.
    struct Part: Sendable {
        var words: [Int32] = []
        var weight = 0.0
    }

    struct Item: Sendable {
        /// The whole name.
        var name: Part
        /// The name without what stands in brackets.
        var core: Part
        /// The name up to its conditions (`đối với…`).
        var first: Part
        var field: Part
        var papers: [Part]
        /// Titles of application forms, the papers that are called so among them.
        var forms: [Part]
    }

    /// Procedures that share a printed form, and which of their words tell them apart.
    struct Family: Sendable {
        var title: Part
        var members: [Int]
        /// Word -> its weight within the family; what all members share weighs nothing.
        var telling: [Int32: Double]
    }

    private(set) var items: [Item] = []
    private(set) var families: [Family] = []
    /// By word.
    private(set) var weights: [Double] = []
    /// What a word weighs that the catalogue does not have.
    private(set) var strangeWeight = 0.0
    private var numbers: [UInt64: Int32] = [:]

    init(_ entries: [CatalogueEntry]) {
        var entriesWith: [UInt64: Double] = [:]
        for entry in entries {
            var phrases = Phrases(entry.name)
            phrases.formUnion(Phrases(entry.field))
            entry.papers.forEach { phrases.formUnion(Phrases($0)) }
            for key in phrases.keys { entriesWith[key, default: 0] += 1 }
        }
        let count = Double(entries.count)
        strangeWeight = log(1 + count / 0.5)
        for (key, holding) in entriesWith.sorted(by: { $0.key < $1.key }) {
            numbers[key] = Int32(weights.count)
            weights.append(log(1 + count / (0.5 + holding)))
        }
        items = entries.map { item(of: $0) }
        families = families(of: entries)
    }

    func number(of key: UInt64) -> Int32? { numbers[key] }

    func weight(of phrases: Phrases) -> Double {
        phrases.keys.reduce(0) { $0 + (numbers[$1].map { weights[Int($0)] } ?? strangeWeight) }
    }

    private mutating func item(of entry: CatalogueEntry) -> Item {
        let name = entry.name.split(separator: "(").enumerated()
            .map { $0 == 0 ? String($1) : String($1.drop { $0 != ")" }.dropFirst()) }.joined(separator: " ")
        var words = Phrases.words(of: name)
        if words.starts(with: ["thu", "tuc"]) { words.removeFirst(2) }
        let papers = entry.papers.map { Phrases.words(of: $0) }
        return Item(
            name: part(Phrases(entry.name)), core: part(Phrases(words: words)),
            first: part(Phrases(words: Self.withoutConditions(words, of: name))), field: part(Phrases(entry.field)),
            papers: papers.map { part(Phrases(words: FormName.core(of: $0))) },
            forms: (papers.filter(FormName.isForm) + entry.formTitles.map { Phrases.words(of: $0) }).map {
                part(Phrases(words: FormName.core(of: $0)))
            })
    }

    private static func withoutConditions(_ words: [String], of name: String) -> ArraySlice<String> {
        let limit = name.firstIndex(of: ";").map { Phrases.words(of: name[..<$0]).count } ?? words.count
        let end = words.indices.dropFirst(2).first { place in
            words[place...].starts(with: ["doi", "voi"]) || words[place...].starts(with: ["ap", "dung"])
        }
        return words.prefix(max(2, min(end ?? words.count, limit)))
    }

    /// Words that no entry has get a number of their own: they are known from now on.
    private mutating func part(_ phrases: Phrases) -> Part {
        var part = Part()
        for key in phrases.keys.sorted() {
            let number: Int32
            if let known = numbers[key] {
                number = known
            } else {
                number = Int32(weights.count)
                numbers[key] = number
                weights.append(strangeWeight)
            }
            part.words.append(number)
            part.weight += weights[Int(number)]
        }
        return part
    }

    private mutating func families(of entries: [CatalogueEntry]) -> [Family] {
        var members: [String: [Int]] = [:]
        for (number, entry) in entries.enumerated() {
            for title in Set(entry.formTitles) { members[title, default: []].append(number) }
        }
        return members.sorted { $0.key < $1.key }.map { title, members in
            var holding: [Int32: Double] = [:]
            for member in members {
                let item = items[member]
                let words = item.papers.reduce(into: Set(item.core.words + item.field.words)) { $0.formUnion($1.words) }
                for word in words { holding[word, default: 0] += 1 }
            }
            let count = Double(members.count)
            return Family(
                title: part(Phrases(words: FormName.core(of: Phrases.words(of: title)))), members: members,
                telling: members.count > 1 ? holding.mapValues { log((count + 0.5) / $0) } : [:])
        }
    }
}
