internal import Dossiers

/// Fills a form's blanks for the people of a dossier.
struct FormFiller {
    let form: FormTemplate
    let use: FormTemplate.Use?
    let cast: Cast
    /// What the dossier's papers have in common besides its people.
    let facts: DossierFacts
    let isNewGeneration: Bool
    let dateStyle: DateStyle
    var random: RandomStream
    /// A key means the same wherever it stands.
    private var filled: [FormBlank: String] = [:]
    private var telling: [String] = []
    private var isToldByTick = false
    private var splitDates: [String: Day] = [:]
    var fields: [FieldName: String] = [:]

    init(
        form: FormTemplate, use: FormTemplate.Use?, cast: Cast, facts: DossierFacts, random: RandomStream
    ) {
        self.form = form
        self.use = use
        self.cast = cast
        self.facts = facts
        self.random = random.split("form " + form.id)
        isNewGeneration = self.random.chance(0.6)
        dateStyle = self.random.pick(weighted: DateStyle.shares, else: .slashed)
    }

    mutating func fill() -> FilledForm {
        var lines: [FilledLine] = []
        for line in form.lines {
            let isNewer = line.hasPrefix(Self.newGenerationMark)
            if isNewer && !isNewGeneration { continue }
            let plain = isNewer ? String(line.dropFirst(Self.newGenerationMark.count)) : line
            lines += filledLines(of: plain)
        }
        let spelling = Spelling(random: &random)
        for line in lines.indices { spelling.apply(to: &lines[line]) }
        telling += telling.map(spelling.text)
        return FilledForm(
            form: form, code: use?.code, lines: lines, fields: fields, telling: telling, isToldByTick: isToldByTick)
    }

    private static let newGenerationMark = "‡ "

    /// A line, or several where a phrase that stands in it has line breaks; none for an optional line left out.
    private mutating func filledLines(of line: String) -> [FilledLine] {
        var runs: [FilledRun] = []
        for segment in FormSegment.segments(of: line) {
            let start = runs.count
            defer { noteTelling(segment, Array(runs[start...])) }
            switch segment {
            case .text(let text): runs.append(FilledRun(.printed(text)))
            case .blank(let blank):
                switch blank.kind {
                case .optional:
                    guard let phrase = phrase(for: blank.key), !phrase.isEmpty else { return [] }
                    runs += self.runs(ofPhrase: phrase)
                case .pick: runs += self.runs(ofPhrase: phrase(for: blank.key) ?? "")
                case .title: runs.append(FilledRun(.printed(title(key: blank.key))))
                case .several: runs += self.runs(ofPhrase: several(blank.key))
                default: runs.append(run(blank))
                }
            }
        }
        noteDocumentNumber(runs)
        return Self.broken(runs)
    }

    /// A document's number is what stands on paper, its symbol included: `328/GPXD`, of which the blank is a part.
    private mutating func noteDocumentNumber(_ runs: [FilledRun]) {
        guard let place = runs.firstIndex(where: { $0.key.map { form.fields[$0] == .documentNumber } ?? false }),
            fields[.documentNumber] == runs[place].text
        else { return }
        let before =
            runs[..<place].map(\.text).joined().split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        let after = runs[(place + 1)...].map(\.text).joined().prefix { !$0.isWhitespace }
        fields[.documentNumber] = before + runs[place].text + after
    }

    private mutating func noteTelling(_ segment: FormSegment, _ runs: [FilledRun]) {
        guard case .blank(let blank) = segment, use?.fills[blank.key] != nil else { return }
        let text = runs.map(\.text).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if blank.kind == .checkbox { isToldByTick = true } else if !text.isEmpty { telling.append(text) }
    }

    /// The runs of a phrase that belongs to the form's own wording.
    private mutating func runs(ofPhrase phrase: String) -> [FilledRun] {
        FormSegment.segments(of: phrase).flatMap { segment -> [FilledRun] in
            switch segment {
            case .text(let text): return [FilledRun(.printed(text))]
            case .blank(let blank):
                switch blank.kind {
                case .pick, .optional: return runs(ofPhrase: self.phrase(for: blank.key) ?? "")
                case .several: return runs(ofPhrase: several(blank.key))
                default: return [run(blank)]
                }
            }
        }
    }

    private mutating func run(_ blank: FormBlank) -> FilledRun {
        switch blank.kind {
        case .checkbox: return FilledRun(.checkbox(isTicked: isTicked(blank.key)), key: blank.key)
        case .signature:
            return FilledRun(.signature(name: cast.person(signer(blank.key)).name), key: blank.key)
        case .idQr: return FilledRun(.code(cast.person(form.person(ofKey: blank.key)).cardCode), key: blank.key)
        case .id12Boxes: return FilledRun(.boxes(value(of: blank)), key: blank.key)
        default: return FilledRun(.value(value(of: blank)), key: blank.key)
        }
    }

    /// What a blank holds, always the same for the same key.
    mutating func value(of blank: FormBlank) -> String {
        if let known = filled[blank] { return known }
        let value: String
        if let phrase = phrase(for: blank.key) {
            value = plain(phrase)
        } else {
            value = invented(blank)
        }
        filled[blank] = value
        note(blank, value)
        return value
    }

    /// A phrase with its own blanks filled, as one piece of text.
    mutating func plain(_ phrase: String) -> String {
        runs(ofPhrase: phrase).map(\.text).joined()
    }

    /// One of the phrases that the procedure or the form has for a key.
    private mutating func phrase(for key: String) -> String? {
        guard let phrases = use?.fills[key] ?? form.fills[key], !phrases.isEmpty else { return nil }
        return random.pick(phrases)
    }

    private mutating func several(_ key: String) -> String {
        let phrases = use?.fills[key] ?? form.fills[key] ?? []
        guard !phrases.isEmpty else { return "" }
        let count = random.number(min(2, phrases.count)...min(7, phrases.count))
        return random.shuffled(phrases).prefix(count).joined(separator: "\n")
    }

    private mutating func title(key: String) -> String {
        phrase(for: key) ?? random.pick(form.titles, else: form.title)
    }

    private mutating func isTicked(_ key: String) -> Bool {
        if let phrase = phrase(for: key) { return !phrase.isEmpty }
        return random.chance(0.3)
    }

    private func signer(_ key: String) -> PersonRole {
        let role = form.person(ofKey: key)
        return form.role != .application && role == .applicant && key.contains("ky") ? .official : role
    }

    /// The day that three blanks with keys of one beginning share (`chet_d`, `chet_m`, `chet_y`).
    mutating func splitDate(_ beginning: String, _ make: (inout FormFiller) -> Day) -> Day {
        if let known = splitDates[beginning] { return known }
        let day = make(&self)
        splitDates[beginning] = day
        return day
    }

    private static func broken(_ runs: [FilledRun]) -> [FilledLine] {
        var lines: [FilledLine] = [FilledLine(runs: [])]
        for run in runs {
            guard case .printed(let text) = run.content, text.contains("\n") else {
                lines[lines.count - 1].runs.append(run)
                continue
            }
            for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append(FilledLine(runs: [])) }
                if !part.isEmpty { lines[lines.count - 1].runs.append(FilledRun(.printed(String(part)))) }
            }
        }
        return lines
    }
}
