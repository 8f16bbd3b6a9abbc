internal import Classification
package import Dossiers
internal import Foundation
package import Ledger
internal import Routing

/// Turns people's words on dossiers into texts to learn from: what stood on the application, the procedure, the form.
package struct ConfirmedTexts: Sendable {
    private let forms: [FormTemplate]
    /// Procedures that only several forms together ask for: none of them alone does.
    private let combined: Set<String>
    private let catalogue: Set<String>
    /// What knows forms already; nil on the first day.
    private let model: Model?

    /// - Throws: `ConfigurationError` with everything that is wrong in the form files.
    package init(pipeline: Pipeline, model: PipelineModel) throws {
        forms = try FormFile.forms(in: pipeline.formsDirectory).filter { $0.role == .application }
        combined = Set(pipeline.combinations.map(\.code))
        catalogue = Set(pipeline.catalogue.procedures.map(\.code))
        self.model = model.forms
    }

    /// Pages of an application beyond this say nothing more of what it asks for.
    private static let pagesRead = 20

    /// The text of one dossier; nil where it has none, where the office no longer has the procedure, or where no single
    /// form asks for it.
    package func text(of word: PersonsWord, in ledger: Ledger) async throws -> LabeledText? {
        guard let label = word.procedure, catalogue.contains(label), !combined.contains(label) else { return nil }
        guard let read = try await ledger.readPages(ofDossier: word.dossier, { Array(Self.application(of: $0)) })
        else { return nil }
        let text = read.pages.filter { $0.content == .text }.map(\.text).joined(separator: "\n")
        return text.isEmpty ? nil : LabeledText(text: text, label: label, family: family(of: text, label: label))
    }

    /// The pages of the application, or of the paper that was taken for one where no form was known.
    private static func application(of result: DossierResult) -> ArraySlice<Int> {
        let applications = result.documents.filter { $0.type == "application-form" }
        let papers = applications.isEmpty ? Array(result.documents.prefix(1)) : applications
        return papers.flatMap(\.pages).prefix(pagesRead)
    }

    /// The form on which the procedure was asked for. A procedure of which the office has no form is a family of its
    /// own: nil.
    func family(of text: String, label: String) -> String? {
        let able = forms.filter { form in form.uses.contains { $0.code == label } }.map(\.id)
        guard able.count > 1, let model else { return able.first }
        let seen = model.predictPage(text).family
        return able.contains(seen) ? seen : able.first
    }
}
