package import Dossiers

/// Judges a dossier by its application form, never by what accompanies it: a birth certificate lies in
/// a dozen kinds of dossier, an identity card in all.
package struct DossierJudge: Sendable {
    /// Nil on the first day: nobody has labelled a page yet, and the catalogue is all there is.
    private let model: Model?
    let catalogue: CatalogueModel?
    private let thresholds: JudgeThresholds
    private let combinations: [FormCombination]

    package init(model: Model, thresholds: JudgeThresholds, combinations: [FormCombination] = []) {
        self.model = model
        self.thresholds = thresholds
        self.combinations = combinations
        catalogue = nil
    }

    /// - Parameters:
    ///   - model: Of forms; nil where there is none yet.
    ///   - catalogue: What applications are ranked by whose form the model does not know.
    package init(
        model: Model?, catalogue: CatalogueModel, thresholds: JudgeThresholds, combinations: [FormCombination] = []
    ) {
        self.model = model
        self.catalogue = catalogue
        self.thresholds = thresholds
        self.combinations = combinations
    }

    /// - Parameter pages: All pages of the dossier, in order.
    package func judge(_ pages: [RecognizedPage]) -> DossierJudgement {
        guard let model else { return rankedByCatalogue(pages) }
        let papers = Paper.papers(of: pages, model: model)
        let documents = papers.map(\.document)
        let applications = papers.filter(\.isApplication)
        guard let first = applications.max(by: { $0.probability < $1.probability }) else {
            let doubt =
                pages.contains { $0.content == .text }
                ? "no page of this dossier is an application form that the model knows" : "the dossier holds no text"
            let stranger = papers.first(where: \.mayBeUnknownApplication)
            return DossierJudgement(
                prediction: stranger.flatMap { suggestion(from: pages, at: $0.pages) }, applicationPages: [],
                documents: documents, papers: papers.map(\.judged), isCertain: false, doubt: doubt)
        }
        let families = Set(applications.map(\.family))
        let asked = Set(applications.map(\.prediction.label))
        if families.count > 1 || asked.count > 1 {
            return severalForms(applications, families: families, papers: papers)
        }
        let doubt = doubt(about: [first], in: pages) ?? strangers(among: papers)
        return DossierJudgement(
            prediction: first.prediction, applicationPages: applications.flatMap(\.pages).sorted(),
            documents: documents,
            papers: papers.map(\.judged), isCertain: doubt == nil, doubt: doubt)
    }

    /// Different forms ask for different procedures, unless they are known to ask for one together.
    private func severalForms(
        _ applications: [Paper], families: Set<String>, papers: [Paper]
    ) -> DossierJudgement {
        let documents = papers.map(\.document)
        let pages = applications.flatMap(\.pages).sorted()
        let leading = applications.max { $0.probability < $1.probability }
        guard let combination = combinations.first(where: { $0.families == families }) else {
            return DossierJudgement(
                prediction: leading?.prediction, applicationPages: pages, documents: documents,
                papers: papers.map(\.judged), isCertain: false,
                doubt: "the dossier holds \(applications.count) applications for different procedures; "
                    + "say which one it is, or split it")
        }
        // Each form must be the form it is taken for; which of its procedures it would ask for alone is no matter.
        let probability = applications.map(\.familyProbability).reduce(1, *)
        let prediction = Prediction(
            label: combination.code, probability: probability,
            alternatives: applications.map {
                Prediction.Alternative(
                    label: $0.prediction.label, probability: (1 - probability) / Double(applications.count))
            },
            because: applications.flatMap { $0.prediction.because.prefix(3) },
            weighed: applications.flatMap { $0.prediction.weighed.filter { $0.weight > 0 }.prefix(3) })
        let doubt =
            applications.lazy.compactMap { qualityDoubt(about: $0) }.first
            ?? applications.lazy.compactMap { probabilityDoubt(probability, reading: $0.reading) }.first
        return DossierJudgement(
            prediction: prediction, applicationPages: pages, documents: documents,
            papers: papers.map(\.judged), isCertain: doubt == nil, doubt: doubt
        )
    }

    private func doubt(about papers: [Paper], in pages: [RecognizedPage]) -> String? {
        for paper in papers {
            if let doubt = qualityDoubt(about: paper) { return doubt }
            if let doubt = probabilityDoubt(paper.probability, reading: paper.reading) { return doubt }
            if let doubt = handwritingDoubt(about: paper) { return doubt }
        }
        return nil
    }

    /// On a form of several procedures the words that cannot be read may be the ones that tell.
    private func handwritingDoubt(about paper: Paper) -> String? {
        guard paper.isShared, paper.unreadable > thresholds.unreadable else { return nil }
        return "page \(paper.pages.first ?? 0), the application, has much that cannot be read, as handwriting is; "
            + "what is asked for may stand there"
    }

    private func qualityDoubt(about paper: Paper) -> String? {
        let page = paper.pages.first ?? 0
        if paper.quality.confidence < thresholds.pageConfidence {
            return "page \(page), the application, could hardly be read; scan it again or decide by eye"
        }
        if paper.quality.syllables < thresholds.syllables {
            return "page \(page), the application, reads like no Vietnamese; is it upright and whole?"
        }
        if !paper.showsTitle {
            return "page \(page) reads like an application form, but its title was not found"
        }
        return nil
    }

    private func probabilityDoubt(_ probability: Double, reading band: ReadingBand) -> String? {
        guard let least = thresholds.probabilities[band] else {
            return "no procedure is decided alone on a form read as this one was: too few such are confirmed"
        }
        guard probability < least else { return nil }
        let percent = Int((probability * 100).rounded(.down))
        return "the procedure is only \(percent) % likely; which one is asked for cannot be told from the form alone"
    }

    /// A paper with a title of its own that is no known kind may be another application.
    private func strangers(among papers: [Paper]) -> String? {
        guard let stranger = papers.first(where: { $0.mayBeUnknownApplication }) else { return nil }
        return "page \(stranger.pages.first ?? 0) may be an application of a kind that the model does not know"
    }
}
