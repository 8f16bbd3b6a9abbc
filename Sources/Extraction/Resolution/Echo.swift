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
        case _ where field.name.isPersonsName: return names(like: value, not: field)
        case .applicantIDNumber: return numbers(like: value, not: field) { IDNumber(digits: $0)?.digits }
        case .applicantPhone: return numbers(like: value, not: field) { PhoneNumber.national(digits: $0) }
        case .applicantDateOfBirth, .childDateOfBirth: return days(like: value, not: field)
        case .applicantAddress: return addresses(like: value, not: field)
        case .landParcel: return plots(like: value, not: field, behind: ["thuadat", "lodat"])
        case .landMapSheet: return plots(like: value, not: field, behind: ["bando"])
        default: return []
        }
    }

    /// Words of the same letters, elsewhere than in a field's own box.
    private struct Place {
        var stream: LetterStream
        /// Of the stream's pieces.
        var range: Range<Int>
        /// Letters to insert, delete or exchange.
        var distance: Int

        var pieces: ArraySlice<FormLine.Piece> { stream.pieces[range] }
        var confidence: Double { pieces.map(\.confidence).min() ?? 0 }
    }

    /// - Parameter limit: Letters that may differ.
    /// - Returns: None for values too short to be told from other words.
    private func places(like value: String, limit: Int, not field: ExtractedField) -> [Place] {
        let letters = Self.letters(of: value)
        guard letters.count >= Self.fewestLetters else { return [] }
        let search = ApproximateSearch(letters, limit: limit)
        return streams.flatMap { stream in
            search.hits(in: stream.letters).compactMap { hit in
                stream.pieces(of: hit).map { Place(stream: stream, range: $0, distance: hit.distance) }
            }
        }.filter { $0.pieces.first?.isElsewhere(than: field) == true }
    }

    private static func letters(of value: String) -> [UInt8] {
        Array(value.folded.utf8.filter { $0 >= 97 && $0 <= 122 })
    }

    private static let fewestLetters = 5

    private func names(like name: String, not field: ExtractedField) -> [Reading] {
        // A name with a syllable that is none was misread in a letter, too.
        let isPossible = name.split(separator: " ").allSatisfy { VietnameseSyllable.isPossible($0) }
        return places(like: name, limit: isPossible ? 0 : 1, not: field).compactMap { place in
            // The machine-readable rows of a card have letters and no marks.
            guard wholeName(around: place) == place.range,
                place.pieces.allSatisfy({ $0.text.withoutEdges.allSatisfy(\.isLetter) })
            else { return nil }
            let words = Self.syllables(of: place.pieces)
            if place.distance > 0, !words.allSatisfy({ VietnameseSyllable.isPossible($0) }) { return nil }
            return Reading(value: words.joined(separator: " "), confidence: place.confidence)
        }
    }

    /// A name with one syllable more, in front or behind, where the dossier says no other wherever it says this one: then
    /// that syllable was not read.
    func wholeName(of field: ExtractedField) -> String? {
        guard field.name.isPersonsName, let value = field.value else { return nil }
        var wholes: Set<String> = []
        for place in places(like: value, limit: 0, not: field) {
            let whole = wholeName(around: place)
            // Half a name stands in every whole one; where it stands alone, it is whole itself.
            if whole == place.range { return nil }
            guard whole.count == place.range.count + 1, isFullName(place.stream.pieces, whole) else { continue }
            wholes.insert(Self.syllables(of: place.stream.pieces[whole]).joined(separator: " "))
        }
        return wholes.count == 1 ? wholes.first : nil
    }

    private static func syllables(of pieces: ArraySlice<FormLine.Piece>) -> [String] {
        var syllables = pieces.map { $0.text.withoutEdges.capitalized }
        _ = PersonName.mend(&syllables)
        return syllables
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

    /// With all words in front and behind that may belong to the same name.
    private func wholeName(around place: Place) -> Range<Int> {
        let pieces = place.stream.pieces
        var (start, end) = (place.range.lowerBound, place.range.upperBound)
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
                guard piece.isElsewhere(than: field), let other = Digits.plain(piece.text.withoutEdges),
                    other == number || abs(other.count - number.count) == 1
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
                guard piece.isElsewhere(than: field) else { return nil }
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
        guard (Self.shortestAddress...ApproximateSearch.longest).contains(Self.letters(of: address).count) else {
            return []
        }
        return places(like: address, limit: 1, not: field).compactMap { place in
            let text = place.pieces.map(\.text).joined(separator: " ").withoutEdges
            guard text.filter(\.isNumber) == address.filter(\.isNumber), !text.contains(":") else { return nil }
            let value = PostalAddress(text, places: places).text
            // `Xã` here and `xã` there are the same.
            return Reading(
                value: value.lowercased() == address.lowercased() ? address : value, confidence: place.confidence)
        }
    }

    /// Letters of `thôn Hạ, xã Hải Lạng`: what is shorter stands within other addresses.
    private static let shortestAddress = 14

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
        guard pieces.allSatisfy({ $0.isElsewhere(than: field) }),
            let value = FormDate.iso(in: pieces.map(\.text).joined(separator: " "))
        else { return nil }
        return Reading(value: value, confidence: pieces.map(\.confidence).min() ?? 0)
    }
}

extension FormLine.Piece {
    /// Whether it is no part of the box that a field was read in.
    func isElsewhere(than field: ExtractedField) -> Bool { page != field.page || !field.box.overlaps(box) }
}

extension PixelBox {
    /// Whether they have a pixel in common.
    func overlaps(_ other: PixelBox) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
