/// What part a line plays on a form: templates hold the wording, and the wording tells.
enum LineKind: Hashable {
    /// Number and basis of the form, above everything.
    case formNumber
    /// The office's name and number beside the national heading.
    case officeHeading
    /// Quốc hiệu
    case nationalHeading
    /// Tiêu ngữ
    case motto
    case rule
    case placeAndDate
    case title
    case subtitle
    case table
    /// Side by side, cut at bars or wide gaps.
    case columns
    case signing
    case body
    case empty

    /// The kinds of all lines of a form.
    static func kinds(of lines: [FilledLine]) -> [LineKind] {
        let heading = lines.firstIndex { isNationalHeading($0.text) }
        var kinds: [LineKind] = []
        var hasTitle = false
        for (index, line) in lines.enumerated() {
            let text = line.text.trimmingSpaces
            let next = index + 1 < lines.count ? lines[index + 1].text : ""
            let kind: LineKind
            if text.isEmpty, line.runs.allSatisfy({ $0.text.isEmpty && $0.isText }) {
                kind = .empty
            } else if let heading, index < heading {
                kind =
                    text.hasPrefix("Mẫu") || text.hasPrefix("(Ban hành") || text.hasPrefix("ngày")
                    ? .formNumber : .officeHeading
            } else if isNationalHeading(text) {
                kind = .nationalHeading
            } else if isMotto(text) {
                kind = .motto
            } else if text.allSatisfy({ "-–—_".contains($0) }) {
                kind = .rule
            } else if text.hasPrefix("|") {
                kind = .table
            } else if isPlaceAndDate(line, text) {
                kind = .placeAndDate
            } else if isColumns(text) {
                kind = .columns
            } else if isSigning(line, text, next, hasTitle: hasTitle) {
                kind = .signing
            } else if isTitle(line, text), !hasTitle || kinds.last == .title {
                kind = .title
            } else if isSubtitle(line, text, after: kinds.last(where: { $0 != .empty })) {
                kind = .subtitle
            } else if !hasTitle, heading != nil,
                text.hasPrefix("Số:") || text.hasPrefix("Mẫu") || text.hasPrefix("(Ban hành")
            {
                kind = .officeHeading
            } else {
                kind = .body
            }
            hasTitle = hasTitle || kind == .title
            kinds.append(kind)
        }
        return kinds
    }

    private static func isNationalHeading(_ text: String) -> Bool {
        text.hasPrefix("CỘNG HÒA XÃ HỘI CHỦ NGHĨA") || text.hasPrefix("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA")
    }

    private static func isMotto(_ text: String) -> Bool { text.hasPrefix("Độc lập") && text.count < 40 }

    private static func isPlaceAndDate(_ line: FilledLine, _ text: String) -> Bool {
        let keys = Set(line.runs.compactMap(\.key))
        return keys.isSuperset(of: ["d", "m", "y"]) && text.count < 60 && line.runs.count <= 9
    }

    private static func isColumns(_ text: String) -> Bool {
        text.contains(" | ") || text.contains("     ") && text.count < 130 && !text.contains(":")
    }

    private static func isSigning(_ line: FilledLine, _ text: String, _ next: String, hasTitle: Bool) -> Bool {
        if line.runs.contains(where: \.isSignature) { return true }
        if hasTitle, ["TM. ", "KT. ", "TL. ", "PHÓ ", "CHỦ TỊCH"].contains(where: text.hasPrefix) { return true }
        let isNote = text.hasPrefix("(Ký") || text.hasPrefix("(Họ và tên, ký")
        let isBeforeNote = next.hasPrefix("(Ký") || next.hasPrefix("(Họ và tên, ký")
        return hasTitle && text.count < 110 && (isNote || isBeforeNote) && !text.contains(": ")
            || hasTitle && text.count < 60 && text == text.uppercased() && !text.contains(":")
                && text.hasPrefix("NGƯỜI ")
    }

    private static func isTitle(_ line: FilledLine, _ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 5 && letters == letters.uppercased() && !text.contains(":") && text.count < 190
            && !(line.runs.first?.key != nil)
    }

    private static func isSubtitle(_ line: FilledLine, _ text: String, after last: LineKind?) -> Bool {
        guard last == .title || last == .subtitle, text.count < 130 else { return false }
        if text.hasPrefix("(") || text.hasPrefix("Số:") { return true }
        let start = text.prefix { $0 != " " }
        return !text.contains(":") && !start.hasSuffix(".") && !start.hasSuffix(")") && !text.hasPrefix("Kính gửi")
            && text.count < 90
            && (text.first?.isLetter ?? false) && !text.hasSuffix(".") && last == .title
    }
}

extension FilledRun {
    var isSignature: Bool { if case .signature = content { true } else { false } }
    var isText: Bool {
        switch content {
        case .printed, .value: true
        default: false
        }
    }
}

extension String {
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
