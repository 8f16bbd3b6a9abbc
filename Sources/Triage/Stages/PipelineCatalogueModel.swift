package import Classification
import Dossiers
internal import Routing

extension Pipeline {
    /// What the catalogue and the titles of the office's forms say of its procedures, ready to rank them all.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong in the form files.
    package func catalogueModel(name: String, version: String) throws -> CatalogueModel {
        try catalogueModel(name: name, version: version, forms: FormFile.forms(in: formsDirectory))
    }

    func catalogueModel(name: String, version: String, forms: [FormTemplate]) -> CatalogueModel {
        var titles: [String: [String]] = [:]
        for form in forms where form.role == .application {
            for code in Set(form.uses.map(\.code)) {
                titles[code, default: []] += [form.title] + form.titles.filter { $0 != form.title }
            }
        }
        return CatalogueModel(
            name: name, version: version,
            entries: catalogue.procedures.map {
                CatalogueEntry(
                    code: $0.code, name: $0.name, field: $0.field, papers: $0.papers, formTitles: titles[$0.code] ?? [])
            })
    }
}
