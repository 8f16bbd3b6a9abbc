/// What training chose and calibrated. Everything here can be rebuilt from labelled texts.
struct ModelSettings: Hashable, Sendable {
    var recipe: FeatureRecipe
    var weighting: Weighting
    /// See `NaiveBayes.smoothing`.
    var smoothing: Double
    /// See `softmax`: of the labels, or of the families in a model that has them.
    var sharpness: Double
    /// Of the members within a family.
    var memberSharpness: Double = 1
    /// Whether a page is of the family that scored best; nil in a model without families.
    var familyCheck: LogisticRegression?
    /// Whether a page is of the member that scored best; nil in a model without families.
    var memberCheck: LogisticRegression?
    /// What forms are called; empty in a model without families.
    var titles = TitleIndex()
    /// By family: what tells its members apart.
    var memberLayers: [String: MemberLayer] = [:]
    /// Promised error rate -> the least probability that kept it on held-out texts.
    var thresholds: [Double: Double] = [:]
    /// The same by how well texts were read.
    var thresholdsByReading: [ReadingBand: [Double: Double]] = [:]
}
