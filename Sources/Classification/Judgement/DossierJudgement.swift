package import Dossiers

/// What the pages of one dossier say of it.
package struct DossierJudgement: Hashable, Sendable {
    /// Nil where no page can be taken for an application.
    package var prediction: Prediction?
    /// Pages of the form that decides, in order; 1-based in the source file.
    package var applicationPages: [Int]
    package var documents: [DossierResult.Document]
    /// All papers in order, each with what it was taken for.
    package var papers: [JudgedPaper]
    /// Whether the dossier may go into a unit's queue without a person's look.
    package var isCertain: Bool
    /// Why not, in words for a person and without any of the dossier's text; nil where it is certain.
    package var doubt: String?

    package init(
        prediction: Prediction?, applicationPages: [Int], documents: [DossierResult.Document],
        papers: [JudgedPaper], isCertain: Bool, doubt: String?
    ) {
        self.prediction = prediction
        self.applicationPages = applicationPages
        self.documents = documents
        self.papers = papers
        self.isCertain = isCertain
        self.doubt = doubt
    }
}

/// A paper of a dossier, as the judge sees it.
package struct JudgedPaper: Hashable, Sendable {
    /// The form's id; nil for a paper of no known form.
    package var form: String?
    package var isApplication: Bool
    /// 1-based in the source file, in order.
    package var pages: [Int]

    package init(form: String?, isApplication: Bool, pages: [Int]) {
        self.form = form
        self.isApplication = isApplication
        self.pages = pages
    }
}

/// How sure is sure enough.
package struct JudgeThresholds: Hashable, Sendable {
    /// Least probability of the procedure by how well its form was read, 0…1. Where there is none, nothing is sure.
    package var probabilities: [ReadingBand: Double]
    /// Least mean word confidence of the application's pages, 0…1.
    package var pageConfidence: Double
    /// Least share of possible Vietnamese syllables on them, 0…1.
    package var syllables: Double
    /// Greatest share of unreadable words on an application whose form several procedures share, 0…1. Print has a
    /// hundredth, forms that are filled in by hand more than six.
    package var unreadable: Double

    package init(
        probabilities: [ReadingBand: Double], pageConfidence: Double = 0.6, syllables: Double = 0.5,
        unreadable: Double = 0.06
    ) {
        self.probabilities = probabilities
        self.pageConfidence = pageConfidence
        self.syllables = syllables
        self.unreadable = unreadable
    }

    /// The same probability however well a form was read.
    package init(probability: Double) {
        self.init(probabilities: Dictionary(uniqueKeysWithValues: ReadingBand.allCases.map { ($0, probability) }))
    }
}

/// Several forms that together ask for one procedure of its own.
package struct FormCombination: Hashable, Sendable {
    /// Form families, all of which lie in the dossier.
    package var families: Set<String>
    /// The procedure's code.
    package var code: String

    package init(families: Set<String>, code: String) {
        self.families = families
        self.code = code
    }
}
