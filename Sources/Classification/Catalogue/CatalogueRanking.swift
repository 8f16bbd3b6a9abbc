import Foundation

/// How a page fits every procedure of a catalogue, by the words they share.
struct CatalogueRanking {
    /// By entry; greater is likelier.
    private(set) var scores: [Double]
    /// By word of the index: where on the page it stands.
    private var places: [UInt32]
    private let index: CatalogueIndex

    private static let title: UInt32 = 1
    private static let head: UInt32 = 2
    private static let all: UInt32 = 4
    private static let ticked: UInt32 = 8
    /// The first of the bits for lines.
    private static let firstLine: UInt32 = 16
    private static let lines = 24

    /// - Complexity: O(words of the catalogue × lines of the request).
    init(of page: RequestPage, in index: CatalogueIndex) {
        self.index = index
        places = [UInt32](repeating: 0, count: index.weights.count)
        scores = [Double](repeating: 0, count: index.items.count)
        note(page.title, Self.title)
        note(page.head, Self.head)
        note(page.all, Self.all)
        note(page.ticked, Self.ticked)
        let titleWeight = index.weight(of: page.title)
        let headWeight = index.weight(of: page.head)
        let lines = page.lines.prefix(Self.lines).enumerated().map { number, line in
            note(line, Self.firstLine << UInt32(number))
            var both = line
            both.formUnion(page.title)
            return (mask: Self.title | Self.firstLine << UInt32(number), weight: index.weight(of: both))
        }
        for (number, item) in index.items.enumerated() {
            scores[number] = score(
                of: item, titleWeight: titleWeight, headWeight: headWeight, lines: lines)
        }
        tellApart(titleWeight: titleWeight)
    }

    /// The weights were fitted once, on generated texts, to the parts that every catalogue has.
    private func score(
        of item: CatalogueIndex.Item, titleWeight: Double, headWeight: Double,
        lines: [(mask: UInt32, weight: Double)]
    ) -> Double {
        var score = 0.0
        let form = item.forms.map { likeness(of: $0, to: titleWeight) }.max() ?? 0
        score += 4.3 * form + 3.5 * form * form
        let first = item.first
        score += 5.1 * shared(first, Self.head) / ((first.weight + 3) * (headWeight + 3)).squareRoot()
        let line = lines.map { line in
            shared(first, line.mask) / (0.5 * first.weight + 0.5 * min(line.weight, 1.5 * first.weight) + 2)
        }.max()
        score += 2.4 * (line ?? 0)
        score += 3.3 * shared(item.name, Self.all) / (item.name.weight + 1)
        score += 2.3 * shared(item.field, Self.all) / (item.field.weight + 1)
        let papers = item.papers.reduce(0) { $0 + shared($1, Self.all) / ($1.weight + 3) }
        score += 3.4 * papers / Double(item.papers.count + 1)
        score += 2.6 * shared(first, Self.ticked) / (first.weight + 1)
        return score
    }

    /// Members of a family by the words that only some of them have.
    private mutating func tellApart(titleWeight: Double) {
        let likest = index.families.map { (family: $0, likeness: likeness(of: $0.title, to: titleWeight)) }
            .max { $0.likeness < $1.likeness }
        guard let likest, likest.likeness >= 0.4 else { return }
        for member in likest.family.members {
            var all = 0.0
            var asked = 0.0
            var anywhere = 0.0
            var ticked = 0.0
            for word in index.items[member].core.words {
                let weight = likest.family.telling[word] ?? 0
                all += weight
                if places[Int(word)] & Self.head != 0 { asked += weight }
                if places[Int(word)] & Self.all != 0 { anywhere += weight }
                if places[Int(word)] & Self.ticked != 0 { ticked += weight }
            }
            scores[member] +=
                1.5 * asked / (all + 1).squareRoot() + (2.4 * anywhere + 2.7 * ticked - 2.8 * asked) / (all + 1)
        }
    }

    /// How much two bags of words share, 0…1 (Dice).
    private func likeness(of part: CatalogueIndex.Part, to titleWeight: Double) -> Double {
        2 * shared(part, Self.title) / (part.weight + titleWeight + 1e-9)
    }

    private func shared(_ part: CatalogueIndex.Part, _ mask: UInt32) -> Double {
        var sum = 0.0
        for word in part.words where places[Int(word)] & mask != 0 { sum += index.weights[Int(word)] }
        return sum
    }

    private mutating func note(_ phrases: Phrases, _ bit: UInt32) {
        for key in phrases.keys { if let number = index.number(of: key) { places[Int(number)] |= bit } }
    }

    /// What a word of the page adds to one entry's name beyond another's.
    func leads(of key: UInt64, from entry: Int, to other: Int) -> Double {
        guard let word = index.number(of: key) else { return 0 }
        return weight(of: word, in: index.items[entry]) - weight(of: word, in: index.items[other])
    }

    private func weight(of word: Int32, in item: CatalogueIndex.Item) -> Double {
        let weight = index.weights[Int(word)]
        var sum = item.core.words.contains(word) ? weight / (item.core.weight + 3) : 0
        if let form = item.forms.filter({ $0.words.contains(word) }).map({ weight / ($0.weight + 3) }).max() {
            sum += form
        }
        return sum
    }
}
