internal import Dossiers

/// A form with its blanks filled: what is to be put on paper, and what it says.
struct FilledForm: Sendable {
    var form: FormTemplate
    /// The procedure it was filled for; nil for a paper.
    var code: String?
    var lines: [FilledLine]
    /// As results carry them: dates in ISO 8601, names as the person writes them, other values as on the paper.
    var fields: [FieldName: String]
    /// Fields whose blanks were filled by hand.
    var handwrittenFields: Set<FieldName> = []
    /// What tells the procedure from the others on the same form, as written; empty where nothing does.
    var telling: [String] = []
    /// Only a tick tells.
    var isToldByTick = false
}

extension FilledForm {
    /// Whether one of its pages shows which of the form's procedures is meant; any page does where there is one only.
    ///
    /// - Parameters:
    ///   - lines: What the page says; handwriting is left out.
    ///   - index: 0-based among the form's pages.
    func isTold(by lines: [String], page index: Int) -> Bool {
        guard Set(form.uses.map(\.code)).count > 1 else { return true }
        let text = lines.joined(separator: " ")
        return telling.isEmpty ? index == 0 : telling.contains { text.contains($0) }
    }

    /// An office signed and sealed it.
    var isSealed: Bool {
        form.role != .application
            && form.blanks.contains { $0.kind == .signature && form.person(ofKey: $0.key) == .official }
    }
}

/// One line of a form, before it is broken to the width of the paper.
struct FilledLine: Hashable, Sendable {
    var runs: [FilledRun]

    init(runs: [FilledRun]) {
        self.runs = runs
    }

    /// What a reader would read, without the pictures in it.
    var text: String { runs.map(\.text).joined() }
}

/// A stretch of a line.
struct FilledRun: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        /// Printed with the form.
        case printed(String)
        /// Put in by whoever filled the form.
        case value(String)
        /// One digit a box.
        case boxes(String)
        case checkbox(isTicked: Bool)
        /// A signature above a name.
        case signature(name: String)
        /// A QR code.
        case code(String)
    }

    var content: Content
    /// Of the blank; nil for what is printed.
    var key: String?
    /// In a hand that nobody can read.
    var isHandwritten = false

    init(_ content: Content, key: String? = nil) {
        self.content = content
        self.key = key
    }

    var text: String {
        switch content {
        case .printed(let text), .value(let text), .boxes(let text), .signature(let text): text
        case .checkbox, .code: ""
        }
    }
}
