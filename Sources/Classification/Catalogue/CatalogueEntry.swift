/// What a catalogue says of a procedure in words: all that is known of it before anybody has filed one.
package struct CatalogueEntry: Hashable, Sendable {
    /// The national code.
    package var code: String
    package var name: String
    /// The field of administration.
    package var field: String
    /// What the citizen hands in, as the catalogue lists it.
    package var papers: [String]
    /// The titles of its application forms, where they are known; papers like others, and read first.
    package var formTitles: [String]

    package init(code: String, name: String, field: String, papers: [String], formTitles: [String] = []) {
        self.code = code
        self.name = name
        self.field = field
        self.papers = papers
        self.formTitles = formTitles
    }
}
