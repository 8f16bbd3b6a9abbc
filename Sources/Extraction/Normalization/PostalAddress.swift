import Dossiers
import Foundation

/// An address as written, its parts told apart: `thôn Khe Vè, xã Điền Xá, tỉnh Quảng Ninh`.
///
/// Recognition takes commas for points and loses marks; both are put right where there is only one way to.
package struct PostalAddress: Sendable {
    package private(set) var text: String
    /// Whether every commune, district and province in it is one that exists, as it was read.
    package private(set) var isVerified: Bool

    package init(_ read: String, places: PlaceNames) {
        var named = 0
        let asRead = AddressParts(read).joined(in: places).divided(in: places).ended(in: places)
        let parts = asRead.withProvince(in: places).parts
        var isVerified = parts.last?.text == asRead.parts.last?.text
        var mended: [String] = []
        let province = parts.count > 1 ? parts.last.map { PlaceNames.bareName($0.words) } : nil
        for (index, part) in parts.enumerated() {
            let words = part.words
            let kind = PlaceNames.Kind.opening(words)
            // The province's name often stands alone at the end.
            let implied = kind == nil && index == parts.count - 1 && index > 0 ? PlaceNames.Kind.province : nil
            guard let asked = kind ?? implied else {
                mended.append(Self.withKindOfPlace(words).joined(separator: " "))
                continue
            }
            let size = kind?.wordCount ?? 0
            let name = words.dropFirst(size).joined(separator: " ")
            let head = Self.head(words.prefix(size), as: asked)
            let whole = name.isEmpty ? head : head + [name]
            switch places.standing(of: name, as: asked, in: asked == .province ? nil : province) {
            case .known:
                named += 1
                mended.append((head + (name.isEmpty ? [] : [Self.withCapitals(name)])).joined(separator: " "))
            case .mended(let right):
                isVerified = false
                mended.append((head + [right]).joined(separator: " "))
            case .unknown:
                if implied == nil { isVerified = false }
                mended.append(whole.joined(separator: " "))
            }
        }
        text = zip(mended, parts).enumerated().map { index, pair in
            index == parts.count - 1 ? pair.0 : pair.0 + pair.1.separator
        }.joined()
        self.isVerified = isVerified && named > 0
    }

    /// `HẢI Lạng`: of a place's name all words are in capitals or none.
    private static func withCapitals(_ name: String) -> String {
        let words = name.split(separator: " ")
        let capitals = words.count { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
        return capitals > 0 && capitals < words.count(where: { $0.count > 1 }) ? name.capitalized : name
    }

    /// What is smaller than a commune has no list of names, but a few words for what it is: `Tố đân phố 4`, `só nhà 30`.
    private static func withKindOfPlace(_ words: [String]) -> [String] {
        let kind = kindsOfPlace.first { kind in
            words.count > kind.count
                && (zip(words, kind).allSatisfy { $0.folded == $1.folded } || isMisread(words, kind))
        }
        // `to` alone has other meanings, except before a number.
        guard let kind, kind != ["tổ"] || words[1].allSatisfy(\.isNumber) else { return words }
        return zip(words, kind).map(PlaceNames.spelled) + words.dropFirst(kind.count)
    }

    /// `thên Trung`: one letter of a small word of four and more, before a name.
    private static func isMisread(_ words: [String], _ kind: [String]) -> Bool {
        guard kind.count == 1, kind[0].count >= 4, words[0].allSatisfy(\.isLowercase),
            words[1].first?.isUppercase == true
        else { return false }
        return EditDistance.between(Array(kind[0].folded.utf8), Array(words[0].folded.utf8)[...], limit: 1) <= 1
    }

    private static let kindsOfPlace = [
        ["tổ", "dân", "phố"], ["khu", "dân", "cư"], ["khu", "phố"], ["số", "nhà"], ["thôn"], ["xóm"], ["tổ"],
    ]

    /// The word for the kind keeps its capital, and gets its marks back.
    private static func head(_ words: some Collection<String>, as kind: PlaceNames.Kind) -> [String] {
        words.first.map { [PlaceNames.spelled($0, as: kind.rawValue)] } ?? []
    }
}
