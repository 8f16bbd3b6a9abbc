package import Classification
package import Foundation

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

    /// - Throws: `ModelError.damaged` for what is no model file; `WrongKind` for a model of plain texts.
    package init(fileContents data: Data) throws {
        if CatalogueModel.isOne(data) {
            self = .catalogue(try CatalogueModel(fileContents: data))
        } else if PlainModel.isOne(data) {
            throw WrongKind()
        } else {
            self = .forms(try Model(fileContents: data))
        }
    }

    /// A model of plain texts decides no dossier.
    package struct WrongKind: Error, CustomStringConvertible {
        package var description: String {
            "a model of plain texts; a pipeline needs one of forms, trained on texts with \"family\", or one of its "
                + "catalogue (`hoso model train --from catalogue`)"
        }
    }
}
