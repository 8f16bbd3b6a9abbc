package import Dossiers
import Foundation

/// A model of the first day: it ranks every procedure of a catalogue by what the catalogue says of it, with no page
/// ever labelled, and gets better with each page that a person confirms. It decides nothing alone: a person picks.
package struct CatalogueModel: Sendable {
    package var name: String
    package var version: String
    package let entries: [CatalogueEntry]
    private(set) var confirmed: ConfirmedCounts
    private let index: CatalogueIndex
    private let numbers: [String: Int]
    /// Procedure -> the largest group of procedures on one printed form that it is of.
    private let groups: [String: Int]

    package init(name: String, version: String, entries: [CatalogueEntry]) {
        self.init(name: name, version: version, entries: entries, confirmed: ConfirmedCounts())
    }

    init(name: String, version: String, entries: [CatalogueEntry], confirmed: ConfirmedCounts) {
        self.name = name
        self.version = version
        self.entries = entries
        self.confirmed = confirmed
        index = CatalogueIndex(entries)
        var groups: [String: Int] = [:]
        for (number, family) in index.families.enumerated().sorted(by: {
            $0.element.members.count < $1.element.members.count
        })
        where family.members.count > 1 {
            for member in family.members { groups[entries[member].code] = number }
        }
        self.groups = groups
        numbers = Dictionary(entries.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    }

    package func knows(_ code: String) -> Bool { numbers[code] != nil }

    /// Adds a person's word on a page. Returns false, and changes nothing, where the catalogue has no such procedure.
    package mutating func learn(_ text: String, label: String) -> Bool {
        guard knows(label) else { return false }
        confirmed.learn(RequestPage(text).head, label: label)
        return true
    }

    /// Takes back what `learn` added.
    package mutating func unlearn(_ text: String, label: String) -> Bool {
        confirmed.unlearn(RequestPage(text).head, label: label)
    }

    /// The likeliest procedure and the next four.
    package func predict(_ text: String) -> Prediction {
        let page = RequestPage(text)
        let ranking = CatalogueRanking(of: page, in: index)
        var scores = ranking.scores
        for (label, likeness) in confirmed.likeness(of: page.head) {
            guard let number = numbers[label] else { continue }
            scores[number] += Self.weightOfConfirmed * likeness * knownRivals(of: label)
        }
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let shares = softmax(scores, sharpness: 1)
        let others = order.dropFirst().prefix(4).map {
            Prediction.Alternative(label: entries[$0].code, probability: shares[$0])
        }
        let words = order.count > 1 ? leads(text, ranking, order[0], order[1]) : []
        let reasons = Reasons(of: words, limit: 6)
        return Prediction(
            label: entries[order[0]].code, probability: shares[order[0]], alternatives: others,
            because: reasons.because, weighed: reasons.weighed)
    }

    /// Share of the procedures on the same form that have confirmed pages too, 0…1: against rivals that nobody has
    /// confirmed yet, a page's likeness to a confirmed one says only that they share a form.
    private func knownRivals(of label: String) -> Double {
        guard let group = groups[label] else { return 1 }
        let members = index.families[group].members
        let known = Double(members.count { confirmed.texts[entries[$0].code] != nil } - 1) / Double(members.count - 1)
        return known * known
    }

    /// What words of title and request add to one entry beyond another.
    private func leads(
        _ text: String, _ ranking: CatalogueRanking, _ first: Int, _ second: Int
    ) -> [(words: String, weight: Double)] {
        let zones = TextZones(text)
        return (zones.title + zones.request).flatMap { line -> [(words: String, weight: Double)] in
            let tokens = SyllableTokens(line: line)
            let pairs = zip(tokens.marked, tokens.marked.dropFirst()).map { "\($0) \($1)" }
            return (tokens.marked + pairs).flatMap { words in
                Phrases(words).keys.map { (words, ranking.leads(of: $0, from: first, to: second)) }
            }
        }
    }

    private static let weightOfConfirmed = 5.0
}

extension CatalogueModel: Classifier {
    package var identifier: String { "\(name)/\(version)" }
    package var texts: Int { confirmed.total }
    package var labelCount: Int { entries.count }
    package var featureCount: Int { index.weights.count }
    package var settingsInWords: String {
        "names, fields and papers of the catalogue, words and pairs of words without marks, by rarity"
    }
    /// Nothing is automatic on a catalogue's word alone.
    package func threshold(promising errorRate: Double) -> Double? { nil }
}
