/// What becomes of a dossier.
package enum Decision: String, Codable, Sendable {
    /// In the unit's queue as a proposal, which an officer accepts or returns.
    case auto
    /// A person looks; the procedure is a suggestion.
    case review
    /// Could not be read.
    case quarantined
}
