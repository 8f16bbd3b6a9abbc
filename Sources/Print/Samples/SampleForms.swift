package import Dossiers

/// The forms that samples are made from, in an order that never changes.
package struct SampleForms: Sendable {
    struct Application: Sendable {
        var form: FormTemplate
        var use: FormTemplate.Use
    }

    /// Every procedure with the forms and uses that lead to it, by code.
    let applications: [(code: String, choices: [Application])]
    /// Papers that decide nothing.
    let papers: [FormTemplate]
    private let byID: [String: FormTemplate]

    /// - Throws: `PrintFailure.noForms` where no form is an application.
    package init(_ forms: [FormTemplate]) throws(PrintFailure) {
        let forms = forms.sorted { $0.id < $1.id }
        byID = Dictionary(forms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        papers = forms.filter { $0.role != .application }
        var choices: [String: [Application]] = [:]
        for form in forms where form.role == .application {
            for use in form.uses { choices[use.code, default: []].append(Application(form: form, use: use)) }
        }
        applications = choices.sorted { $0.key < $1.key }.map { (code: $0.key, choices: $0.value) }
        if applications.isEmpty { throw PrintFailure.noForms }
    }

    /// The codes of all procedures that samples can be made of.
    package var codes: [String] { applications.map(\.code) }

    func form(_ id: String) -> FormTemplate? { byID[id] }

    /// The papers that usually come with a form.
    func attachments(of form: FormTemplate) -> [FormTemplate] { form.attachments.compactMap { byID[$0] } }

    /// Whether the form serves several procedures, so that its wording alone does not decide.
    func isShared(_ form: FormTemplate) -> Bool { Set(form.uses.map(\.code)).count > 1 }

    /// The applications that have to lie in the same dossier, each with the use it has alone.
    func companions(of use: FormTemplate.Use) -> [DossierPlan.Paper] {
        use.companions.compactMap { byID[$0] }.map { DossierPlan.Paper(form: $0, use: $0.uses.first) }
    }

    /// The applications whose form serves other procedures too.
    var sharedApplications: [(code: String, choices: [Application])] {
        applications.compactMap { code, choices in
            let shared = choices.filter { isShared($0.form) }
            return shared.isEmpty ? nil : (code, shared)
        }
    }

    /// Whether any application form serves several procedures.
    package var hasSharedForms: Bool { !sharedApplications.isEmpty }

    /// Whether an application form, by its id, serves several procedures.
    package func isShared(_ form: String) -> Bool { byID[form].map(isShared) ?? false }

    /// What a page of a form is called where it lies in a dossier for a procedure: the procedure's code where the
    /// form decides it; where only several forms together do, the code that this one asks for alone.
    ///
    /// - Parameter code: The dossier's procedure; nil where it has none.
    package func label(of form: String, in code: String?) -> String {
        guard let template = byID[form], template.role == .application, let code else {
            return LabeledText.paperPrefix + form
        }
        let use = template.uses.first { $0.code == code }
        return (use?.companions.isEmpty ?? false ? use?.code : template.uses.first?.code)
            ?? LabeledText.paperPrefix + form
    }
}
