internal import Classification
internal import Extraction
import Foundation
internal import Routing

extension Pipeline {
    /// What understands its dossiers: the judge, the office's forms, and the places it knows.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong in the form files.
    package func understanding(with model: PipelineModel) throws -> Understanding {
        let forms = try FormFile.forms(in: formsDirectory)
        let places = try placesFile.map { try String(contentsOf: $0, encoding: .utf8) } ?? ""
        return Understanding(
            judge: judge(with: model, forms: forms),
            extractor: Extractor(forms: forms, places: PlaceNames(lines: places.split(whereSeparator: \.isNewline))),
            paperCheck: PaperCheck(forms: forms), model: model.classifier.identifier)
    }
}
