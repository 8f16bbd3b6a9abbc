/// What a line looks like, without marks.
struct LineReading {
    let text: String
    let tokens: SyllableTokens
    /// The words without marks, a space between them.
    let folded: [UInt8]

    init(_ line: String) {
        text = line
        tokens = SyllableTokens(line: line)
        folded = tokens.foldedLine
    }

    var isEmpty: Bool { !folded.contains(where: Self.isLetter) }

    var isNationalHeader: Bool { Self.headers.contains { folded.holds($0) } }

    /// Seven letters of ten are capitals, and there are two words at least.
    var isCapitals: Bool {
        guard !startsNumberOrDate, folded.contains(Self.space), !text.utf8.contains(UInt8(ascii: ":")) else {
            return false
        }
        let count = letters
        return count.all >= 5 && count.capital * 10 >= count.all * 7
    }

    /// The last word of a title that ran over its line.
    var isCapitalWord: Bool {
        guard !folded.contains(Self.space) else { return false }
        let count = letters
        return count.capital > 0 && count.small == 0
    }

    private var letters: (all: Int, capital: Int, small: Int) {
        text.unicodeScalars.reduce(into: (0, 0, 0)) { count, scalar in
            switch scalar.value {
            case 0x41...0x5A:
                count.0 += 1
                count.1 += 1
            case 0x61...0x7A:
                count.0 += 1
                count.2 += 1
            case 0..<0x80: break
            default:
                guard scalar.properties.isAlphabetic else { return }
                count.0 += 1
                if scalar.properties.isUppercase { count.1 += 1 }
                if scalar.properties.isLowercase { count.2 += 1 }
            }
        }
    }

    var isInstitution: Bool { Self.institutions.contains { folded.starts(with: $0) } }

    var mayContinueTitle: Bool {
        !text.utf8.contains(UInt8(ascii: ":")) && !folded.starts(with: Self.addressee)
            && !folded.contains(UInt8(ascii: "#")) && folded.count < 120 && !startsNumberOrDate
    }

    /// `Số: 12/UBND` stands in capitals and is no title.
    private var startsNumberOrDate: Bool { Self.numberOrDate.contains { folded.starts(with: $0) } }

    var asksForSomething: Bool {
        Self.cues.contains { folded.holds($0) }
            || Self.openings.contains { folded.drop { !Self.isLetter($0) }.starts(with: $0) }
    }

    /// A box that the applicant ticked, as recognisers and forms write it.
    var isTicked: Bool { starts(withOneOf: Self.ticks) }

    var isUnticked: Bool { starts(withOneOf: Self.emptyBoxes) }

    private func starts(withOneOf marks: [[UInt8]]) -> Bool {
        let start = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "-" }
        guard let first = start.first, !first.properties.isAlphabetic else { return false }
        let bytes = text.utf8[start.startIndex...]
        return marks.contains { bytes.starts(with: $0) }
    }

    /// A line with a label of its own ends the answer above it.
    var startsLabel: Bool {
        let scalars = text.unicodeScalars
        guard let colon = scalars.firstIndex(of: ":") else { return isCapitals || folded.starts(with: Self.oath) }
        return scalars.distance(from: scalars.startIndex, to: colon) < 60
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    private static let space = UInt8(ascii: " ")
    private static let headers = bytes([
        "cong hoa xa hoi", "chu nghia viet nam", "doc lap tu do", "tu do hanh phuc",
    ])
    private static let numberOrDate = bytes(["so #", "ngay "])
    private static let addressee = Array("kinh gui".utf8)
    private static let oath = Array("toi cam doan".utf8)
    private static let ticks = bytes(TextZones.ticks)
    private static let emptyBoxes = bytes(TextZones.emptyBoxes)
    private static let institutions = bytes([
        "uy ban nhan dan", "ubnd", "trung tam phuc vu", "cong an", "so tu phap", "tinh ", "phong kinh te",
        "van phong dang ky", "bo cong an", "cuc truong",
        // Where `TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ …` runs over its line.
        "phuc vu hanh chinh", "hanh chinh cong", "chinh cong", "cong xa ", "cong phuong ", "cong dac khu ",
    ])
    private static let cues = bytes([
        "noi dung de nghi", "noi dung yeu cau", "noi dung bien dong", "noi dung thay doi", "ly do", "muc dich",
        "ve viec", "toi de nghi", "lam don nay", "yeu cau giai quyet", "yeu cau chung thuc", "noi dung uy quyen",
        "co nguyen vong", "xin duoc", "noi dung khieu nai", "noi dung to cao",
    ])
    private static let openings = bytes(["de nghi", "kinh de nghi", "yeu cau", "noi dung", "xin ", "v v "])
}

extension SyllableTokens {
    /// The words without marks, a space between them.
    var foldedLine: [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(folded.count * 6)
        for token in folded {
            if !line.isEmpty { line.append(UInt8(ascii: " ")) }
            line.append(contentsOf: token.utf8)
        }
        return line
    }
}

extension [UInt8] {
    /// Whether other bytes stand in them.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return withUnsafeBufferPointer { bytes in
            part.withUnsafeBufferPointer { part in
                for start in 0...(bytes.count - part.count) where bytes[start] == first {
                    var length = 1
                    while length < part.count, bytes[start + length] == part[length] { length += 1 }
                    if length == part.count { return true }
                }
                return false
            }
        }
    }
}
