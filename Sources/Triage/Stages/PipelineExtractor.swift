package import Extraction
import Foundation

extension Pipeline {
    /// What reads the fields of its dossiers: the office's forms and the places it knows.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong in the form files.
    package func extractor() throws -> Extractor {
        let places = try placesFile.map { try String(contentsOf: $0, encoding: .utf8) } ?? ""
        return Extractor(
            forms: try FormFile.forms(in: formsDirectory),
            places: PlaceNames(lines: places.split(whereSeparator: \.isNewline)))
    }
}
