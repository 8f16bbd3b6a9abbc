package import Classification
package import Dossiers
package import Foundation
package import Routing

/// Everything a pipeline file and the files it names say.
package struct Pipeline: Sendable {
    package var name: String
    /// Twelve hexadecimal digits of the SHA-256 over the files it was read from: another digit, another pipeline.
    package var version: String
    package var router: Router
    /// The units as the units file has them, where those of `router` have been reorganised since.
    package var filedUnits: UnitTable?
    /// Where dossiers are received, unless a command says otherwise.
    package var place: Place
    package var channel: Channel
    package var formsDirectory: URL
    package var modelDirectory: URL
    /// Names of places, one a line; nil where the office has none to hold addresses against.
    package var placesFile: URL?
    package var limits: PipelineLimits
    package var decide: DecisionRule
    /// Codes and texts of separator sheets.
    package var separators: [String]
    /// Codes on the first pages of dossiers, which stay in them.
    package var firstPages: [String]
    package var combinations: [FormCombination]
    /// The units' own systems that are told of their queues, by unit.
    package var hooks: [String: UnitHook]
    /// How accepted dossiers are numbered; nil for an office that leaves that to another system.
    package var numbering: DossierNumbering?
    /// How a limit is divided among the office's stages.
    package var stages = StageBudget()
    package var letterhead: Letterhead

    package var catalogue: Catalogue { router.catalogue }
}

/// What one page, one file and one reader process may cost.
package struct PipelineLimits: Hashable, Sendable {
    /// Mebibytes of a reader's address space.
    package var readerMemoryMB = 1_024
    package var secondsPerPage = 60.0
    package var pixelsPerPage = 80_000_000
    package var pagesPerFile = 5_000
    package var bytesPerFile = 1_073_741_824
    /// How often a page is tried before it is quarantined.
    package var attemptsPerPage = 2

    package init() {}
}

/// When a person looks.
package struct DecisionRule: Hashable, Sendable {
    /// The promise: at most this share of the dossiers decided without a person goes to the wrong procedure, with 95 %
    /// confidence on held-out texts. The model knows the probability from which it keeps it.
    package var errorLimit = 0.01
    /// The least quality of an application page for one, 0…1.
    package var pageQuality = 0.6

    package init() {}
}
