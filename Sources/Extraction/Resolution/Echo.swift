import Dossiers
import Foundation

/// Where a dossier says a value a second time: the name under a signature, the number on the card's copy. Two
/// readings of different print that agree are far surer than either; two that nearly agree warn.
struct Echo {
    private let streams: [LetterStream]

    init(_ streams: [LetterStream]) {
        self.streams = streams
    }

    /// Readings of what may be the same value elsewhere than in its own box: names of the same letters whatever
    /// their marks, numbers that differ in two digits at most. Written as the field's value is.
    func readings(of field: ExtractedField) -> [String] {
        guard let value = field.value else { return [] }
        switch field.name {
        case .applicantName, .childName, .deceasedName, .spouseName: return names(like: value, not: field)
        case .applicantIDNumber, .applicantPhone: return numbers(like: value, not: field)
        default: return []
        }
    }

    private func names(like name: String, not field: ExtractedField) -> [String] {
        let letters = Array(name.folded.utf8.filter { $0 >= 97 && $0 <= 122 })
        guard letters.count >= 5 else { return [] }
        let search = ApproximateSearch(letters, limit: 0)
        return streams.flatMap { stream in
            search.hits(in: stream.letters).compactMap { hit -> String? in
                guard let range = stream.pieces(of: hit), let first = stream.pieces[range].first,
                    first.page != field.page || !field.box.overlaps(first.box),
                    !goesOn(stream.pieces, beyond: range)
                else { return nil }
                return stream.pieces[range].map { $0.text.withoutEdges.capitalized }.joined(separator: " ")
            }
        }
    }

    /// Whether more of a name stands right beside: half a name is found in every whole one, and bears out nothing.
    private func goesOn(_ pieces: [FormLine.Piece], beyond range: Range<Int>) -> Bool {
        let before = range.lowerBound - 1
        if before >= 0, isName(pieces[before], beside: pieces[range.lowerBound]),
            !pieces[before].text.hasSuffix(":"), !Self.forms.contains(pieces[before].text.withoutEdges.lowercased())
        {
            return true
        }
        let last = range.upperBound - 1
        return range.upperBound < pieces.count && !pieces[last].text.hasSuffix(",")
            && isName(pieces[range.upperBound], beside: pieces[last])
    }

    /// How people are addressed before their names.
    private static let forms: Set<String> = ["ông", "bà", "anh", "chị", "em", "cháu"]

    private func isName(_ piece: FormLine.Piece, beside other: FormLine.Piece) -> Bool {
        guard piece.page == other.page, piece.text.first?.isUppercase == true,
            VietnameseSyllable.isPossible(piece.text.withoutEdges)
        else { return false }
        let gap = max(piece.box.x, other.box.x) - min(piece.box.right, other.box.right)
        let height = max(piece.box.height, other.box.height)
        return gap < height && piece.box.y < other.box.bottom && other.box.y < piece.box.bottom
    }

    private func numbers(like number: String, not field: ExtractedField) -> [String] {
        let read = Array(number.utf8)
        return streams.flatMap { stream in
            stream.pieces.compactMap { piece -> String? in
                guard piece.page != field.page || !field.box.overlaps(piece.box) else { return nil }
                let other = piece.text.filter { $0.isASCII && $0.isNumber }
                guard other.utf8.count == read.count, zip(read, other.utf8).count(where: { $0 != $1 }) <= 2 else {
                    return nil
                }
                return other
            }
        }
    }
}

extension PixelBox {
    /// Whether they have a pixel in common.
    func overlaps(_ other: PixelBox) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
