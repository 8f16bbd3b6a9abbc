/// A printed form as data: its literal lines with typed blanks, what fills the blanks, and which
/// procedures it serves. An office adds its own as a file in `Pipelines/forms`.
package struct FormTemplate: Hashable, Sendable {
    package enum Role: String, Codable, CaseIterable, Sendable {
        /// A form an applicant fills in: it decides the procedure.
        case application
        /// A paper that accompanies an application.
        case attachment
        /// A paper of the office's own or of no procedure at all.
        case other
    }

    /// How its sheet looks.
    package enum Style: String, Codable, CaseIterable, Sendable {
        /// A page of A4.
        case page
        /// An identity card copied onto a page of A4.
        case card
    }

    /// One procedure that a form serves, and the values that tell it from the others on the same form.
    package struct Use: Hashable, Sendable {
        package var code: String
        /// Blank key -> the phrases to choose from; a phrase may hold typed blanks of its own.
        package var fills: [String: [String]]
        /// Application forms (by id) that lie in the same dossier: with them it is this procedure, without, another.
        package var companions: [String]

        package init(code: String, fills: [String: [String]] = [:], companions: [String] = []) {
            self.code = code
            self.fills = fills
            self.companions = companions
        }
    }

    /// The form's family, stable: `ct01-to-khai-thay-doi-thong-tin-cu-tru`.
    package var id: String
    package var title: String
    /// Other wordings of the title; with none, `title` is the only one.
    package var titles: [String]
    /// What lists of papers call it besides: `bản gốc Giấy chứng nhận`.
    package var names: [String]
    package var role: Role
    package var style: Style
    package var uses: [Use]
    /// Literal lines with blanks `{key:type}`; `‡ ` before a line of the newer generation of the form only.
    package var lines: [String]
    /// Blank key -> the field of the result that it holds.
    package var fields: [String: FieldName]
    /// Beginning of a blank's key -> whom the blank tells of; whatever begins otherwise tells of the applicant.
    package var people: [String: PersonRole]
    /// Whom the application is about; nil where it is the applicant.
    package var subject: PersonRole?
    /// Blank key -> phrases to choose from, whatever the procedure.
    package var fills: [String: [String]]
    /// Forms (by id) that usually lie in the same dossier.
    package var attachments: [String]

    package init(
        id: String, title: String, titles: [String] = [], names: [String] = [], role: Role, style: Style = .page,
        uses: [Use],
        lines: [String], fields: [String: FieldName], people: [String: PersonRole] = [:],
        subject: PersonRole? = nil, fills: [String: [String]] = [:], attachments: [String]
    ) {
        self.id = id
        self.title = title
        self.titles = titles
        self.names = names
        self.role = role
        self.style = style
        self.uses = uses
        self.lines = lines
        self.fields = fields
        self.people = people
        self.subject = subject
        self.fills = fills
        self.attachments = attachments
    }

    /// Whom a blank tells of: the longest beginning in `people` decides.
    package func person(ofKey key: String) -> PersonRole {
        let owner = people.keys
            .filter { key == $0 || key.hasPrefix($0 + "_") }
            .max { ($0.count, $0) < ($1.count, $1) }
        return owner.flatMap { people[$0] } ?? people[Self.anyKey] ?? .applicant
    }

    /// Stands in `people` for all keys that begin with none of its other entries.
    package static let anyKey = "default"
}
