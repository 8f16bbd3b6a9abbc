import Dossiers
import Extraction

/// A form of these lines.
func form(_ lines: String, fields: [String: FieldName]) -> FormTemplate {
    FormTemplate(
        id: "a-form", title: "TỜ KHAI", role: .application, uses: [],
        lines: lines.split(separator: "\n").map(String.init), fields: fields, attachments: [])
}

/// What is read of a paper of that form, typed as it stands here.
func fields(
    _ template: FormTemplate, _ text: String, confidence: Double = 0.95, others: [RecognizedPage] = [],
    places: PlaceNames = .none
) -> [FieldName: String] {
    let paper = ReadPaper(form: template.id, pages: [page(text, confidence: confidence, space: 0)])
    let found = Extractor(forms: [template], places: places).extract(papers: [paper], others: others)
    return Dictionary(uniqueKeysWithValues: found.compactMap { field in field.value.map { (field.name, $0) } })
}
