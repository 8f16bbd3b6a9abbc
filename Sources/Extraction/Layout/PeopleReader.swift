import Dossiers

/// Reads a form top to bottom and says of each answer whose it is.
struct PeopleReader {
    /// The answers of one person, or of no one in particular.
    struct Section {
        var person: Person?
        var answers: [Answer] = []
    }

    /// In the order of the form.
    private(set) var sections: [Section] = [Section()]
    /// Whom the last announcement (`Đề nghị… cho người dưới đây`) spoke of.
    private var announced: Person?
    private var isLineAboveFull = true

    init(pages: [RecognizedPage]) {
        for page in pages where page.content == .text {
            isLineAboveFull = true
            for line in FormLine.lines(of: page) {
                read(line)
                isLineAboveFull = line.isFull
            }
        }
    }

    private mutating func read(_ line: FormLine) {
        let labels = LabelFinder.labels(in: line)
        if let person = Announcement.person(in: line.letters) {
            announced = person
            sections.append(Section(person: person))
            // An announcement is a sentence; labels within it are accidents, unless it asks itself.
            guard labels.contains(where: { if case .name = $0.asked { true } else { false } }) else { return }
        }
        let first = labels.first?.start ?? line.pieces.count
        if first > 0 { continueAnswer(with: Array(line.pieces[..<first]), on: line) }
        for (index, label) in labels.enumerated() {
            let end = index + 1 < labels.count ? labels[index + 1].start : line.pieces.count
            let pieces = label.end < end ? Array(line.pieces[label.end..<end]) : []
            let answer = Answer(asked: label.asked, page: line.page, pieces: pieces, likeness: label.likeness)
            if case .name(let person) = label.asked { begin(person ?? announced) }
            sections[sections.count - 1].answers.append(answer)
        }
    }

    /// A name begins a new person, except right after the announcement of that person.
    private mutating func begin(_ person: Person?) {
        let last = sections[sections.count - 1]
        if last.answers.isEmpty {
            sections[sections.count - 1].person = person ?? last.person
        } else {
            sections.append(Section(person: person))
        }
    }

    /// Addresses, identity papers and names of businesses run over to the next line, and any answer
    /// begins there whose label ended the line above.
    private mutating func continueAnswer(with pieces: [FormLine.Piece], on line: FormLine) {
        let section = sections.count - 1
        guard let last = sections[section].answers.indices.last else { return }
        let answer = sections[section].answers[last]
        let runsOver = [.address, .idNumber, .businessName].contains(answer.asked)
        guard answer.page == line.page, isLineAboveFull, runsOver || answer.pieces.isEmpty, answer.pieces.count < 25,
            !line.beginsItem, !pieces.contains(where: { $0.text.contains(":") })
        else { return }
        if let above = answer.pieces.last?.box, let first = pieces.first?.box,
            first.y - above.y > 3 * max(above.height, first.height)
        {
            return
        }
        sections[section].answers[last].pieces += pieces
    }
}

/// Sentences that say of whom the lines below speak.
private enum Announcement {
    static func person(in letters: String) -> Person? {
        // `Quan hệ với người…` names someone without going on about him.
        guard !letters.holds("quanhevoi"), !letters.holds("quanhegiua") else { return nil }
        return phrases.first { letters.holds($0.0) }?.1
    }

    /// Without marks and spaces; the first that fits counts.
    private static let phrases: [(String, Person)] = [
        ("dangkykhaitucho", .deceased), ("thongtinnguoichet", .deceased), ("nguoicocongtutran", .deceased),
        ("hoatuyentutran", .deceased),
        ("cuuchienbinhtutran", .deceased), ("nguoitutran", .deceased),
        ("khaisinhcho", .child), ("capgiaychungsinhcho", .child), ("duoidaylamconnuoi", .child),
        ("nuoiconnuoichonguoi", .child),
        ("nguoiduoidung", .other),
        ("nguoiduoiday", .other), ("nguoicotenduoiday", .other), ("nguoicotensauday", .other),
        ("congnhannguoi", .other), ("viecgiamhogiua", .other), ("nguoiduocgiamho", .other),
        ("thongtinnguoidaidien", .other), ("nguoiduocuyquyen", .other), ("thongtinnguoigiamho", .other),
        ("thongtinvethannhan", .other), ("thanhvientronghogiadinh", .other), ("hanhviviphamphapluatcua", .other),
        ("giadinhtoivoi", .other), ("thongtinnguoikhaithay", .other), ("laconnuoicua", .other),
        ("ykiencua", .other),
        ("dungramaitang", .applicant), ("tochucmaitang", .applicant), ("khaivethannhan", .applicant),
        ("nhanmaitangphi", .applicant), ("nhantrocapmotlan", .other),
        ("thongtinnguoidenghi", .applicant), ("thongtinchudautu", .applicant), ("nguoiuyquyen", .applicant),
    ]
}
