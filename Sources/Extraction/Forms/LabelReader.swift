import Dossiers

/// Reads a paper of no known form by labels that forms have in common: who is who by the form's announcements,
/// what is what by the words before it.
struct LabelReader {
    private let sections: [PeopleReader.Section]

    init(pages: [RecognizedPage]) {
        sections = PeopleReader(pages: pages).sections
    }

    /// Answers for every field that a label asks for, the likeliest first.
    func answers() -> [(name: FieldName, answer: Answer)] {
        var found: [(FieldName, Answer)] = []
        if let applicant {
            let places = [applicant] + furtherSections(of: applicant)
            for name in [
                FieldName.applicantName, .applicantIDNumber, .applicantDateOfBirth, .applicantPhone, .applicantAddress,
            ] {
                found += places.flatMap { answers(name, in: $0) }
            }
        }
        if let child = sections.first(where: { $0.person == .child }) {
            found += answers(.childName, in: child) + answers(.childDateOfBirth, in: child)
        }
        if let deceased = sections.first(where: { $0.person == .deceased && $0.name != nil }) {
            found += answers(.deceasedName, in: deceased)
        }
        for name in [FieldName.landParcel, .landMapSheet, .landArea, .businessName] {
            found += sections.flatMap { answers(name, in: $0) }
        }
        return found
    }

    private func answers(_ name: FieldName, in section: PeopleReader.Section) -> [(FieldName, Answer)] {
        section.answers.filter { $0.asked?.asks(for: name) == true }.map { (name, $0) }
    }

    /// The applicant is the person whom the form calls so, or else the first one who is not announced as someone else.
    private var applicant: PeopleReader.Section? {
        sections.first { $0.person == .applicant && $0.name != nil }
            ?? sections.first { $0.person == nil && $0.name != nil }
            ?? sections.first { [.applicant, nil].contains($0.person) && $0.saysSomething }
    }

    /// Some forms ask for telephone and address before they ask for a name; and who asks for himself
    /// stands on the form twice, by the same name.
    private func furtherSections(of applicant: PeopleReader.Section) -> [PeopleReader.Section] {
        sections.prefix(1) + sections.filter { $0.name != nil && $0.name == applicant.name }
    }
}

extension PeopleReader.Section {
    /// The believable name that stands in it.
    var name: String? {
        answers.lazy.compactMap { answer in
            if case .name = answer.asked { NameRule().value(in: answer)?.text } else { nil }
        }.first
    }

    /// Whether anything can be read in it but a name, or a name stands there by hand.
    fileprivate var saysSomething: Bool {
        answers.contains { answer in
            guard !answer.pieces.withoutLeaders.isEmpty else { return false }
            if case .name = answer.asked { return true }
            return Self.personal.contains {
                answer.asked?.asks(for: $0) == true && FieldRules().rule(for: $0).value(in: answer) != nil
            }
        }
    }

    private static let personal: [FieldName] = [
        .applicantIDNumber, .applicantDateOfBirth, .applicantPhone, .applicantAddress,
    ]
}

extension Asked {
    /// Names are names, whosoever.
    func asks(for name: FieldName) -> Bool {
        switch (self, name) {
        case (.name, .applicantName), (.name, .childName), (.name, .deceasedName), (.name, .spouseName),
            (.idNumber, .applicantIDNumber), (.dateOfBirth, .applicantDateOfBirth), (.dateOfBirth, .childDateOfBirth),
            (.phone, .applicantPhone), (.address, .applicantAddress), (.parcel, .landParcel),
            (.mapSheet, .landMapSheet), (.area, .landArea), (.businessName, .businessName):
            true
        default: false
        }
    }
}
