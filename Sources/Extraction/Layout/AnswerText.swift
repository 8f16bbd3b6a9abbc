import Dossiers
import Foundation

extension Answer {
    /// The answer up to a gap wider than four letters are high: in a table the next column begins there.
    var firstColumn: [FormLine.Piece] {
        var column: [FormLine.Piece] = []
        for piece in pieces {
            if let last = column.last, piece.box.x > last.box.x,
                piece.box.x - last.box.right > 4 * max(last.box.height, piece.box.height), last.box.height > 0
            {
                break
            }
            column.append(piece)
        }
        return column
    }
}

extension [FormLine.Piece] {
    /// Without the number of a footnote before the value.
    var withoutFootnote: [FormLine.Piece] {
        Array(
            drop { piece in
                let mark = piece.text.prefix { !":.".contains($0) }
                // A colon that touches it may be read as a letter, `I(2)`; a digit before it is the value's.
                let isTouched = mark.first?.isLetter == true && mark.dropFirst().first == "("
                let bare = mark.dropFirst(isTouched ? 1 : 0)
                return bare.hasPrefix("(") && bare.hasSuffix(")") && bare.count <= 4
                    && mark.count + 1 >= piece.text.count
            })
    }

    /// Without the dots and rules that the value was written upon, nor a footnote's number.
    var withoutLeaders: [FormLine.Piece] {
        withoutFootnote.filter(\.isWord).map(\.withoutDots)
    }

    /// The same with the dashes between two words, which belong to a name: `Phòng Tài chính - Kế hoạch`.
    var wordsAndDashes: [FormLine.Piece] {
        let pieces = withoutFootnote
        return pieces.indices.filter { index in
            if pieces[index].isWord { return true }
            guard index > 0, index + 1 < pieces.count, ["-", "–"].contains(pieces[index].text) else { return false }
            return pieces[index - 1].isWord && pieces[index + 1].isWord
        }.map { pieces[$0].withoutDots }
    }
}

extension FormLine.Piece {
    /// A lone circumflex is a letter to Unicode, and here a speck.
    fileprivate var isWord: Bool { !letters.isEmpty || text.contains(where: \.isNumber) }

    fileprivate var withoutDots: FormLine.Piece {
        var piece = self
        piece.text = text.trimmingCharacters(in: CharacterSet(charactersIn: "…._"))
        return piece
    }
}

extension String {
    /// Without punctuation at either end.
    var withoutEdges: String { trimmingCharacters(in: CharacterSet(charactersIn: " .,;:…_-|'\"")) }
}
