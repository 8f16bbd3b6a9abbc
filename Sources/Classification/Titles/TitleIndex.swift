import Dossiers

/// The titles that each form family was seen with, to be found again on a page although letters are
/// misread, lines are broken elsewhere or the capitals were lost.
struct TitleIndex: Hashable, Sendable {
    /// By family: folded titles, in order.
    private(set) var titles: [String: [String]] = [:]
    private var patterns: [String: [EditDistance]] = [:]

    init() {}

    init(titles: [String: [String]]) {
        self.titles = titles
        patterns = titles.mapValues { $0.map { EditDistance(of: $0.utf8) } }
    }

    /// The titles that are usual on training texts; those with a name in them are not.
    init(of texts: some Sequence<(family: String, title: [String])>) {
        var counts: [String: [String: Int]] = [:]
        for text in texts where !text.title.isEmpty {
            counts[text.family, default: [:]][TitleIndex.folded(text.title), default: 0] += 1
        }
        self.init(
            titles: counts.mapValues { counts in
                let least = max(2, counts.values.reduce(0, +) / 25)
                let usual = counts.filter { $0.value >= least && $0.key.count >= Self.shortest }
                return usual.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key).sorted()
            }.filter { !$0.value.isEmpty })
    }

    /// How much of one of the family's titles stands at the beginning of some line, 0…1.
    func likeness(of head: PageHead, to family: String) -> Double {
        guard let patterns = patterns[family] else { return 0 }
        var best = 0.0
        for pattern in patterns {
            for start in head.starts {
                let distance = pattern.least(toBeginningOf: head.bytes[start...])
                best = max(best, 1 - Double(distance) / Double(pattern.pattern.count))
            }
        }
        return best
    }

    private static func folded(_ lines: [String]) -> String {
        lines.map { SyllableTokens(line: $0).folded.joined(separator: " ") }.joined(separator: " ")
    }

    /// Letters. A shorter title says too little.
    private static let shortest = 6
    private static let most = 8
}

/// The upper lines of a page, folded, where its title stands.
struct PageHead: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where lines begin.
    private(set) var starts: [Int] = []

    init() {}

    init(of text: some StringProtocol) {
        for line in text.split(whereSeparator: \.isNewline) where starts.count < Self.lines {
            let reading = LineReading(String(line))
            if !reading.isEmpty { append(reading.folded) }
        }
    }

    /// - Parameter line: Folded, with a letter in it.
    mutating func append(_ line: [UInt8]) {
        guard starts.count < Self.lines else { return }
        starts.append(bytes.count)
        bytes.append(contentsOf: line)
        bytes.append(UInt8(ascii: " "))
    }

    /// Whether `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` or the motto below it begins a line: a new paper begins there.
    var hasNationalHeader: Bool {
        Self.nationalHeader.contains { words in
            starts.contains { words.least(toBeginningOf: bytes[$0...]) * 4 <= words.pattern.count }
        }
    }

    private static let nationalHeader = [
        EditDistance(of: "cong hoa xa hoi chu nghia viet nam".utf8), EditDistance(of: "doc lap tu do hanh phuc".utf8),
    ]

    /// A title further down is a heading within the form.
    private static let lines = 20
}
