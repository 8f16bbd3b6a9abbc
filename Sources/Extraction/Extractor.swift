package import Dossiers

/// Pages in a row that are one document of a dossier.
package struct ReadPaper: Sendable {
    /// The form (by id) that it was taken for; nil where it is none that is known.
    package var form: String?
    /// In order.
    package var pages: [RecognizedPage]

    package init(form: String?, pages: [RecognizedPage]) {
        self.form = form
        self.pages = pages
    }
}

/// Reads the fields of a dossier off its papers.
package struct Extractor: Sendable {
    private let scripts: [String: FormScript]
    private let rules: FieldRules

    /// - Parameters:
    ///   - forms: The office's forms; papers of other kinds are read by labels that forms have in common.
    ///   - places: The places that addresses are held against.
    package init(forms: [FormTemplate], places: PlaceNames = .none) {
        scripts = Dictionary(forms.map { ($0.id, FormScript($0)) }, uniquingKeysWith: { first, _ in first })
        rules = FieldRules(places: places)
    }

    /// The fields that could be read, each once.
    ///
    /// - Parameters:
    ///   - papers: The applications; without one, whichever paper lies on top.
    ///   - others: The dossier's other pages. They tell of other people too, so that nothing is read off them; but a
    ///     card's code, its machine-readable rows or a name that stands there as well bears a value out.
    /// - Complexity: under 5 ms a page.
    package func extract(papers: [ReadPaper], others: [RecognizedPage] = []) -> [ExtractedField] {
        let streams = papers.map { LetterStream(pages: $0.pages) }
        let readings = zip(papers, streams).map { reading(of: $0, $1) }
        var resolver = FieldResolver(
            streams: streams + [LetterStream(pages: others)], places: rules.places,
            cards: CardMatch(
                cards: Self.cards(on: papers.flatMap(\.pages) + others), wanted: Self.asked(by: readings)))
        for candidate in readings.flatMap(\.candidates) { resolver.add(candidate) }
        return resolver.fields()
    }

    /// Each card once, whosoever; its code says more than its rows.
    private static func cards(on pages: [RecognizedPage]) -> [IdentityCard] {
        let all =
            pages.flatMap { page in page.codes.compactMap { IdentityCard($0, page: page.number) } }
            + pages.compactMap(IdentityCard.init(rowsOn:))
        return Dictionary(grouping: all, by: \.idNumber).values.compactMap(\.first).sorted { $0.idNumber < $1.idNumber }
    }

    /// What a paper tells.
    private struct Reading {
        var candidates: [Candidate]
        /// What it asks for, of a form's lines those of another generation left out; nil where its form is not known.
        var asked: Set<FieldName>?
    }

    private static func asked(by readings: [Reading]) -> Set<FieldName>? {
        readings.reduce(Set()) { all, reading in reading.asked.flatMap { all?.union($0) } }
    }

    private func reading(of paper: ReadPaper, _ stream: LetterStream) -> Reading {
        let script = paper.form.flatMap { scripts[$0] }
        // A known form says itself what it holds; its other labels ask about other things.
        let holds = script.map { Set($0.fields.values) }
        let head = paper.pages.first.flatMap(LetterheadReader.init)?.fields(knowing: rules.places) ?? []
        let ofHead = head.filter { holds?.contains($0.name) ?? true }.map { Candidate(field: $0, source: .labels) }
        guard let script, let holds else {
            return Reading(candidates: ofHead + byLabel(paper) { _ in true }, asked: nil)
        }
        let form = FormReader(script, on: stream)
        let answers = form.answers()
        let ofForm = answers.compactMap { Candidate($0.name, in: $0.answer, source: .form, rules: rules) }
        // Forms ask for the neighbour's land, too: where the form's own blank cannot be read, no other is its value.
        let answered = Set(answers.map(\.name)).intersection([.landParcel, .landMapSheet])
        let missing = holds.subtracting(ofForm.filter { $0.field.value != nil }.map(\.field.name))
            .subtracting(answered).subtracting(form.fieldsInFoundCells)
        let ofLabels = missing.isEmpty ? [] : byLabel(paper) { missing.contains($0) }
        return Reading(
            candidates: ofHead + ofForm + ofLabels,
            asked: script.alwaysAsked.union(answers.map(\.name)).union(ofLabels.map(\.field.name)))
    }

    private func byLabel(_ paper: ReadPaper, _ asks: (FieldName) -> Bool) -> [Candidate] {
        LabelReader(pages: paper.pages).answers().filter { asks($0.name) }
            .compactMap { Candidate($0.name, in: $0.answer, source: .labels, rules: rules) }
    }
}
