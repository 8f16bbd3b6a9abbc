/// What a template is filled with: the texts, what stands around every page, and the page's own.
struct Page<Content: Sendable>: Sendable {
    var t: [String: String]
    var frame: Frame
    var content: Content
}

/// What stands around every page.
struct Frame: Sendable {
    struct Entry: Sendable {
        var path: String
        var label: String
        var isCurrent: Bool
    }

    var language: String
    var otherLanguage: String
    var title: String
    /// Changes whenever style or script do, so that browsers may keep them.
    var version: String
    /// Nil for somebody who is not logged in.
    var account: String?
    var role: String
    var entries: [Entry]
    /// What every form of this session carries.
    var token: String
    /// The page's own path.
    var here: String

    /// Of a piece that a script puts into a page.
    static func bare(_ language: Language) -> Frame {
        Frame(
            language: language.rawValue, otherLanguage: "", title: "", version: "", account: nil, role: "", entries: [],
            token: "", here: "/")
    }
}
