import Foundation

/// What people confirmed, as whole numbers: how many confirmed pages of a procedure hold a word where it asks for
/// something. One page can be learned and taken back; the counts are then the same.
struct ConfirmedCounts: Hashable, Sendable {
    /// By procedure.
    private(set) var texts: [String: UInt32] = [:]
    /// Word -> procedure -> pages.
    private(set) var holding: [UInt64: [String: UInt32]] = [:]

    init() {}

    init(texts: [String: UInt32], holding: [UInt64: [String: UInt32]]) {
        self.texts = texts
        self.holding = holding
    }

    var total: Int { texts.values.reduce(0) { $0 + Int($1) } }

    mutating func learn(_ phrases: Phrases, label: String) {
        texts[label, default: 0] += 1
        for key in phrases.keys { holding[key, default: [:]][label, default: 0] += 1 }
    }

    /// Returns false, and changes nothing, where this page was not learned under the label.
    mutating func unlearn(_ phrases: Phrases, label: String) -> Bool {
        guard let count = texts[label], phrases.keys.allSatisfy({ holding[$0]?[label] != nil }) else { return false }
        texts[label] = count == 1 ? nil : count - 1
        for key in phrases.keys {
            guard let pages = holding[key]?[label] else { continue }
            holding[key]?[label] = pages == 1 ? nil : pages - 1
            if holding[key]?.isEmpty == true { holding[key] = nil }
        }
        return true
    }

    /// How like a page is to the confirmed ones of each procedure: the cosine of what they hold, 0…1.
    func likeness(of phrases: Phrases) -> [String: Double] {
        let all = Double(total)
        let lengths = lengths
        var products: [String: Double] = [:]
        var length = 0.0
        for key in phrases.keys {
            guard let pages = holding[key] else { continue }
            let weight = Self.weight(of: pages, among: all)
            length += weight * weight
            for (label, count) in pages {
                products[label, default: 0] += weight * weight * Double(count) / Double(texts[label] ?? 1)
            }
        }
        return products.reduce(into: [:]) { result, product in
            result[product.key] = product.value / (length * (lengths[product.key] ?? 1)).squareRoot()
        }
    }

    /// By procedure: squared length of what its pages hold.
    private var lengths: [String: Double] {
        let all = Double(total)
        var lengths: [String: Double] = [:]
        for pages in holding.values {
            let weight = Self.weight(of: pages, among: all)
            for (label, count) in pages {
                let share = weight * Double(count) / Double(texts[label] ?? 1)
                lengths[label, default: 0] += share * share
            }
        }
        return lengths
    }

    /// What every page holds tells nothing.
    private static func weight(of pages: [String: UInt32], among all: Double) -> Double {
        log(1 + (all + 1) / (pages.values.reduce(0) { $0 + Double($1) } + 0.5))
    }
}
