/// A line of a paper: printed words, values, and dotted blanks where a value is not known, to be written in by hand.
///
/// `"Địa chỉ: \(blank: address)"`.
struct PaperLine: ExpressibleByStringInterpolation {
    var pieces: [TextBlock.Piece] = []
    /// Ends with a blank that runs to the margin.
    var hasLeader = false

    struct StringInterpolation: StringInterpolationProtocol {
        var runs: [Run] = []

        enum Run {
            case printed(String)
            case blank(width: Int)
        }

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) { runs.append(.printed(text)) }

        mutating func appendInterpolation(_ text: String) { runs.append(.printed(text)) }

        /// - Parameter width: of the blank, in dots, where it does not end the line.
        mutating func appendInterpolation(blank value: String, width: Int = 24) {
            runs.append(value.isEmpty ? .blank(width: width) : .printed(value))
        }
    }

    init(stringLiteral text: String) {
        pieces = [Self.piece(text)]
    }

    init(stringInterpolation: StringInterpolation) {
        var runs = stringInterpolation.runs
        // The compiler ends every interpolated text with a literal, which may be empty.
        while case .printed("")? = runs.last { runs.removeLast() }
        for (index, run) in runs.enumerated() {
            switch run {
            case .printed(let text): pieces.append(Self.piece(text))
            case .blank where index == runs.count - 1: hasLeader = true
            case .blank(let width): pieces.append(Self.piece(String(repeating: ".", count: width)))
            }
        }
    }

    init(_ text: String) { self.init(stringLiteral: text) }

    /// With one look for all of it.
    func set(size: Double, isBold: Bool = false, isItalic: Bool = false) -> [TextBlock.Piece] {
        pieces.map { piece in
            var piece = piece
            piece.look = TextBlock.Look(face: PaperStyle.face, size: size, isBold: isBold, isItalic: isItalic)
            return piece
        }
    }

    private static func piece(_ text: String) -> TextBlock.Piece {
        TextBlock.Piece(text: text, look: TextBlock.Look(face: PaperStyle.face, size: PaperStyle.size))
    }
}

/// How the state's papers look: Decree 30/2020/NĐ-CP, annex I.
enum PaperStyle {
    /// Metrically Times New Roman.
    static let face = "Tinos"
    /// Points, as all lengths here.
    static let size = 13.0
    static let leading = 1.15
    /// Of a letter's paragraphs: 1 cm.
    static let firstIndent = 28.3
    static let margins = (left: 85.0, top: 57.0, right: 48.0, bottom: 57.0)
}
