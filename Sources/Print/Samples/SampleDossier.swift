package import Dossiers

/// A page of a sample, and what it is.
package struct SamplePage: Sendable {
    package enum Role: String, Codable, Sendable {
        case application
        case attachment
        case other
        case blank
        case separator
    }

    package var image: PixelImage
    package var role: Role
    /// The form's id; nil for blank pages and separators.
    package var form: String?
    /// What it says, a row of the paper a line; handwriting says nothing.
    package var lines: [String]
    /// Quarter turns clockwise by which it lies wrongly.
    package var quarters: Int
    /// It shows in print which procedure is asked for.
    package var decides = false
}

/// A dossier as it comes out of the scanner, and the truth about it.
package struct SampleDossier: Sendable {
    package var profile: ScannerProfile
    package var pages: [SamplePage]
    /// Nil where no application is among the papers.
    package var code: String?
    /// The application's form, or the first paper's.
    package var form: String
    package var fields: [FieldName: String]
    /// Fields that stand there in a hand that cannot be read.
    package var handwrittenFields: Set<FieldName>
    package var isHandwritten: Bool
    /// 1…100, for JPEG.
    package var quality: Int
}
