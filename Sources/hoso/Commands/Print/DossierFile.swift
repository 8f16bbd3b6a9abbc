import Desk
import Dossiers
import Foundation
import Insight
import Ledger
import Print
import Triage

/// A dossier of the ledger as papers tell of it.
struct DossierFile {
    let history: DossierHistory
    let office: PaperOffice
    let given: ApplicantOptions?

    /// What was read with less than this is more likely a mistake than not, and is left to be written in.
    static let leastConfidence = 0.5
    /// From here on a second place bore the value out.
    private static let sureConfidence = 0.9

    var code: String { history.number ?? "" }

    var leader: QueueItem? { history.items.first }

    /// What a unit was given; a suggestion that waits for a person is not put on paper.
    var procedureCode: String? { leader?.procedureCode }

    var subject: PaperSubject {
        PaperSubject(
            code: code, applicant: value(.applicantName), idNumber: value(.applicantIDNumber),
            address: value(.applicantAddress), phone: value(.applicantPhone), email: given?.email ?? "",
            procedure: office.procedureName(procedureCode, leader?.procedureName))
    }

    func item(_ id: String) -> QueueItem? { history.items.first { $0.id == id } }

    private func value(_ name: FieldName) -> String {
        if let text = given?.given(name) { return text }
        guard let field = read(name), field.confidence >= Self.leastConfidence else { return "" }
        return field.value ?? ""
    }

    private func read(_ name: FieldName) -> ExtractedField? {
        history.result.fields.filter { $0.name == name && $0.value != nil }.max { $0.confidence < $1.confidence }
    }

    /// Says on stderr what a person should look at before signing: names of fields, never their values.
    func remind(of names: [FieldName]) {
        if leader == nil {
            Console.complain(
                "hoso: dossier \(history.result.dossier) waits for a person (`hoso queue review`): no unit has it, so "
                    + "procedure and times are left to be written in")
        }
        let open = names.filter { given?.given($0) == nil }
        let blank = open.filter { value($0).isEmpty }.map(\.rawValue) + (code.isEmpty ? ["the dossier's number"] : [])
        let doubtful = open.filter { name in
            !value(name).isEmpty && (read(name)?.confidence ?? 0) < Self.sureConfidence
        }
        if !doubtful.isEmpty {
            Console.complain(
                "hoso: to be checked against the application: \(doubtful.map(\.rawValue).joined(separator: ", "))")
        }
        if !blank.isEmpty { Console.complain("hoso: left to be written in: \(blank.joined(separator: ", "))") }
    }

    /// - Throws: `LedgerError.illegalMove` with what to do first.
    func require(_ notice: CitizenNotice?, _ missing: String) throws -> CitizenNotice {
        guard let notice else { throw LedgerError.illegalMove("dossier \(history.result.dossier) \(missing)") }
        return notice
    }
}

extension [FieldName] {
    static let applicant: [FieldName] = [
        .applicantName, .applicantIDNumber, .applicantAddress, .applicantPhone,
    ]
}
