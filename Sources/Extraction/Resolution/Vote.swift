import Dossiers
import Foundation

/// A value against what was read of it in other places of the dossier.
struct Vote {
    let field: ExtractedField
    let others: [Echo.Reading]
    /// How often it was read so elsewhere, and how often the one other value that was read most.
    private let support: Int
    private let dissent: Int

    init(on field: ExtractedField, among others: [Echo.Reading]) {
        self.field = field
        self.others = others
        support = others.count { $0.value == field.value }
        dissent = Self.counts(of: others.filter { $0.value != field.value }).values.max() ?? 0
    }

    var isSupported: Bool { support > 0 && support >= dissent && surname == nil }
    var isContested: Bool { !isSupported && !others.isEmpty }

    /// What to believe instead; nil where the value stands.
    var better: String? {
        if let surname { return surname }
        guard isContested, support == 0 || dissent > support + 1 else { return nil }
        return majority ?? possible ?? marked ?? clearest
    }

    /// Where most of the paper says otherwise, the paper is right.
    private var majority: String? {
        let most = Self.counts(of: others).max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most.flatMap { $0.value > 1 ? $0.key : nil }
    }

    /// The same name with a surname that there is, where its own was misread: `Sằn Bảo Hòa`, not `Sản`.
    private var surname: String? {
        guard field.name.isPersonsName, let value = field.value, !Self.hasSurname(value) else { return nil }
        return alike.first { Self.hasSurname($0.value) }?.value
    }

    /// What cannot be a name was misread in a letter.
    private var possible: String? {
        Self.isPossible(field.value ?? "") ? nil : others.first { Self.isPossible($0.value) }?.value
    }

    /// Marks of names get lost more often than they are read where there are none. Only a dot below may be a leader's, of
    /// which a form's blanks are full: of two names that both may be, `Thanh` and `Thạnh`, that without it is right. And
    /// recognition makes a common surname of a rare one, `Lý` of `Lỷ`, but seldom the other way.
    private var marked: String? {
        guard field.name.isPersonsName, let value = field.value else { return nil }
        let clear = alike.filter { $0.confidence > field.confidence - Self.clearer }
        return clear.first { other in
            let more = Self.marksAbove(other.value) - Self.marksAbove(value)
            return more > 0 || more == 0 && Self.isLikelierName(other.value, than: value)
        }?.value
    }

    private static func isLikelierName(_ name: String, than other: String) -> Bool {
        func known(_ name: String) -> Int {
            name.split(separator: " ").dropFirst().count { GivenNames.isKnown(String($0)) }
        }
        func rare(_ name: String) -> Int {
            name.split(separator: " ").first.map { Surnames.isCommon(String($0)) } == true ? 0 : 1
        }
        return (known(name), rare(name), dots(other)) > (known(other), rare(other), dots(name))
    }

    /// Print that was read far more clearly is right.
    private var clearest: String? {
        guard let clearest = others.max(by: { $0.confidence < $1.confidence }),
            clearest.confidence > field.confidence + Self.clearer
        else { return nil }
        return clearest.value
    }

    /// Readings of other marks on the same letters.
    private var alike: [Echo.Reading] {
        guard let value = field.value else { return [] }
        return others.filter { $0.value != value && $0.value.folded == value.folded }
    }

    private static func hasSurname(_ name: String) -> Bool {
        name.split(separator: " ").first.map { Surnames.isKnown(String($0)) } ?? false
    }

    private static func marksAbove(_ value: String) -> Int { value.marks.count { $0 != dotBelow } }
    private static func dots(_ value: String) -> Int { value.marks.count { $0 == dotBelow } }
    private static let dotBelow: Unicode.Scalar = "\u{323}"

    private static func counts(of readings: [Echo.Reading]) -> [String: Int] {
        Dictionary(grouping: readings, by: \.value).mapValues(\.count)
    }

    /// Whether every word of letters can be a syllable.
    private static func isPossible(_ value: String) -> Bool {
        value.split(separator: " ").allSatisfy { word in
            !word.allSatisfy(\.isLetter) || VietnameseSyllable.isPossible(word)
        }
    }

    /// By how much another reading must be surer to be believed more.
    private static let clearer = 0.1
}

extension String {
    /// Marks upon and below its letters: hats, breves, horns, tones.
    var marks: [Unicode.Scalar] {
        decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.properties.generalCategory == .nonspacingMark }
    }
}
