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

    /// - Parameter apart: Whether to look for zones at all; without, everything is body.
    package init(_ text: String, apart: Bool = true) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        self.init(lines: apart ? lines : [])
        if !apart { body = lines }
    }

    package init(lines: [String]) {
        var phase = Phase.head
        var titleLines = 0
        var requestLinesLeft = 0
        for (index, line) in lines.enumerated() {
            let reading = LineReading(line)
            if reading.isEmpty || reading.isNationalHeader { continue }
            if phase == .head {
                if reading.isCapitals, !reading.isInstitution, index < Self.linesThatMayHoldATitle {
                    title.append(line)
                    titleLines += 1
                    phase = .title
                    continue
                }
            } else if phase == .title {
                let continues =
                    reading.isCapitals || reading.isCapitalWord || (titleLines < 3 && reading.mayContinueTitle)
                if continues, titleLines < 4, !reading.isInstitution {
                    title.append(line)
                    titleLines += 1
                    continue
                }
                phase = .body
            }
            if reading.asksForSomething {
                requestLinesLeft = 2
                request.append(line)
            } else if reading.isTicked {
                request.append(line)
                ticked.append(line)
            } else if requestLinesLeft > 0, !reading.startsLabel, !reading.isUnticked {
                requestLinesLeft -= 1
                request.append(line)
            } else {
                requestLinesLeft = 0
                body.append(line)
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

/// What a line looks like, without marks.
private struct LineReading {
    let text: String
    let folded: String

    init(_ line: String) {
        text = line
        folded = SyllableTokens(line: line).folded.joined(separator: " ")
    }

    var isEmpty: Bool { !folded.contains { $0.isLetter } }

    var isNationalHeader: Bool {
        folded.contains("cong hoa xa hoi") || folded.contains("chu nghia viet nam")
            || folded.contains("doc lap tu do") || folded.contains("tu do hanh phuc")
    }

    /// Seven letters of ten are capitals, and there are two words at least.
    var isCapitals: Bool {
        guard !startsNumberOrDate else { return false }
        var capitals = 0
        var letters = 0
        for character in text where character.isLetter {
            letters += 1
            if character.isUppercase { capitals += 1 }
        }
        return letters >= 5 && capitals * 10 >= letters * 7 && folded.contains(" ") && !text.contains(":")
    }

    /// The last word of a title that ran over its line.
    var isCapitalWord: Bool {
        !folded.contains(" ") && text.contains { $0.isUppercase } && !text.contains { $0.isLowercase }
    }

    var isInstitution: Bool {
        Self.institutions.contains { folded.hasPrefix($0) }
    }

    var mayContinueTitle: Bool {
        !text.contains(":") && !folded.hasPrefix("kinh gui") && !folded.contains("#") && folded.count < 120
            && !startsNumberOrDate
    }

    /// `Số: 12/UBND` stands in capitals and is no title.
    private var startsNumberOrDate: Bool { folded.hasPrefix("so #") || folded.hasPrefix("ngay ") }

    var asksForSomething: Bool {
        Self.cues.contains { folded.contains($0) } || Self.openings.contains { withoutNumber.hasPrefix($0) }
    }

    /// A box that the applicant ticked, as recognisers and forms write it.
    var isTicked: Bool { starts(withOneOf: TextZones.ticks) }

    var isUnticked: Bool { starts(withOneOf: TextZones.emptyBoxes) }

    private func starts(withOneOf marks: [String]) -> Bool {
        let start = text.drop { $0.isWhitespace || $0 == "-" }
        return marks.contains { start.hasPrefix($0) }
    }

    /// A line with a label of its own ends the answer above it.
    var startsLabel: Bool {
        guard let colon = text.firstIndex(of: ":") else { return isCapitals || folded.hasPrefix("toi cam doan") }
        return text.distance(from: text.startIndex, to: colon) < 60
    }

    private var withoutNumber: Substring { folded.drop { !$0.isLetter } }

    private static let institutions = [
        "uy ban nhan dan", "ubnd", "trung tam phuc vu", "cong an", "so tu phap", "tinh ", "phong kinh te",
        "van phong dang ky", "bo cong an", "cuc truong",
    ]
    private static let cues = [
        "noi dung de nghi", "noi dung yeu cau", "noi dung bien dong", "noi dung thay doi", "ly do", "muc dich",
        "ve viec", "toi de nghi", "lam don nay", "yeu cau giai quyet", "yeu cau chung thuc", "noi dung uy quyen",
        "co nguyen vong", "xin duoc", "noi dung khieu nai", "noi dung to cao",
    ]
    private static let openings = ["de nghi", "kinh de nghi", "yeu cau", "noi dung", "xin ", "v v "]
}
