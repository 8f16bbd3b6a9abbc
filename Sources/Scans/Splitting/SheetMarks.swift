package import Dossiers

/// What tells separator sheets and first pages from the pages of dossiers.
package struct SheetMarks: Hashable, Sendable {
    /// Texts of codes on sheets that lie between dossiers, such as `PATCHT`; a `*` at the end stands for anything.
    package var separators: [String]
    /// Texts of codes on the first page of a dossier, which stays in it.
    package var firstPages: [String]

    package init(separators: [String], firstPages: [String] = []) {
        self.separators = separators
        self.firstPages = firstPages
    }

    /// What stands in print on HoSo's own sheet (`hoso print separator`).
    private static let ownTitle = "trangphancach"
    /// Our sheet and the usual ones have some lines of print or, with instructions, a few dozen words.
    private static let mostWordsOnASheet = 60
    private static let mostWordsOnASuspect = 12
    /// Of the page's area: an identity card's code has 1 % with its margins, codes on sheets 3 % and more.
    private static let leastPatch = 0.02

    package func state(of page: RecognizedPage) -> PageOutline.State {
        if page.codes.contains(where: { code in separators.contains { code.text.matches($0) } }) { return .separator }
        if saysSeparator(page), page.wordCount <= Self.mostWordsOnASheet { return .separator }
        return page.content == .blank ? .blank : .read
    }

    package func marksFirst(_ page: RecognizedPage) -> Bool {
        page.codes.contains { code in firstPages.contains { code.text.matches($0) } }
    }

    /// Why a page that is no separator for sure may be one all the same.
    package func suspicion(of page: RecognizedPage) -> String? {
        guard state(of: page) == .read else { return nil }
        if saysSeparator(page) { return "says that it is a separator sheet, but bears no code that says so" }
        guard page.codes.isEmpty, let unread = page.unreadCodes else { return nil }
        let patch = unread.reduce(0) { $0 + $1.width * $1.height }
        let wordsOutside = page.lines.flatMap(\.words).filter { word in !unread.contains { $0.holds(word.box) } }
        guard Double(patch) >= Self.leastPatch * Double(page.width * page.height),
            wordsOutside.count <= Self.mostWordsOnASuspect
        else { return nil }
        return "looks like a separator sheet whose code cannot be read"
    }

    /// A line of print that is the text of a separator's code and nothing else: `PATCH T`, `*PATCHT*`.
    private func saysSeparator(_ page: RecognizedPage) -> Bool {
        let texts = Set(separators.filter { !$0.hasSuffix("*") }.map(\.lettersFolded) + [Self.ownTitle])
        return page.lines.contains { texts.contains($0.text.lettersFolded) }
    }
}

extension RecognizedPage {
    fileprivate var wordCount: Int { lines.reduce(0) { $0 + $1.words.count } }
}

extension PixelBox {
    /// Whether the middle of another box lies in this one.
    fileprivate func holds(_ other: PixelBox) -> Bool {
        let x = other.x + other.width / 2
        let y = other.y + other.height / 2
        return self.x <= x && x <= right && self.y <= y && y <= bottom
    }
}

extension String {
    /// Letters and digits only, without marks, in lower case.
    package var lettersFolded: String { String(folded.filter { $0.isLetter || $0.isNumber }) }

    fileprivate func matches(_ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? hasPrefix(pattern.dropLast()) : self == pattern
    }
}
