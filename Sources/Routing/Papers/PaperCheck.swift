package import Dossiers

/// Holds a procedure's list of papers against what a dossier's pages turned out to be.
///
/// The catalogue words papers freely (`Giấy báo tử hoặc giấy tờ thay Giấy báo tử`); what kinds of paper it means is
/// known by the names of the office's forms.
package struct PaperCheck: Sendable {
    private struct Kind {
        var form: String
        var isApplication: Bool
        /// Folded, with a space at both ends.
        var names: [String]
    }

    private let kinds: [Kind]

    /// - Parameter forms: The office's forms: applications and the papers that accompany them.
    package init(forms: [FormTemplate]) {
        kinds = forms.filter { $0.role != .other }.map { form in
            Kind(
                form: form.id, isApplication: form.role == .application,
                names: ([form.title] + form.titles + form.names).map(Self.folded).filter {
                    $0.count > Self.shortestName
                })
        }
    }

    /// - Parameters:
    ///   - application: The form (by id) that decided the procedure.
    ///   - documents: Form ids of the dossier's papers, with their pages.
    package func standings(
        of procedure: Procedure, application: String?, documents: [(form: String, pages: [Int])]
    ) -> [PaperStanding] {
        procedure.papers.map { paper in
            let text = Self.folded(paper)
            var wanted = kinds.filter { kind in kind.names.contains(where: text.holds) }
            // `Tờ khai theo mẫu`: the form of this procedure, whatever it is called.
            if wanted.isEmpty || wanted.contains(where: \.isApplication), Self.isApplication(text) {
                wanted = kinds.filter { $0.form == application }
            }
            let found = documents.filter { document in wanted.contains { $0.form == document.form } }
            if !found.isEmpty {
                return PaperStanding(name: paper, standing: .present, pages: found.flatMap(\.pages).sorted())
            }
            return PaperStanding(name: paper, standing: Self.absence(of: text, isKnown: !wanted.isEmpty))
        }
    }

    private static func absence(of text: String, isKnown: Bool) -> PaperStanding.Standing {
        if shown.contains(where: text.holds) { return .shown }
        if conditional.contains(where: text.holds) { return .ifApplicable }
        return isKnown ? .missing : .unknown
    }

    private static func isApplication(_ text: String) -> Bool {
        [" to khai ", " don ", " giay de nghi ", " phieu yeu cau ", " ban khai ", " mau ct01 ", " van ban de nghi "]
            .contains { text.hasPrefix($0) } || text.holds(" theo mau ")
    }

    /// Identity is shown, or looked up, never handed in.
    private static let shown = [
        " xuat trinh ", " doi chieu ", " ho chieu the can cuoc ", " giay to tuy than ",
        " the can cuoc cong dan the can cuoc ",
        " de chung minh ve nhan than ",
    ]
    private static let conditional = [
        " neu co ", " neu chua ", " neu thuoc ", " trong truong hop ", " doi voi truong hop ", " tuy doi tuong ",
        " tuy tung truong hop ", " van ban uy quyen ", " neu chet ",
    ]

    private static func folded(_ text: String) -> String {
        " " + text.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    }

    /// Letters of a name too short to tell anything by.
    private static let shortestName = 8
}
