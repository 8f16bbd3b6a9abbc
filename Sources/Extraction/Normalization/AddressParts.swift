import Dossiers
import Foundation

/// What stands between the commas or dashes of an address, as it was read.
struct AddressParts {
    struct Part {
        var words: [String]
        /// What stood between it and the next.
        var separator: String
        var text: String { words.joined(separator: " ") }
    }

    private(set) var parts: [Part]

    init(_ read: String) {
        parts = Self.parts(of: read)
    }

    /// A comma within a place's name is a blot: `tỉnh Quảng, Ninh`, or `Quảng, Ninh` at the end.
    func joined(in places: PlaceNames) -> AddressParts {
        var whole = self
        var index = 0
        while index + 1 < whole.parts.count {
            let (part, next) = (whole.parts[index], whole.parts[index + 1])
            let isLast = index + 2 == whole.parts.count && index > 0
            let kind = PlaceNames.Kind.opening(part.words)
            let implied = kind == nil && isLast ? PlaceNames.Kind.province : nil
            if kind ?? implied != nil, !isKnown(part.words, places, orAs: implied),
                PlaceNames.Kind.opening(next.words) == nil, isKnown(part.words + next.words, places, orAs: implied)
            {
                whole.parts[index] = Part(words: part.words + next.words, separator: next.separator)
                whole.parts.remove(at: index + 1)
            }
            index += 1
        }
        return whole
    }

    /// Where a known place's kind and name follow without anything between, what stood there was not read.
    func divided(in places: PlaceNames) -> AddressParts {
        var whole = self
        let usual = parts.dropLast().contains { $0.separator == " - " } ? " - " : ", "
        for index in parts.indices.reversed() {
            var words = parts[index].words
            if index == parts.count - 1, let province = startOfProvince(in: words, places) {
                whole.parts[index].words = Array(words[..<province])
                whole.parts.insert(Part(words: Array(words[province...]), separator: ""), at: index + 1)
                whole.parts[index].separator = usual
                words.removeSubrange(province...)
            }
            guard let start = startOfPlace(in: words, places) else { continue }
            whole.parts[index].words = Array(words[start...])
            whole.parts.insert(Part(words: Array(words[..<start]), separator: usual), at: index)
        }
        return whole
    }

    /// Where the word for the kind of a place stands amid others, if what follows names one.
    private func startOfPlace(in words: [String], _ places: PlaceNames) -> Int? {
        words.indices.dropFirst().first { start in
            ["xã", "phường", "tỉnh", "huyện"].contains(words[start].lowercased())
                && words[start - 1].lowercased() != "thị" && isKnown(Array(words[start...]), places)
        }
    }

    /// Where a province's name alone begins right behind another place: `xã Đông Ngũ Quảng Ninh`.
    private func startOfProvince(in words: [String], _ places: PlaceNames) -> Int? {
        words.indices.dropFirst(2).first { start in
            let before = Array(words[..<start])
            return isKnown(Array(words[start...]), places, orAs: .province)
                && (isKnown(before, places) || startOfPlace(in: before, places) != nil)
        }
    }

    /// An address ends with its province; what was read behind it is something else.
    func ended(in places: PlaceNames) -> AddressParts {
        if let end = parts.indices.dropFirst().first(where: { PlaceNames.Kind.opening(parts[$0].words) == .province }),
            end + 1 < parts.count
        {
            var whole = self
            whole.parts.removeLast(parts.count - end - 1)
            return whole.ended(in: places)
        }
        guard parts.count > 1, let last = parts.last else { return self }
        let size = PlaceNames.Kind.opening(last.words)?.wordCount ?? 0
        guard !isKnown(last.words, places, orAs: .province) else { return self }
        for length in stride(from: last.words.count - 1, to: size + 1, by: -1) {
            let words = Array(last.words.prefix(length))
            if isProvince(words, places) {
                var whole = self
                whole.parts[parts.count - 1].words = words
                return whole
            }
        }
        return self
    }

    /// `Quảng Minh`, a province with one letter misread, or `Ninh`, its last word alone, where a commune before it lies
    /// in the one that is meant.
    func withProvince(in places: PlaceNames) -> AddressParts {
        guard parts.count > 1, let last = parts.last else { return self }
        let kind = PlaceNames.Kind.opening(last.words)
        let size = kind?.wordCount ?? 0
        guard [nil, .province].contains(kind), !isKnown(last.words, places, orAs: .province) else { return self }
        let near = places.provinces(like: last.words.dropFirst(size).joined(separator: " ")).filter { province in
            parts.dropLast().contains { lies($0.words, in: province, places) }
        }
        guard near.count == 1, let meant = near.first else { return self }
        var whole = self
        whole.parts[parts.count - 1].words = last.words.prefix(size) + meant.split(separator: " ").map(String.init)
        return whole
    }

    private func lies(_ words: [String], in province: String, _ places: PlaceNames) -> Bool {
        guard let kind = PlaceNames.Kind.opening(words) else { return false }
        let name = words.dropFirst(kind.wordCount).joined(separator: " ")
        return places.standing(of: name, as: kind, in: province.folded) != .unknown
    }

    private func isProvince(_ words: [String], _ places: PlaceNames) -> Bool {
        let kind = PlaceNames.Kind.opening(words)
        return [nil, .province, .city].contains(kind) && isKnown(words, places, orAs: .province)
    }

    /// Whether words name a place as its kind.
    private func isKnown(_ words: [String], _ places: PlaceNames, orAs implied: PlaceNames.Kind? = nil) -> Bool {
        let own = PlaceNames.Kind.opening(words)
        guard let kind = own ?? implied else { return false }
        let name = words.dropFirst(own?.wordCount ?? 0).joined(separator: " ")
        return !name.isEmpty && places.standing(of: name, as: kind, in: nil) == .known
    }

    private static func parts(of read: String) -> [Part] {
        var parts: [Part] = []
        var words: [String] = []
        func close(_ separator: String) {
            if !words.isEmpty { parts.append(Part(words: words, separator: separator)) }
            words = []
        }
        for token in spaced(read).split(separator: " ") {
            let bare = token.trimmingCharacters(in: CharacterSet(charactersIn: ",.;"))
            if token == "-" || token == "–" {
                close(" - ")
                continue
            }
            guard !bare.isEmpty else { continue }
            words.append(bare)
            // `TP.`, `P.` and other short words keep their point; behind a word for a kind a comma is a blot.
            let isCut = token.hasSuffix(",") || token.hasSuffix(";") || token.hasSuffix(".") && bare.count > 2
            if isCut, !endsWithKind(words) {
                close(", ")
            } else if token.hasSuffix("."), bare.count <= 2, bare.first?.isUppercase == true,
                bare.allSatisfy({ $0.isASCII && $0.isUppercase })
            {
                words[words.count - 1] += "."
            } else if isCut == false, token.hasSuffix(".") {
                close(", ")
            }
        }
        close("")
        // A blot that was taken for a letter names nothing: `xã Tiên Yên, n, tỉnh Quảng Ninh`.
        let blots = parts.indices.dropFirst().filter { index in
            parts[index].words.count == 1 && parts[index].text.count == 1
                && !parts[index].text.contains { $0.isNumber || "aeiouy".contains($0.lowercased().folded) }
        }
        return parts.indices.filter { !blots.contains($0) }.map { parts[$0] }
    }

    /// With the space behind a comma that was too narrow, and without a blot in a word: `Hải Lạng,Quảng`, `Hải L.ạng`.
    private static func spaced(_ read: String) -> String {
        var text = ""
        for (place, sign) in zip(read.indices, read) {
            let following = read[read.index(after: place)...].first
            if sign == ".", text.last?.isLetter == true, following?.isLowercase == true { continue }
            text.append(sign)
            if ",;".contains(sign), following?.isLetter == true { text.append(" ") }
        }
        return text
    }

    private static func endsWithKind(_ words: [String]) -> Bool {
        guard let last = words.last?.lowercased() else { return false }
        return words.count == 1 && ["xã", "phường", "huyện", "tỉnh", "quận", "số", "thôn", "xóm"].contains(last)
    }
}
