package import Dossiers
package import Ledger

/// What a run tells while it is at work, for a desk that waits before the scan. The ledger is the truth; events are
/// told after it has them, and a suggestion is told and kept nowhere.
package enum TriageEvent: Sendable {
    /// What a person can already be shown.
    package struct Suggestion: Sendable {
        package enum Source: String, Sendable {
            /// The first lines of the scan's first page.
            case titleZone = "title-zone"
            /// All of it.
            case firstPage = "first-page"
        }

        package var source: Source
        /// Nil where the page says nothing that is known.
        package var procedure: DossierResult.ProposedProcedure?
        /// Empty for the title zone.
        package var fields: [ExtractedField]
    }

    case suggested(scan: String, name: String, Suggestion)
    /// A page has come to its end: read, blank, a separator.
    case pageRead(scan: String, page: Int, PageDisposition)
    case decided(DossierResult)
}
