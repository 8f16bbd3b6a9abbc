import Dossiers

/// What stands beside a label: the words up to the next label, and those of lines that continue it.
struct Answer {
    /// Nil where the form itself says what its blank holds.
    var asked: Asked?
    var page: Int
    var pieces: [FormLine.Piece]
    /// See `FoundLabel.likeness`.
    var likeness: Double

    /// Mean of its words' confidences, 0…1; 0 without words.
    var confidence: Double { Self.confidence(of: pieces) }

    static func confidence(of pieces: [FormLine.Piece]) -> Double {
        pieces.isEmpty ? 0 : pieces.reduce(0) { $0 + $1.confidence } / Double(pieces.count)
    }

    static func box(of pieces: [FormLine.Piece]) -> PixelBox? {
        pieces.first.map { first in pieces.dropFirst().reduce(first.box) { $0.union($1.box) } }
    }
}
