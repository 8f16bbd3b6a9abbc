/// A line of a form with its looks, ready to be broken into rows.
struct RichLine {
    enum Picture: Hashable {
        case checkbox(isTicked: Bool)
        case boxes(String)
        /// A word in handwriting.
        case scribble
    }

    enum Element {
        case text(String)
        /// Typed into a blank; `isLast` where nothing follows it on its line.
        case value(String, isLast: Bool)
        case picture(Picture, width: Double, height: Double)
        /// Dots between a value and the label that follows.
        case dots(String)
    }

    struct Span {
        enum Kind {
            case picture(Picture)
            case value(isLast: Bool)
        }

        var kind: Kind
        var bytes: Range<Int>
    }

    private(set) var pieces: [TextBlock.Piece] = []
    private(set) var spans: [Span] = []
    /// Whether blanks are led to the margin by dots or lines, where the form has such.
    var hasLeaders = false
    /// Stretches that are read otherwise than they are written: pictures, dots.
    private var readings: [(bytes: Range<Int>, text: String)] = []
    private var length = 0

    init(_ elements: [Element], style: PrintStyle, isBold: Bool = false, isItalic: Bool = false, scale: Double = 1) {
        let printed = TextBlock.Look(face: style.face, size: style.size * scale, isBold: isBold, isItalic: isItalic)
        let typed = TextBlock.Look(
            face: style.valueFace, size: style.size * scale * (style.valueFace == style.face ? 1 : 0.95),
            isBold: style.valueIsBold || isBold, isItalic: style.valueIsItalic, ink: style.valueInk)
        for element in elements {
            switch element {
            case .text(let text): append(TextBlock.Piece(text: text, look: printed))
            case .value(let text, let isLast):
                let start = length
                append(TextBlock.Piece(text: text, look: typed))
                if length > start { spans.append(Span(kind: .value(isLast: isLast), bytes: start..<length)) }
            case .dots(let text):
                let start = length
                append(TextBlock.Piece(text: text, look: printed))
                readings.append((start..<length, ""))
            case .picture(let picture, let width, let height):
                let start = length
                append(TextBlock.Piece(text: TextBlock.object, look: printed, picture: (width, height)))
                spans.append(Span(kind: .picture(picture), bytes: start..<length))
                if case .boxes(let digits) = picture {
                    readings.append((start..<length, digits))
                } else {
                    readings.append((start..<length, ""))
                }
            }
        }
    }

    private mutating func append(_ piece: TextBlock.Piece) {
        pieces.append(piece)
        length += piece.text.utf8.count
    }

    /// What a reader would read of a stretch of bytes.
    func readableText(in bytes: Range<Int>) -> String {
        let utf8 = Array(pieces.map(\.text).joined().utf8)
        var result = ""
        var start = bytes.lowerBound
        for reading in readings where reading.bytes.overlaps(bytes) {
            let part = reading.bytes.clamped(to: bytes)
            result += String(decoding: utf8[start..<max(start, part.lowerBound)], as: UTF8.self)
            result += reading.text
            start = part.upperBound
        }
        if start < bytes.upperBound { result += String(decoding: utf8[start..<bytes.upperBound], as: UTF8.self) }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
