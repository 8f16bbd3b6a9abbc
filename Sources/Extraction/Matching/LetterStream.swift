import Dossiers

/// A paper's words as one row of letters, in which a form's wording can be searched whatever happened to marks,
/// spaces and line breaks.
struct LetterStream {
    /// In reading order over all pages of the paper.
    let pieces: [FormLine.Piece]
    /// Of every piece, the line it stands on; numbered over all pages.
    let lineOfPiece: [Int]
    let lines: [FormLine]
    /// Lower-case letters `a`…`z` without marks.
    let letters: [UInt8]
    /// Of every letter, the piece it belongs to.
    private let pieceOfLetter: [Int]
    /// Of every piece, the offset of its first letter.
    private let offsets: [Int]

    init(pages: [RecognizedPage]) {
        self.init(lines: pages.filter { $0.content == .text }.flatMap(FormLine.lines))
    }

    init(lines: [FormLine]) {
        var pieces: [FormLine.Piece] = []
        var lineOfPiece: [Int] = []
        var letters: [UInt8] = []
        var pieceOfLetter: [Int] = []
        var offsets: [Int] = []
        for (number, line) in lines.enumerated() {
            for piece in line.pieces {
                offsets.append(letters.count)
                letters += piece.letters.utf8
                pieceOfLetter += repeatElement(pieces.count, count: piece.letters.utf8.count)
                pieces.append(piece)
                lineOfPiece.append(number)
            }
        }
        self.lines = lines
        self.pieces = pieces
        self.lineOfPiece = lineOfPiece
        self.letters = letters
        self.pieceOfLetter = pieceOfLetter
        self.offsets = offsets
    }

    /// The pieces that a stretch of letters covers, or nil where it begins or ends in the middle of a word.
    func pieces(of hit: ApproximateSearch.Hit) -> Range<Int>? {
        guard hit.start < hit.end, hit.end <= letters.count else { return nil }
        var first = pieceOfLetter[hit.start]
        let into = hit.start - offsets[first]
        if into > Self.slack {
            guard offsets[first] + length(first) - hit.start <= Self.slack, first + 1 < pieces.count else { return nil }
            first += 1
        }
        var last = pieceOfLetter[hit.end - 1]
        let left = offsets[last] + length(last) - hit.end
        if left > Self.slack {
            guard hit.end - offsets[last] <= Self.slack, last > first else { return nil }
            last -= 1
        }
        return first <= last ? first..<(last + 1) : nil
    }

    private func length(_ piece: Int) -> Int { pieces[piece].letters.utf8.count }

    /// Letters by which a hit may miss the edge of a word.
    private static let slack = 2
}
