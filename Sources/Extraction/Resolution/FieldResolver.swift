import Dossiers

/// Decides among the readings of each field, and how sure the winner is. Readings that agree make a value surer,
/// readings that differ less sure: then a person is shown it.
struct FieldResolver {
    private var candidates: [FieldName: [Candidate]] = [:]
    private let echo: Echo
    private let spelling: BusinessSpelling
    private let cards: CardMatch

    /// - Parameters:
    ///   - streams: All of the dossier's words, those of each paper by themselves.
    ///   - places: Those that addresses are held against.
    init(streams: [LetterStream], places: PlaceNames, cards: CardMatch) {
        echo = Echo(streams, places: places)
        spelling = BusinessSpelling(streams: streams)
        self.cards = cards
    }

    mutating func add(_ candidate: Candidate) {
        candidates[candidate.field.name, default: []].append(candidate)
    }

    /// One field a name, in the order of the names.
    func fields() -> [ExtractedField] {
        var findings: [FieldName: Finding] = [:]
        for (name, readings) in candidates { findings[name] = finding(among: readings) }
        compareBirthYears(in: &findings)
        respellBusiness(in: &findings)
        var fields = findings.mapValues(\.field)
        cards.apply(to: &fields)
        return FieldName.allCases.compactMap { fields[$0].map(Self.withoutGuess) }
    }

    /// What the recogniser itself does not believe is no reading: a person keys it in beside its picture.
    private static func withoutGuess(_ field: ExtractedField) -> ExtractedField {
        guard field.value != nil, field.confidence < leastConfidence else { return field }
        var field = field
        field.value = nil
        field.isHandwritten = true
        return field
    }

    /// Of generated scans' values below this, most were wrong.
    private static let leastConfidence = 0.1

    /// The winner among a field's readings, and what speaks for and against it.
    private struct Finding {
        var reading: ExtractedField
        var isSupported = false
        /// Whether its year, and no more of it, was read elsewhere.
        var isOfTheYear = false
        var isContested = false
        /// What was read in other places, and what of the field itself was given up for it.
        var others: [Echo.Reading] = []

        /// A value that stands alone is never sure enough to go unseen, however clear its print.
        var field: ExtractedField {
            var field = reading
            if isContested {
                field.confidence = min(field.confidence, 0.6)
            } else if isSupported {
                field.confidence = 1 - (1 - field.confidence) * 0.4
            } else if !isOfTheYear {
                field.confidence = min(field.confidence, 0.89)
            }
            return field
        }

        /// Takes what was read elsewhere for the value; the box stays, where a person looks.
        mutating func take(_ other: String) {
            if let value = reading.value { others.append(Echo.Reading(value: value, confidence: reading.confidence)) }
            reading.value = other
        }
    }

    private func finding(among readings: [Candidate]) -> Finding? {
        let values = readings.filter { $0.field.value != nil }
        guard let best = values.max(by: { ($0.source, $0.field.confidence) < ($1.source, $1.field.confidence) }) else {
            return readings.first.map { Finding(reading: $0.field) }
        }
        let field = Self.whole(best, among: values).field
        var finding = Finding(reading: field)
        finding.others =
            values.filter { $0.field.page != field.page || !$0.field.box.overlaps(field.box) }
            .filter { $0.source == best.source }
            .compactMap { other in
                guard let value = other.field.value, !Self.isCut(value, of: field.value ?? "") else { return nil }
                return Echo.Reading(value: value, confidence: other.field.confidence)
            } + echo.readings(of: field)
        let vote = Vote(on: field, among: finding.others)
        finding.isSupported = vote.isSupported
        finding.isContested = vote.isContested
        if let better = vote.better {
            finding.take(better)
        } else if !vote.isSupported, let whole = echo.wholeName(of: field) {
            finding.isContested = true
            finding.take(whole)
        }
        return finding
    }

    /// In a letterhead a value is often cut by what stands beside it; the whole one stands further down.
    private static func whole(_ best: Candidate, among values: [Candidate]) -> Candidate {
        let start = best.field.value ?? ""
        return values.filter { isCut(start, of: $0.field.value ?? "") && $0.source == best.source }
            .map { (length: $0.field.value?.count ?? 0, confidence: $0.field.confidence, candidate: $0) }
            .max { ($0.length, $0.confidence) < ($1.length, $1.confidence) }?.candidate ?? best
    }

    /// Whether a value is the beginning of another, whatever their marks.
    private static func isCut(_ value: String, of whole: String) -> Bool {
        whole.folded.hasPrefix(value.folded + " ")
    }

    /// The owner's name and the head of the form say words of the business's name again.
    private func respellBusiness(in findings: inout [FieldName: Finding]) {
        guard let business = findings[.businessName]?.reading,
            let respelled = spelling.mended(business, owner: findings[.applicantName]?.reading.value)
        else { return }
        findings[.businessName]?.isContested = true
        findings[.businessName]?.take(respelled)
    }

    /// The number of an identity paper says the year of birth: where it is the one that was read, both are of the
    /// same person, and as sure as they were read. Where it is not, but is in another reading of one of the two, that
    /// is the right one.
    private func compareBirthYears(in findings: inout [FieldName: Finding]) {
        guard let number = findings[.applicantIDNumber]?.reading.value.flatMap(IDNumber.init(digits:)),
            let year = number.birthYear, let date = findings[.applicantDateOfBirth]?.reading.value
        else { return }
        if date.hasPrefix("\(year)-") {
            findings[.applicantIDNumber]?.isOfTheYear = true
            findings[.applicantDateOfBirth]?.isOfTheYear = true
            return
        }
        findings[.applicantIDNumber]?.isContested = true
        findings[.applicantDateOfBirth]?.isContested = true
        let otherDate = findings[.applicantDateOfBirth]?.others.first { $0.value.hasPrefix("\(year)-") }
        let otherNumber = findings[.applicantIDNumber]?.others.first {
            IDNumber(digits: $0.value)?.birthYear.map { date.hasPrefix("\($0)-") } ?? false
        }
        if let otherDate, otherNumber == nil {
            findings[.applicantDateOfBirth]?.take(otherDate.value)
        } else if let otherNumber, otherDate == nil {
            findings[.applicantIDNumber]?.take(otherNumber.value)
        }
    }
}
