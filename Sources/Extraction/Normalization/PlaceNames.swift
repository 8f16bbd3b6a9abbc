import Dossiers
import Foundation

/// The places that addresses name, each under the word for what it is: `xã Hải Lạng`, `tỉnh Quảng Ninh`.
package struct PlaceNames: Sendable {
    /// Lower-case names with their marks, under the kind.
    private var known: [Kind: Set<String>] = [:]
    /// Names by what is left of them when marks are lost.
    private var byFolded: [Kind: [String: Set<String>]] = [:]

    enum Kind: String, CaseIterable {
        case province = "tỉnh"
        case city = "thành phố"
        case district = "huyện"
        case urbanDistrict = "quận"
        case town = "thị xã"
        case commune = "xã"
        case ward = "phường"
        case township = "thị trấn"
        case zone = "đặc khu"
    }

    /// - Parameter lines: One name a line with its kind, `Xã Hải Lạng`; lines that begin with `#` are remarks.
    package init(lines: some Sequence<Substring>) {
        for line in lines where !line.hasPrefix("#") {
            let words = line.precomposedStringWithCanonicalMapping.split(separator: " ").map(String.init)
            guard let kind = Kind.opening(words), kind.wordCount < words.count else { continue }
            let name = words.dropFirst(kind.wordCount).joined(separator: " ")
            known[kind, default: []].insert(name.lowercased())
            byFolded[kind, default: [:]][name.folded, default: []].insert(name)
        }
    }

    package static let none = PlaceNames(lines: [])

    enum Standing: Equatable {
        case known
        /// Its marks were misread, and only one place can be meant.
        case mended(String)
        case unknown
    }

    func standing(of name: String, as kind: Kind) -> Standing {
        if known[kind]?.contains(name.lowercased()) == true { return .known }
        guard let meant = byFolded[kind]?[name.folded], meant.count == 1, let only = meant.first else {
            return .unknown
        }
        return .mended(only)
    }
}

extension PlaceNames.Kind {
    var wordCount: Int { rawValue.split(separator: " ").count }

    /// The kind that words begin with, its marks read or not.
    static func opening(_ words: some Collection<String>) -> PlaceNames.Kind? {
        let head = words.prefix(2).map { $0.lowercased() }
        let folded = head.map(\.folded)
        return allCases.first { kind in
            let own = kind.rawValue.split(separator: " ").map(String.init)
            return Array(head.prefix(own.count)) == own
        }
            ?? allCases.first { kind in
                let own = kind.rawValue.split(separator: " ").map { String($0).folded }
                return Array(folded.prefix(own.count)) == own
            }
    }
}
