package import Classification

/// What a pipeline's dossiers are judged by.
package enum PipelineModel: Sendable {
    /// A model of forms, trained on labelled pages.
    case forms(Model)
    /// The catalogue alone, as on the first day, and what people confirmed since.
    case catalogue(CatalogueModel)

    package var classifier: any Classifier {
        switch self {
        case .forms(let model): model
        case .catalogue(let model): model
        }
    }

    package var forms: Model? {
        if case .forms(let model) = self { model } else { nil }
    }
}
