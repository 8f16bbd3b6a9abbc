/// How a paper of a procedure's list stands in a dossier: advice for a person, never a reason to refuse.
package struct PaperStanding: Codable, Hashable, Sendable {
    package enum Standing: String, Codable, Sendable {
        /// A page of the dossier is one.
        case present
        /// Papers of its kind are known by sight, and none lies in the dossier.
        case missing
        /// To be shown at the desk, not handed in: it need not be in the dossier.
        case shown
        /// Wanted in some cases only, and not there.
        case ifApplicable = "if-applicable"
        /// No kind of paper that is known by sight: a person looks.
        case unknown
    }

    /// As the catalogue words it.
    package var name: String
    package var standing: Standing
    /// Where it lies, 1-based in the source file.
    package var pages: [Int]

    package init(name: String, standing: Standing, pages: [Int] = []) {
        self.name = name
        self.standing = standing
        self.pages = pages
    }
}
