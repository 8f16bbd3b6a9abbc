import Dossiers
import Foundation

/// Where a dossier says a value a second time: the name under a signature, the number on the card's copy. Two
/// readings of different print that agree are far surer than either; two that nearly agree warn.
struct Echo {
    private let streams: [LetterStream]
    private let places: PlaceNames

    /// - Parameter places: Those that addresses are held against.
    init(_ streams: [LetterStream], places: PlaceNames = .none) {
        self.streams = streams
        self.places = places
    }

    /// What is read of the same value in another place.
    struct Reading: Equatable {
        /// Written as the field's value is.
        var value: String
        /// Of its least sure word, 0…1.
        var confidence: Double
    }

    /// Readings of what may be the same value elsewhere than in its own box: names of the same letters whatever
    /// their marks, numbers that differ in two digits at most, days that differ in one.
    func readings(of field: ExtractedField) -> [Reading] {
        guard let value = field.value else { return [] }
        switch field.name {
        case .applicantName, .childName, .deceasedName, .spouseName: return names(like: value, not: field)
        case .applicantIDNumber: return numbers(like: value, not: field) { IDNumber(digits: $0)?.digits }
        case .applicantPhone: return numbers(like: value, not: field) { PhoneNumber.national(digits: $0) }
        case .applicantDateOfBirth, .childDateOfBirth: return days(like: value, not: field)
        case .applicantAddress: return addresses(like: value, not: field)
        case .landParcel: return plots(like: value, not: field, behind: ["thuadat", "lodat"])
        case .landMapSheet: return plots(like: value, not: field, behind: ["bando"])
        default: return []
        }
    }

    private func names(like name: String, not field: ExtractedField) -> [Reading] {
        let letters = Array(name.folded.utf8.filter { $0 >= 97 && $0 <= 122 })
        guard letters.count >= 5 else { return [] }
        // A name with a syllable that is none was misread in a letter, too.
        let isPossible = name.split(separator: " ").allSatisfy { VietnameseSyllable.isPossible($0) }
        let search = ApproximateSearch(letters, limit: isPossible ? 0 : 1)
        return streams.flatMap { stream in
            search.hits(in: stream.letters).compactMap { hit -> Reading? in
                guard let range = stream.pieces(of: hit), let first = stream.pieces[range].first,
                    first.page != field.page || !field.box.overlaps(first.box),
                    !goesOn(stream.pieces, beyond: range)
                else { return nil }
                let pieces = stream.pieces[range]
                // The machine-readable rows of a card have letters and no marks.
                guard pieces.allSatisfy({ $0.text.withoutEdges.allSatisfy(\.isLetter) }) else { return nil }
                var words = pieces.map { $0.text.withoutEdges.capitalized }
                _ = PersonName.mend(&words)
                if hit.distance > 0, !words.allSatisfy({ VietnameseSyllable.isPossible($0) }) { return nil }
                return Reading(
                    value: words.joined(separator: " "), confidence: pieces.map(\.confidence).min() ?? 0)
            }
        }
    }

    /// A name with one syllable more, in front or behind, where the dossier says no other wherever it says this one: then
    /// that syllable was not read.
    func wholeName(of field: ExtractedField) -> String? {
        guard [.applicantName, .childName, .deceasedName, .spouseName].contains(field.name), let value = field.value
        else { return nil }
        let letters = Array(value.folded.utf8.filter { $0 >= 97 && $0 <= 122 })
        guard letters.count >= 5 else { return nil }
        let search = ApproximateSearch(letters, limit: 0)
        var wholes: Set<String> = []
        for stream in streams {
            for range in search.hits(in: stream.letters).compactMap({ stream.pieces(of: $0) }) {
                let first = stream.pieces[range.lowerBound]
                if first.page == field.page, field.box.overlaps(first.box) { continue }
                let whole = wholeName(stream.pieces, around: range)
                if whole == range { return nil }
                guard whole.count == range.count + 1, isFullName(stream.pieces, whole) else { continue }
                var words = stream.pieces[whole].map { $0.text.withoutEdges.capitalized }
                _ = PersonName.mend(&words)
                wholes.insert(words.joined(separator: " "))
            }
        }
        return wholes.count == 1 ? wholes.first : nil
    }

    /// Whether words are a name from its surname to its end: `Hộ Nguyễn Văn An` has a word too many, and in `Nguyễn Văn An
    /// Sinh ngày` it is the next label's.
    private func isFullName(_ pieces: [FormLine.Piece], _ range: Range<Int>) -> Bool {
        let words = pieces[range].map(\.text.withoutEdges)
        let last = pieces[range.upperBound - 1]
        guard words.allSatisfy({ $0.allSatisfy(\.isLetter) }), Surnames.isKnown(words[0]), !last.text.hasSuffix(":")
        else { return false }
        return last.text.hasSuffix(",") || range.upperBound == pieces.count
            || !stands(pieces[range.upperBound], beside: last)
    }

    /// Whether more of a name stands right beside: half a name is found in every whole one, and bears out nothing.
    private func goesOn(_ pieces: [FormLine.Piece], beyond range: Range<Int>) -> Bool {
        wholeName(pieces, around: range) != range
    }

    /// With all words in front and behind that may belong to the same name.
    private func wholeName(_ pieces: [FormLine.Piece], around range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, isName(pieces[start - 1], beside: pieces[start]), !pieces[start - 1].text.hasSuffix(":"),
            !Self.forms.contains(pieces[start - 1].text.withoutEdges.lowercased())
        {
            start -= 1
        }
        while end < pieces.count, !pieces[end - 1].text.hasSuffix(","), isName(pieces[end], beside: pieces[end - 1]) {
            end += 1
        }
        return start..<end
    }

    /// How people are addressed before their names.
    private static let forms: Set<String> = ["ông", "bà", "anh", "chị", "em", "cháu"]

    private func isName(_ piece: FormLine.Piece, beside other: FormLine.Piece) -> Bool {
        piece.text.first?.isUppercase == true && VietnameseSyllable.isPossible(piece.text.withoutEdges)
            && stands(piece, beside: other)
    }

    private func stands(_ piece: FormLine.Piece, beside other: FormLine.Piece) -> Bool {
        guard piece.page == other.page else { return false }
        let gap = max(piece.box.x, other.box.x) - min(piece.box.right, other.box.right)
        let height = max(piece.box.height, other.box.height)
        return gap < height && piece.box.y < other.box.bottom && other.box.y < piece.box.bottom
    }

    /// The same number behind one of these labels, or one that has a digit more or less. A number of as many digits is a
    /// neighbour's: theirs are next to one's own.
    private func plots(like number: String, not field: ExtractedField, behind labels: [String]) -> [Reading] {
        streams.flatMap { stream in
            stream.pieces.indices.compactMap { index -> Reading? in
                let piece = stream.pieces[index]
                guard piece.page != field.page || !field.box.overlaps(piece.box),
                    let other = Digits.plain(piece.text.withoutEdges), abs(other.count - number.count) <= 1,
                    other == number || other.count != number.count
                else { return nil }
                let before = stream.pieces[max(0, index - 4)..<index].map(\.letters).joined()
                let distance = EditDistance.between(Array(number.utf8), Array(other.utf8)[...], limit: 1)
                guard distance <= 1, labels.contains(where: { before.hasSuffix($0) || before.hasSuffix($0 + "so") })
                else { return nil }
                return Reading(value: other, confidence: piece.confidence)
            }
        }
    }

    /// - Parameter written: Digits as a field's value has them; nil for those that no such number has.
    private func numbers(
        like number: String, not field: ExtractedField, written: (String) -> String?
    ) -> [Reading] {
        let read = Array(number.utf8)
        return streams.flatMap { stream in
            stream.pieces.compactMap { piece -> Reading? in
                guard piece.page != field.page || !field.box.overlaps(piece.box) else { return nil }
                let other = piece.text.filter { $0.isASCII && $0.isNumber }
                guard other.utf8.count == read.count, let other = written(other),
                    zip(read, other.utf8).count(where: { $0 != $1 }) <= 2
                else { return nil }
                return Reading(value: other, confidence: piece.confidence)
            }
        }
    }

    /// Addresses of the same letters, but for one, and the same numbers.
    private func addresses(like address: String, not field: ExtractedField) -> [Reading] {
        let letters = Array(address.folded.utf8.filter { $0 >= 97 && $0 <= 122 })
        guard (Self.shortestAddress...ApproximateSearch.longest).contains(letters.count) else { return [] }
        let search = ApproximateSearch(letters, limit: 1)
        return streams.flatMap { stream in
            search.hits(in: stream.letters).compactMap { hit -> Reading? in
                guard let range = stream.pieces(of: hit), let first = stream.pieces[range].first,
                    first.page != field.page || !field.box.overlaps(first.box)
                else { return nil }
                let pieces = stream.pieces[range]
                let text = pieces.map(\.text).joined(separator: " ").withoutEdges
                guard text.filter(\.isNumber) == address.filter(\.isNumber), !text.contains(":") else { return nil }
                let value = PostalAddress(text, places: places).text
                // `Xã` here and `xã` there are the same.
                return Reading(
                    value: value.lowercased() == address.lowercased() ? address : value,
                    confidence: pieces.map(\.confidence).min() ?? 0)
            }
        }
    }

    /// Letters of `thôn Hạ, xã Hải Lạng`: what is shorter stands within other addresses.
    private static let shortestAddress = 14

    /// A business's name with its words as most of the dossier spells them: beside the same neighbours, and in its owner's
    /// name. Of two spellings that are found as often the one with more marks is right: marks get lost.
    ///
    /// - Parameter owner: The name of the person whose business it is; nil where it was not read.
    /// - Returns: Nil where nothing is to be changed.
    func respelling(of field: ExtractedField, owner: String?) -> String? {
        guard let value = field.value else { return nil }
        let words = value.split(separator: " ").map(String.init)
        let known = BusinessWords.spellings(of: words)
        let respelled = words.indices.map { index in
            guard known[index] == nil else { return words[index] }
            let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0].folded }
            var spellings = spellings(of: words[index], beside: Set(neighbours), not: field)
            if let name = owner?.split(separator: " ").last.map(String.init), name.folded == words[index].folded {
                spellings[name.uppercased(), default: 0] += 1
            }
            return Self.better(than: words[index], among: spellings) ?? words[index]
        }
        return respelled == words ? nil : respelled.joined(separator: " ")
    }

    /// In capitals, with how often each is found elsewhere.
    private func spellings(
        of word: String, beside neighbours: Set<String>, not field: ExtractedField
    ) -> [String: Int] {
        let folded = word.folded
        guard word.count > 1, word.allSatisfy(\.isLetter) else { return [:] }
        return streams.reduce(into: [:]) { counts, stream in
            for (index, piece) in stream.pieces.enumerated() where piece.letters == folded {
                let around = [index - 1, index + 1].filter(stream.pieces.indices.contains)
                guard piece.page != field.page || !field.box.overlaps(piece.box),
                    piece.text.withoutEdges.allSatisfy(\.isLetter),
                    around.contains(where: { neighbours.contains(stream.pieces[$0].letters) })
                else { continue }
                counts[piece.text.withoutEdges.uppercased(), default: 0] += 1
            }
        }
    }

    private static func better(than word: String, among spellings: [String: Int]) -> String? {
        let own = 1 + spellings[word.uppercased(), default: 0]
        let others = spellings.filter { $0.key != word.uppercased() }
        guard let (other, count) = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count > own || count == own && marks(of: other) > marks(of: word)
        else { return nil }
        return word.allSatisfy(\.isUppercase) ? other : other.capitalized
    }

    private static func marks(of word: String) -> Int {
        word.decomposedStringWithCanonicalMapping.unicodeScalars.count - word.count
    }

    private func days(like day: String, not field: ExtractedField) -> [Reading] {
        let read = Array(day.utf8)
        return streams.flatMap { stream in
            stream.pieces.indices.compactMap { start -> Reading? in
                guard let reading = self.day(at: start, of: stream, not: field) else { return nil }
                return zip(read, reading.value.utf8).count(where: { $0 != $1 }) <= 1 ? reading : nil
            }
        }
    }

    /// The date that begins at a piece: `06/08/2026` in one word, `ngày 06 tháng 8 năm 2026` in six.
    private func day(at start: Int, of stream: LetterStream, not field: ExtractedField) -> Reading? {
        let first = stream.pieces[start]
        let length = first.letters == "ngay" ? 6 : 1
        guard length == 6 || first.text.count >= 8, first.text.contains(where: \.isNumber) || length == 6 else {
            return nil
        }
        let pieces = stream.pieces[start..<min(start + length, stream.pieces.count)]
        guard first.page != field.page || !pieces.contains(where: { field.box.overlaps($0.box) }),
            let value = FormDate.iso(in: pieces.map(\.text).joined(separator: " "))
        else { return nil }
        return Reading(value: value, confidence: pieces.map(\.confidence).min() ?? 0)
    }
}

extension PixelBox {
    /// Whether they have a pixel in common.
    func overlaps(_ other: PixelBox) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
