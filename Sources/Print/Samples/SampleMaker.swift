internal import Dossiers

/// Makes sample dossiers: pages of invented people, and the truth about them.
package struct SampleMaker: Sendable {
    private let forms: SampleForms
    private let seed: UInt64

    package init(forms: SampleForms, seed: UInt64) {
        self.forms = forms
        self.seed = seed
    }

    /// Share of dossiers with an application.
    private static let applicationShare = 0.8

    /// - Parameter number: 0-based; the same number, seed and profile give the same pixels.
    package func dossier(number: Int, profile: ScannerProfile) throws(PrintFailure) -> SampleDossier {
        var random = RandomStream(seed: seed).split("dossier \(number)")
        let plan = plan(number: number, random: &random)
        let hand: Penmanship = random.pick(weighted: [(.machine, 84), (.hand, 9), (.mixed, 7)], else: .machine)
        var scanning = random.split("scanner " + profile.rawValue)
        let scanner = Scanner(profile: profile, random: &scanning)
        var dossier = SampleDossier(
            profile: profile, pages: [], code: plan.code, form: plan.papers.first?.form.id ?? "", fields: [:],
            handwrittenFields: [], isHandwritten: false, quality: profile.quality(&scanning))
        for (index, paper) in plan.papers.enumerated() {
            var filler = FormFiller(
                form: paper.form, use: paper.use, cast: plan.cast, facts: plan.facts, random: random)
            var filled = filler.fill()
            var styling = random.split("style \(index) " + paper.form.id)
            let isApplication = paper.form.role == .application
            if isApplication { filled.write(by: hand, random: &styling) }
            let pages = try FormLayout.pages(
                of: filled, style: PrintStyle(random: &styling), resolution: profile.resolution, isDrawing: true,
                random: styling)
            for (place, page) in pages.enumerated() {
                guard let image = page.image else { continue }
                dossier.pages.append(
                    SamplePage(
                        image: scanner.scan(image, random: &scanning), role: Self.role(of: paper.form),
                        form: paper.form.id, lines: page.lines, quarters: scanner.quarters,
                        decides: isApplication && filled.isTold(by: page.lines, page: place)))
            }
            if index == 0 || isApplication {
                dossier.fields.merge(filled.fields) { first, _ in first }
                dossier.handwrittenFields.formUnion(filled.handwrittenFields)
                dossier.isHandwritten = dossier.isHandwritten || isApplication && hand != .machine
            }
        }
        // What one paper has by hand and another in print can be read.
        dossier.handwrittenFields.subtract(dossier.fields.keys)
        return dossier
    }

    /// What a dossier holds, without its pages.
    func plan(number: Int, random: inout RandomStream) -> DossierPlan {
        guard random.chance(Self.applicationShare) || forms.papers.isEmpty else {
            let count = random.pick(weighted: [(1, 7), (2, 2), (3, 1)], else: 1)
            let papers = (0..<count).compactMap { _ in
                random.pick(forms.papers.map(Optional.some), else: nil).map { DossierPlan.Paper(form: $0, use: nil) }
            }
            return DossierPlan(code: nil, papers: papers, random: &random)
        }
        // Procedures come in turn, in an order of the seed's own, so that every one is met.
        var order = RandomStream(seed: seed).split("order \(number / forms.applications.count)")
        let turn = order.shuffled(Array(forms.applications.indices))[number % forms.applications.count]
        let (code, choices) = forms.applications[turn]
        let choice = choices[random.number(0...choices.count - 1)]
        var papers = [DossierPlan.Paper(form: choice.form, use: choice.use)] + forms.companions(of: choice.use)
        let count = random.pick(weighted: [(0, 4), (1, 3), (2, 2), (3, 1)], else: 0)
        papers += random.shuffled(forms.attachments(of: choice.form)).prefix(count).map {
            DossierPlan.Paper(form: $0, use: nil)
        }
        return DossierPlan(code: code, papers: papers, random: &random)
    }

    private static func role(of form: FormTemplate) -> SamplePage.Role {
        switch form.role {
        case .application: .application
        case .attachment: .attachment
        case .other: .other
        }
    }
}

extension SampleMaker {
    /// A sheet between dossiers, through the same kind of scanner.
    package func separator(number: Int, profile: ScannerProfile) throws(PrintFailure) -> SamplePage {
        var random = RandomStream(seed: seed).split("separator \(number)")
        let page = try SeparatorSheet.page(resolution: profile.resolution)
        let scanner = Scanner(profile: profile, random: &random)
        let image = page.image ?? blankImage(profile)
        return SamplePage(
            image: scanner.scan(image, random: &random), role: .separator, form: nil, lines: page.lines,
            quarters: scanner.quarters)
    }

    /// The empty back of a sheet.
    package func blank(number: Int, profile: ScannerProfile) -> SamplePage {
        var random = RandomStream(seed: seed).split("blank \(number)")
        let scanner = Scanner(profile: profile, random: &random)
        return SamplePage(
            image: scanner.scan(blankImage(profile), random: &random), role: .blank, form: nil, lines: [],
            quarters: scanner.quarters)
    }

    private func blankImage(_ profile: ScannerProfile) -> PixelImage {
        let scale = Double(profile.resolution) / 72
        return PixelImage(
            width: Int((Paper.width * scale).rounded()), height: Int((Paper.height * scale).rounded()), channels: 3,
            resolution: profile.resolution, fill: 255)
    }
}
