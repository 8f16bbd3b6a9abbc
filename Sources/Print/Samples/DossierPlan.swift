internal import Dossiers

/// What lies in a sample dossier.
struct DossierPlan: Sendable {
    struct Paper: Sendable {
        var form: FormTemplate
        var use: FormTemplate.Use?
    }

    /// The procedure; nil for a dossier without an application.
    var code: String?
    var papers: [Paper]
    var cast: Cast
    var facts: DossierFacts

    init(code: String?, papers: [Paper], random: inout RandomStream) {
        self.code = code
        self.papers = papers
        // Between the reform of July 2025 and November 2026.
        let first = Day(year: 2025, month: 7, day: 7)
        let today = first.adding(days: random.number(0...500))
        let isBirth = papers.first?.form.subject == .child
        let isNewborn = isBirth && random.chance(0.85)
        cast = Cast(
            today: today, childAge: isNewborn ? random.number(0.01...0.16) : random.number(1.0...14.0), random: &random)
        facts = DossierFacts(cast: cast, random: &random)
    }
}
