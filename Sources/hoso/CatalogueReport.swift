import Classification
import Foundation

/// What is said beside a model that was made from a catalogue alone.
struct CatalogueReport {
    struct Figures: Encodable {
        var model: String
        var procedures: Int
        var words: Int
        /// Pages that people confirmed.
        var confirmed: Int
    }

    let figures: Figures

    init(_ model: CatalogueModel) {
        figures = Figures(
            model: model.identifier, procedures: model.labelCount, words: model.featureCount, confirmed: model.texts)
    }

    var summary: String {
        "\(figures.model): \(figures.procedures) procedures of the catalogue, \(figures.words) words, "
            + "\(figures.confirmed) confirmed pages; a person decides every dossier"
    }

    var card: String {
        """
        # \(figures.model)

        A ranking of a catalogue's procedures. It proposes five; a person picks.

        Made from the names, fields, papers and form titles of \(figures.procedures) procedures, and from \
        \(figures.confirmed) pages that people confirmed. No other text was used. Nothing is automatic on its word.

        Measure it on your own pages: `hoso model evaluate DIR --on LABELS.jsonl` says how often the right procedure is \
        first, and how often among the first five.

        """
    }
}
