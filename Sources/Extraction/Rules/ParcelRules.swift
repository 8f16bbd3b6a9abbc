import Dossiers
import Foundation

/// The number of a parcel (thửa đất) or of its map sheet (tờ bản đồ).
struct ParcelNumberRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        guard let piece = answer.pieces.withoutLeaders.first, let digits = Digits.plain(piece.text.withoutEdges),
            digits.count <= 5
        else { return nil }
        return FieldValue(text: digits, pieces: [piece])
    }
}

/// The area of a parcel, as written, in square metres.
struct ParcelAreaRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.pieces.withoutLeaders
        guard let piece = pieces.first else { return nil }
        let text = piece.text.withoutUnit
        guard text.first?.isNumber == true, text.allSatisfy({ $0.isNumber || ".,".contains($0) }) else { return nil }
        if let rest = Self.decimals(after: piece, in: pieces) {
            return FieldValue(text: "\(text),\(rest.text.withoutUnit)", pieces: [piece, rest])
        }
        // `360, ?`: what stood behind the comma could not be read.
        if piece.text.hasSuffix(","), Self.goesOnUnread(piece, in: answer.pieces) { return nil }
        // A point parts thousands, a comma decimals: `254.5` has lost its comma's tail.
        if let point = text.wholeMatch(of: #/(\d+)\.(\d{1,2})/#) {
            return FieldValue(text: "\(point.1),\(point.2)", pieces: [piece], soundness: Self.mendedSoundness)
        }
        return FieldValue(text: text, pieces: [piece])
    }

    private static let mendedSoundness = 0.85

    private static func goesOnUnread(_ piece: FormLine.Piece, in pieces: [FormLine.Piece]) -> Bool {
        guard let place = pieces.firstIndex(where: { $0.box == piece.box }), place + 1 < pieces.count else {
            return false
        }
        let next = pieces[place + 1]
        return next.box.x >= piece.box.right && next.box.x - piece.box.right < 2 * piece.box.height
            && next.text.first?.isLetter != true && !next.isRule
    }

    /// `194, 3 m2`: a gap was seen behind the comma.
    private static func decimals(after piece: FormLine.Piece, in pieces: [FormLine.Piece]) -> FormLine.Piece? {
        guard piece.text.hasSuffix(","), pieces.count > 1, pieces[1].text.first?.isNumber == true,
            (1...2).contains(pieces[1].text.withoutUnit.count), pieces[1].text.withoutUnit.allSatisfy(\.isNumber),
            // The square metres are the value's, or print of the form behind it.
            pieces[1].text.withoutUnit != pieces[1].text.withoutEdges || pieces.count == 2
                || ["m2", "m²"].contains(where: pieces[2].text.hasPrefix),
            pieces[1].box.x - piece.box.right < 2 * max(piece.box.height, pieces[1].box.height)
        else { return nil }
        return pieces[1]
    }
}

extension String {
    /// Without the square metres behind a number.
    fileprivate var withoutUnit: String {
        withoutEdges.replacingOccurrences(of: "m2", with: "").replacingOccurrences(of: "m²", with: "")
    }
}
