internal import Dossiers

/// The truth about a sample: one object of `truth.jsonl`.
package struct SampleTruth: Codable, Sendable {
    package struct Page: Codable, Sendable {
        /// 1-based in its file.
        package var number: Int
        package var role: SamplePage.Role
        package var form: String?
        /// A row of the paper a line; handwriting is left out.
        package var text: String
        /// It shows in print which procedure is asked for.
        package var decides: Bool
    }

    enum Kind: String, Codable, Sendable {
        case application
        case other
        /// No dossier: the pages of a batch that belong to none.
        case batch
    }

    enum CodingKeys: String, CodingKey {
        case file, files, pages, profile, procedure, form, kind, handwritten, upright, fields
        case contents = "page_roles"
        case handwrittenFields = "handwritten_fields"
    }

    package var file: String
    /// Where every page is a file of its own.
    package var files: [String]?
    /// 1-based in the file.
    package var pages: [Int]
    package var profile: ScannerProfile
    package var procedure: String?
    package var form: String?
    var kind: Kind
    /// Something of the application is written by hand.
    package var handwritten: Bool
    /// No page lies wrongly by a quarter turn or more.
    var upright: Bool
    /// By the names that results use; dates are ISO 8601.
    package var fields: [String: String]
    package var handwrittenFields: [String]
    package var contents: [Page]

    /// - Parameter first: The number of the dossier's first page in its file.
    init(_ dossier: SampleDossier, files: [String], first: Int = 1) {
        file = files.first ?? ""
        self.files = files.count > 1 ? files : nil
        pages = dossier.pages.indices.map { first + $0 }
        profile = dossier.profile
        procedure = dossier.code
        form = dossier.form
        kind = dossier.code == nil ? .other : .application
        handwritten = dossier.isHandwritten
        upright = dossier.pages.allSatisfy { $0.quarters == 0 }
        fields = Dictionary(
            dossier.fields.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
        handwrittenFields = dossier.handwrittenFields.map(\.rawValue).sorted()
        contents = Self.contents(dossier.pages, first: first)
    }

    /// The separators of a batch.
    init(separators: [(number: Int, page: SamplePage)], file: String, profile: ScannerProfile) {
        self.file = file
        files = nil
        pages = separators.map(\.number)
        self.profile = profile
        procedure = nil
        form = nil
        kind = .batch
        handwritten = false
        upright = separators.allSatisfy { $0.page.quarters == 0 }
        fields = [:]
        handwrittenFields = []
        contents = separators.flatMap { Self.contents([$0.page], first: $0.number) }
    }

    private static func contents(_ pages: [SamplePage], first: Int) -> [Page] {
        pages.enumerated().map { index, page in
            Page(
                number: first + index, role: page.role, form: page.form, text: page.lines.joined(separator: "\n"),
                decides: page.decides)
        }
    }

    /// Nulls are written, so that every object has the same keys.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(file, forKey: .file)
        try values.encodeIfPresent(files, forKey: .files)
        try values.encode(pages, forKey: .pages)
        try values.encode(profile, forKey: .profile)
        try values.encode(procedure, forKey: .procedure)
        try values.encode(form, forKey: .form)
        try values.encode(kind, forKey: .kind)
        try values.encode(handwritten, forKey: .handwritten)
        try values.encode(upright, forKey: .upright)
        try values.encode(fields, forKey: .fields)
        try values.encode(handwrittenFields, forKey: .handwrittenFields)
        try values.encode(contents, forKey: .contents)
    }
}
