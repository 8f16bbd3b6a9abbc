import Foundation

/// How often a page is of a form that the model does not know.
///
/// Nothing that was labelled can tell: every labelled page is of a known form. It is a statement about an office that
/// keeps its form files up to date, and it moves probabilities only: which page is surer than which, and so what passes
/// at a promised error rate, follows from held-out pages, among which strange ones are far more frequent.
enum StrangeForms {
    /// One page of ten.
    static let share = 0.1

    /// What a check says that was fitted on as many strange pages as known ones, where they are as rare as they are.
    static func afterTheirShare(_ check: LogisticRegression) -> LogisticRegression {
        var check = check
        check.coefficients[0] += log((1 - share) / share)
        return check
    }

    /// The probability that a page would have were strange pages as frequent as known ones, as it is told after their
    /// share: what must not be mistaken for a known form is measured so.
    static func afterTheirShare(_ probability: Double) -> Double {
        let (known, strange) = (probability * (1 - share), (1 - probability) * share)
        return known / (known + strange)
    }
}
