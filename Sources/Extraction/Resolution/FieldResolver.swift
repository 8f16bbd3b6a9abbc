import Dossiers

/// Decides among the readings of each field, and how sure the winner is. Readings that agree make a value surer,
/// readings that differ less sure: then a person is shown it.
struct FieldResolver {
    private var candidates: [FieldName: [Candidate]] = [:]
    private let echo: Echo
    private let cards: CardMatch

    init(echo: Echo, cards: CardMatch) {
        self.echo = echo
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
        var fields = findings.mapValues(\.field)
        cards.apply(to: &fields)
        return FieldName.allCases.compactMap { fields[$0] }
    }

    /// The winner among a field's readings, and what speaks for and against it.
    private struct Finding {
        var reading: ExtractedField
        var isSupported = false
        var isContested = false

        /// A value that stands alone is never sure enough to go unseen, however clear its print.
        var field: ExtractedField {
            var field = reading
            if isContested {
                field.confidence = min(field.confidence, 0.6)
            } else if isSupported {
                field.confidence = 1 - (1 - field.confidence) * 0.4
            } else {
                field.confidence = min(field.confidence, 0.89)
            }
            return field
        }
    }

    private func finding(among readings: [Candidate]) -> Finding? {
        let values = readings.filter { $0.field.value != nil }
        guard let best = values.max(by: { ($0.source, $0.field.confidence) < ($1.source, $1.field.confidence) }) else {
            return readings.first.map { Finding(reading: $0.field) }
        }
        var field = Self.whole(best, among: values).field
        var finding = Finding(reading: field)
        let elsewhere =
            values.filter { $0.field.page != field.page || !$0.field.box.overlaps(field.box) }
            .filter { $0.source == best.source }.compactMap(\.field.value)
            + echo.readings(of: field)
        finding.isSupported = elsewhere.contains { $0 == field.value }
        finding.isContested = !finding.isSupported && !elsewhere.isEmpty
        // Where most of the paper says otherwise, the paper is right.
        let counts = Dictionary(grouping: elsewhere, by: \.self).mapValues(\.count)
        if !finding.isSupported, let (other, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count > 1
        {
            field.value = other
            finding.reading = field
        }
        return finding
    }

    /// In a letterhead a value is often cut by what stands beside it; the whole one stands further down.
    private static func whole(_ best: Candidate, among values: [Candidate]) -> Candidate {
        let start = best.field.value ?? ""
        return values.filter { $0.field.value?.hasPrefix(start + " ") == true && $0.source == best.source }
            .max { ($0.field.value?.count ?? 0) < ($1.field.value?.count ?? 0) } ?? best
    }

    /// The number of an identity paper says the year of birth: where it is the one that was read, both are right.
    private func compareBirthYears(in findings: inout [FieldName: Finding]) {
        guard let number = findings[.applicantIDNumber]?.reading.value.flatMap(IDNumber.init(digits:)),
            let year = number.birthYear, let date = findings[.applicantDateOfBirth]?.reading.value
        else { return }
        for name in [FieldName.applicantIDNumber, .applicantDateOfBirth] {
            if date.hasPrefix("\(year)-") {
                findings[name]?.isSupported = true
            } else {
                findings[name]?.isContested = true
            }
        }
    }
}
