package import Dossiers

/// Reads the fields of an application off its pages.
package struct Extractor: Sendable {
    package init() {}

    /// The fields that could be read, each once. The applicant is the person whom the form calls so, or
    /// else the first one who is not announced as someone else.
    ///
    /// - Parameter pages: The pages of the application form in order; attachments are not wanted here.
    /// - Complexity: about 2 ms a page.
    package func extract(pages: [RecognizedPage]) -> [ExtractedField] {
        let sections = PeopleReader(pages: pages).sections
        var fields: [ExtractedField] = []
        if let applicant = applicant(among: sections) {
            let rules: [(FieldName, any FieldRule)] = [
                (.applicantName, NameRule()), (.applicantIDNumber, IDNumberRule()),
                (.applicantDateOfBirth, DateOfBirthRule()), (.applicantPhone, PhoneRule()),
                (.applicantAddress, AddressRule()),
            ]
            let places = [applicant] + furtherSections(of: applicant, among: sections)
            for (name, rule) in rules {
                if let found = places.lazy.compactMap({ field(name, rule, in: $0) }).first { fields.append(found) }
            }
        }
        if let child = sections.first(where: { $0.person == .child }) {
            fields += [
                field(.childName, NameRule(), in: child), field(.childDateOfBirth, DateOfBirthRule(), in: child),
            ]
            .compactMap(\.self)
        }
        if let deceased = sections.first(where: { $0.person == .deceased && $0.name != nil }) {
            fields += [field(.deceasedName, NameRule(), in: deceased)].compactMap(\.self)
        }
        let ofNoOne: [(FieldName, any FieldRule)] = [
            (.landParcel, ParcelNumberRule(asked: .parcel)), (.landMapSheet, ParcelNumberRule(asked: .mapSheet)),
            (.landArea, ParcelAreaRule()),
        ]
        for (name, rule) in ofNoOne {
            if let found = sections.lazy.compactMap({ field(name, rule, in: $0) }).first { fields.append(found) }
        }
        // In the letterhead a business's name is often cut by what stands beside it.
        let businesses = sections.flatMap(\.oneByOne).compactMap { field(.businessName, BusinessNameRule(), in: $0) }
        if let whole = businesses.max(by: { ($0.value?.count ?? 0) < ($1.value?.count ?? 0) }) { fields.append(whole) }
        return fields
    }

    private func applicant(among sections: [PeopleReader.Section]) -> PeopleReader.Section? {
        sections.first { $0.person == .applicant && $0.name != nil }
            ?? sections.first { $0.person == nil && $0.name != nil }
            ?? sections.first { [.applicant, nil].contains($0.person) && $0.saysSomething }
    }

    /// Some forms ask for telephone and address before they ask for a name; and who asks for himself
    /// stands on the form twice, by the same name.
    private func furtherSections(
        of applicant: PeopleReader.Section, among sections: [PeopleReader.Section]
    ) -> [PeopleReader.Section] {
        sections.prefix(1) + sections.filter { $0.name != nil && $0.name == applicant.name }
    }

    private func field(
        _ name: FieldName, _ rule: any FieldRule, in section: PeopleReader.Section
    ) -> ExtractedField? {
        let answers = section.answers.filter { rule.asked.isSame(as: $0.asked) }
        for answer in answers {
            guard let value = rule.value(in: answer, of: section), let box = Answer.box(of: value.pieces) else {
                continue
            }
            let confidence = Answer.confidence(of: value.pieces) * answer.likeness * value.soundness
            return ExtractedField(name: name, value: value.text, confidence: confidence, page: answer.page, box: box)
        }
        return answers.lazy.compactMap { handwriting(name, in: $0) }.first
    }

    /// Marks beside a label that the recogniser could make nothing of: a person keys them in.
    private func handwriting(_ name: FieldName, in answer: Answer) -> ExtractedField? {
        let marks = answer.firstColumn.withoutLeaders
        guard marks.count > 1, answer.confidence < Self.handwritingConfidence, let box = Answer.box(of: marks) else {
            return nil
        }
        return ExtractedField(
            name: name, value: nil, confidence: answer.confidence, page: answer.page, box: box, isHandwritten: true)
    }

    /// Print is read with a mean confidence of 0.8 and more, handwriting with less than a half.
    fileprivate static let handwritingConfidence = 0.5
}

extension PeopleReader.Section {
    /// The believable name that stands in it.
    var name: String? {
        answers.lazy.compactMap { answer in
            if case .name = answer.asked { NameRule().value(in: answer, of: self)?.text } else { nil }
        }.first
    }

    /// Each answer on its own.
    var oneByOne: [PeopleReader.Section] { answers.map { PeopleReader.Section(person: person, answers: [$0]) } }

    /// Whether anything can be read in it but a name, or a name stands there by hand.
    var saysSomething: Bool {
        let rules: [any FieldRule] = [IDNumberRule(), DateOfBirthRule(), PhoneRule(), AddressRule()]
        return answers.contains { answer in
            !answer.pieces.withoutLeaders.isEmpty
                && (answer.isName
                    || rules.contains { $0.asked == answer.asked && $0.value(in: answer, of: self) != nil })
        }
    }
}

extension Answer {
    fileprivate var isName: Bool { if case .name = asked { true } else { false } }
}

extension Asked {
    /// Names are names, whosoever.
    func isSame(as other: Asked) -> Bool {
        if case .name = self, case .name = other { true } else { self == other }
    }
}
