package import Dossiers

/// Holds a procedure's list of papers against what a dossier's pages turned out to be.
///
/// The catalogue words papers freely (`Giấy báo tử hoặc giấy tờ thay Giấy báo tử`); what kinds of paper it means is
/// known by the names of the office's forms.
package struct PaperCheck: Sendable {
    private struct Kind {
        var form: String
        var isApplication: Bool
    }

    private let kinds: [Kind]
    /// What forms are called, each with its kind's index.
    private let names: PhraseIndex<Int>

    /// - Parameter forms: The office's forms: applications and the papers that accompany them.
    package init(forms: [FormTemplate]) {
        let handedIn = forms.filter { $0.role != .other }
        kinds = handedIn.map { Kind(form: $0.id, isApplication: $0.role == .application) }
        names = PhraseIndex(
            handedIn.enumerated().flatMap { index, form in
                ([form.title] + form.titles + form.names).map(\.foldedWords)
                    .filter { $0.joined(separator: " ").count > Self.shortestName }.map { ($0, index) }
            })
    }

    /// - Parameters:
    ///   - application: The form (by id) that decided the procedure.
    ///   - documents: Form ids of the dossier's papers, with their pages.
    package func standings(
        of procedure: Procedure, application: String?, documents: [(form: String, pages: [Int])]
    ) -> [PaperStanding] {
        procedure.papers.map { paper in
            let words = paper.foldedWords
            var wanted = Set(names.meanings(in: words)).sorted().map { kinds[$0] }
            // `Tờ khai theo mẫu`: the form of this procedure, whatever it is called.
            if wanted.isEmpty || wanted.contains(where: \.isApplication), Self.isApplication(words) {
                wanted = kinds.filter { $0.form == application }
            }
            let found = documents.filter { document in wanted.contains { $0.form == document.form } }
            if !found.isEmpty {
                return PaperStanding(name: paper, standing: .present, pages: found.flatMap(\.pages).sorted())
            }
            return PaperStanding(name: paper, standing: Self.absence(of: words, isKnown: !wanted.isEmpty))
        }
    }

    private static func absence(of words: [String], isKnown: Bool) -> PaperStanding.Standing {
        let excuses = excuses.meanings(in: words)
        if excuses.contains(.shown) { return .shown }
        if excuses.contains(.ifApplicable) { return .ifApplicable }
        return isKnown ? .missing : .unknown
    }

    private static func isApplication(_ words: [String]) -> Bool {
        applications.contains { words.starts(with: $0) } || !ownForm.meanings(in: words).isEmpty
    }

    private static let applications = [
        "to khai", "don", "giay de nghi", "phieu yeu cau", "ban khai", "mau ct01", "van ban de nghi",
    ].map(\.foldedWords)
    private static let ownForm = PhraseIndex([("theo mau".foldedWords, true)])

    /// Words by which a paper need not lie there.
    private static let excuses = PhraseIndex(
        shown.map { ($0.foldedWords, PaperStanding.Standing.shown) }
            + conditional.map { ($0.foldedWords, PaperStanding.Standing.ifApplicable) })
    /// Identity is shown, or looked up, never handed in.
    private static let shown = [
        "xuat trinh", "doi chieu", "ho chieu the can cuoc", "giay to tuy than", "the can cuoc cong dan the can cuoc",
        "de chung minh ve nhan than",
    ]
    private static let conditional = [
        "neu co", "neu chua", "neu thuoc", "trong truong hop", "doi voi truong hop", "tuy doi tuong",
        "tuy tung truong hop", "van ban uy quyen", "neu chet",
    ]

    /// Letters and spaces of a name too short to tell anything by.
    private static let shortestName = 6
}
