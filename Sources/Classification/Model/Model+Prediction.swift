package import Dossiers

/// What a model makes of one page.
package struct PagePrediction: Hashable, Sendable {
    /// The form family; the label itself in a model without families.
    package var family: String
    /// That the page is of this family, 0…1.
    package var familyProbability: Double
    package var prediction: Prediction
    /// How well it was read.
    package var reading: ReadingBand
    /// The page shows a title, and it is the family's.
    package var showsTitle: Bool
}

extension Model {
    /// - Complexity: about 1 ms a page.
    package func predict(_ text: String) -> Prediction { predictPage(text).prediction }

    package func predictPage(_ text: String) -> PagePrediction {
        predictPage(TextEvidence(of: text, recipe: settings.recipe, vocabulary: vocabulary))
    }

    /// - Parameters:
    ///   - left: A family not to be thought of.
    ///   - explaining: Whether to look for the words that carried it, which takes as long as the rest.
    func predictPage(
        _ evidence: TextEvidence, without left: Int? = nil, explaining: Bool = true
    ) -> PagePrediction {
        let first = FamilyDecision(on: evidence, model: self, without: left)
        guard hasFamilies else {
            return PagePrediction(
                family: first.best.name, familyProbability: first.probability,
                prediction: first.prediction(in: self, explaining: explaining), reading: evidence.reading,
                showsTitle: false)
        }
        let second = MemberDecision(
            on: evidence, family: first.best.name, profile: memberProfiles[first.bestFamily], fit: first.fit,
            model: self)
        return PagePrediction(
            family: first.best.name, familyProbability: first.probability,
            prediction: second.prediction(after: first, in: self, explaining: explaining), reading: evidence.reading,
            showsTitle: first.fit.titleFound >= 0.5 || first.likeness >= 0.75)
    }
}
