package import Dossiers

/// Texts with their labels, as training and evaluation want them: what pages say, without their pictures.
package struct SampleTexts {
    private let forms: SampleForms
    private let seed: UInt64
    private let applications: [(code: String, choices: [SampleForms.Application])]
    private let hasPapers: Bool

    /// - Parameter sharedOnly: Only applications of forms that several procedures share, the hardest to tell apart.
    package init(forms: SampleForms, seed: UInt64, sharedOnly: Bool = false) {
        self.forms = forms
        self.seed = seed
        applications = sharedOnly ? forms.sharedApplications : forms.applications
        hasPapers = !sharedOnly && !forms.papers.isEmpty
    }

    /// Share of papers that decide no procedure.
    private static let paperShare = 0.3

    /// One text a page; an application of a form that several procedures share is one text.
    ///
    /// - Parameter number: 0-based; the same number gives the same texts. Procedures and papers come in turn, so
    ///   that a run of numbers has them all about equally often.
    package func texts(number: Int) throws(PrintFailure) -> [LabeledText] {
        var random = RandomStream(seed: seed).split("text \(number)")
        let isPaper = hasPapers && Double(number % 10) < Self.paperShare * 10
        return isPaper
            ? try paperTexts(turn: number / 10 * Int(Self.paperShare * 10) + number % 10, &random)
            : try applicationTexts(turn: number, &random)
    }

    private func paperTexts(turn: Int, _ random: inout RandomStream) throws(PrintFailure) -> [LabeledText] {
        let form = forms.papers[turn % forms.papers.count]
        let plan = DossierPlan(code: nil, papers: [.init(form: form, use: nil)], random: &random)
        return try pages(of: form, use: nil, plan, random).map {
            LabeledText(text: $0, label: LabeledText.paperPrefix + form.id, family: form.id)
        }
    }

    private func applicationTexts(turn: Int, _ random: inout RandomStream) throws(PrintFailure) -> [LabeledText] {
        let isKept = Int((1 - Self.paperShare) * 10 + 0.5)
        let place = hasPapers ? turn / 10 * isKept + max(0, turn % 10 - (10 - isKept)) : turn
        let (code, choices) = applications[place % applications.count]
        let choice = choices[random.number(0...choices.count - 1)]
        let companions = forms.companions(of: choice.use)
        let paper = DossierPlan.Paper(form: choice.form, use: choice.use)
        let plan = DossierPlan(code: code, papers: [paper] + companions, random: &random)
        var texts: [LabeledText] = []
        for paper in plan.papers {
            let label = forms.label(of: paper.form.id, in: code)
            texts += try pages(of: paper.form, use: paper.use, plan, random)
                .map { LabeledText(text: $0, label: label, family: paper.form.id) }
        }
        return texts
    }

    private func pages(
        of form: FormTemplate, use: FormTemplate.Use?, _ plan: DossierPlan, _ random: RandomStream
    ) throws(PrintFailure) -> [String] {
        var filler = FormFiller(form: form, use: use, cast: plan.cast, facts: plan.facts, random: random)
        var filled = filler.fill()
        let isShared = use != nil && forms.isShared(form)
        var styling = random.split("style " + form.id)
        // In every eighth form nothing but the labels can be read; where those do not decide, there is no label.
        if !isShared, styling.chance(0.12) { filled.write(by: .hand, random: &styling) }
        var style = PrintStyle(random: &styling)
        style.hasTypedBoxes = style.hasTypedBoxes || filled.isToldByTick
        let composed = try FormLayout.pages(
            of: filled, style: style, resolution: 72, isDrawing: false, random: styling)
        let pages = composed.map(\.lines).filter { !$0.isEmpty }
        guard isShared else { return pages.map { $0.joined(separator: "\n") } }
        // What tells its procedures apart may stand on any page, so the application is one text, as it is judged.
        guard pages.enumerated().contains(where: { filled.isTold(by: $0.element, page: $0.offset) }) else { return [] }
        return [pages.joined().joined(separator: "\n")]
    }
}
