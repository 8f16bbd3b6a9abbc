import Dossiers

/// The zones of a form's text: its title, the lines in which something is asked for, and the rest.
///
/// Found by what all Vietnamese forms share: the title stands in capitals below the national header,
/// and a request is announced by a cue (`Nội dung đề nghị`, `Về việc`, `Lý do`…).
package struct TextZones: Sendable {
    package private(set) var title: [String] = []
    package private(set) var request: [String] = []
    package private(set) var body: [String] = []
    /// Lines whose box is ticked; they stand in `request` too.
    package private(set) var ticked: [String] = []
    /// The words of the lines of each zone.
    private(set) var tokens = Tokens()
    /// The upper lines; empty where zones are not told apart.
    private(set) var head = PageHead()

    struct Tokens: Sendable {
        var title: [SyllableTokens] = []
        var request: [SyllableTokens] = []
        var body: [SyllableTokens] = []
        var ticked: [SyllableTokens] = []
    }

    /// - Parameter apart: Whether to look for zones at all; without, everything is body.
    package init(_ text: String, apart: Bool = true) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        self.init(lines: apart ? lines : [])
        guard !apart else { return }
        body = lines
        tokens.body = lines.map { SyllableTokens(line: $0) }
    }

    package init(lines: [String]) {
        var phase = Phase.head
        var titleLines = 0
        var requestLinesLeft = 0
        for (index, line) in lines.enumerated() {
            let reading = LineReading(line)
            if reading.isEmpty { continue }
            head.append(reading.folded)
            if reading.isNationalHeader { continue }
            if phase == .head {
                if reading.isCapitals, !reading.isInstitution, index < Self.linesThatMayHoldATitle {
                    title.append(line)
                    tokens.title.append(reading.tokens)
                    titleLines += 1
                    phase = .title
                    continue
                }
            } else if phase == .title {
                let continues =
                    reading.isCapitals || reading.isCapitalWord || (titleLines < 3 && reading.mayContinueTitle)
                if continues, titleLines < 4, !reading.isInstitution {
                    title.append(line)
                    tokens.title.append(reading.tokens)
                    titleLines += 1
                    continue
                }
                phase = .body
            }
            if reading.asksForSomething {
                requestLinesLeft = 2
                request.append(line)
                tokens.request.append(reading.tokens)
            } else if reading.isTicked {
                request.append(line)
                tokens.request.append(reading.tokens)
                ticked.append(line)
                tokens.ticked.append(reading.tokens)
            } else if requestLinesLeft > 0, !reading.startsLabel, !reading.isUnticked {
                requestLinesLeft -= 1
                request.append(line)
                tokens.request.append(reading.tokens)
            } else {
                requestLinesLeft = 0
                body.append(line)
                tokens.body.append(reading.tokens)
            }
        }
    }

    /// Boxes at the beginning of a line, as forms and recognisers write them.
    static let ticks = ["☑", "☒", "✓", "✔", "[x]", "[X]", "(x)", "(X)", "■", "▣"]
    static let emptyBoxes = ["☐", "□", "[ ]", "( )", "[]", "▢"]

    private enum Phase {
        case head, title, body
    }

    /// A title further down is a heading within the form.
    private static let linesThatMayHoldATitle = 20
}
