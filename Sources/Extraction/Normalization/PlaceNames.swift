import Dossiers
import Foundation

/// The places that addresses name, each under the word for what it is: `xã Hải Lạng`, `tỉnh Quảng Ninh`.
package struct PlaceNames: Sendable {
    private struct Place {
        var name: String
        /// Folded; nil where the list does not say.
        var province: String?
    }

    /// By what is left of the name when marks are lost.
    private var places: [Kind: [String: [Place]]] = [:]

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

    /// - Parameter lines: One name a line with its kind and, behind a semicolon, its province:
    ///   `Xã Hải Lạng; Tỉnh Quảng Ninh`. Lines that begin with `#` are remarks.
    package init(lines: some Sequence<Substring>) {
        for line in lines where !line.hasPrefix("#") {
            let parts = line.precomposedStringWithCanonicalMapping.split(separator: ";").map {
                $0.split(separator: " ").map(String.init)
            }
            guard let words = parts.first, let kind = Kind.opening(words), kind.wordCount < words.count else {
                continue
            }
            let name = words.dropFirst(kind.wordCount).joined(separator: " ")
            let province = parts.dropFirst().first.map(Self.bareName)
            places[kind, default: [:]][name.folded, default: []].append(Place(name: name, province: province))
        }
    }

    package static let none = PlaceNames(lines: [])

    enum Standing: Equatable {
        case known
        /// Its marks were misread, and only one place can be meant.
        case mended(String)
        case unknown
    }

    /// - Parameter province: Folded, without the word for it; nil where the address names none.
    func standing(of name: String, as kind: Kind, in province: String?) -> Standing {
        let alike = places[kind]?[name.folded] ?? []
        let near = alike.filter { $0.province == nil || province == nil || $0.province == province }
        let spelled = name.lowercased().withOlderTone
        if near.contains(where: { $0.name.lowercased().withOlderTone == spelled }) { return .known }
        let meant = Dictionary(grouping: near.map(\.name)) { $0.lowercased().withOlderTone }
        guard meant.count == 1, let only = meant.values.first?.first else {
            return nearest(to: name, as: kind, in: province).map { .mended($0) } ?? .unknown
        }
        return .mended(only)
    }

    /// `Đông Ng0`: what no name can be was misread, and the one place of the province that is a sign away is meant.
    private func nearest(to name: String, as kind: Kind, in province: String?) -> String? {
        guard let province, !name.split(separator: " ").allSatisfy({ VietnameseSyllable.isPossible($0) }) else {
            return nil
        }
        let letters = Array(name.folded.utf8)
        let near = places[kind, default: [:]].filter { folded, _ in
            EditDistance.between(letters, Array(folded.utf8)[...], limit: 1) <= 1
        }
        let meant = Set(near.values.joined().filter { $0.province == province }.map(\.name))
        return meant.count == 1 ? meant.first : nil
    }

    /// The provinces whose name is one letter away, or ends with this word.
    func provinces(like name: String) -> [String] {
        let letters = Array(name.folded.utf8)
        let near = places[.province, default: [:]].filter { folded, _ in
            folded.hasSuffix(" " + name.folded)
                || letters.count >= 6 && EditDistance.between(letters, Array(folded.utf8)[...], limit: 1) == 1
        }
        return near.values.compactMap(\.first?.name)
    }

    /// Gives the places that a text names their marks, and the words for what they are theirs:
    /// `Ủy ban nhân dân xã Hà Lâu, huyên Tiên Yên`. What is no place of the list stays as it was read.
    func mended(within text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        var index = 0
        while index + 1 < words.count {
            defer { index += 1 }
            guard let kind = Kind.opening(words[index...]) else { continue }
            let start = index + kind.wordCount
            let open = words[min(start, words.count)...].prefix { $0.first?.isUppercase == true }
            let end = open.firstIndex { $0.last?.isPunctuation == true }.map { $0 + 1 } ?? open.endIndex
            for size in stride(from: end - start, to: 0, by: -1) {
                let last = words[start + size - 1]
                let mark = last.last?.isPunctuation == true ? String(last.suffix(1)) : ""
                let name = String(words[start..<start + size].joined(separator: " ").dropLast(mark.count))
                var right = name
                switch standing(of: name, as: kind, in: nil) {
                case .unknown: continue
                case .mended(let only): right = name.allSatisfy { !$0.isLowercase } ? only.uppercased() : only
                case .known: break
                }
                let head = kind.rawValue.split(separator: " ").map(String.init)
                for (offset, word) in head.enumerated() {
                    words[index + offset] = Self.spelled(words[index + offset], as: word)
                }
                words.replaceSubrange(start..<start + size, with: (right + mark).split(separator: " ").map(String.init))
                index = start + size - 1
                break
            }
        }
        return words.joined(separator: " ")
    }

    /// As it should be, in the capitals in which it was read.
    static func spelled(_ read: String, as right: String) -> String {
        if read.count > 1, read.allSatisfy(\.isUppercase) { return right.uppercased() }
        return read.first?.isUppercase == true ? right.prefix(1).uppercased() + right.dropFirst() : right
    }

    /// The province that words name, folded and without the word for it.
    static func bareName(_ words: [String]) -> String {
        words.dropFirst(Kind.opening(words)?.wordCount ?? 0).joined(separator: " ").folded
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
