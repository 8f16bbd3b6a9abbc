import Foundation

/// The number of a parcel (thửa đất) or of its map sheet (tờ bản đồ).
struct ParcelNumberRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        guard let piece = answer.pieces.withoutLeaders.first, let digits = Digits.read(piece.text),
            digits.count <= 5
        else { return nil }
        return FieldValue(text: digits, pieces: [piece])
    }
}

/// The area of a parcel, as written, in square metres.
struct ParcelAreaRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        guard let piece = answer.pieces.withoutLeaders.first else { return nil }
        let text = piece.text.withoutEdges.replacingOccurrences(of: "m2", with: "").replacingOccurrences(
            of: "m²", with: "")
        guard text.first?.isNumber == true, text.allSatisfy({ $0.isNumber || ".,".contains($0) }) else { return nil }
        return FieldValue(text: text, pieces: [piece])
    }
}
