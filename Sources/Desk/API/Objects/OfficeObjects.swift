internal import Dossiers
internal import Foundation
internal import Ledger
internal import Routing
internal import Triage

/// Whom a token opens the door for.
struct AccountObject: Described {
    var account: String
    var role: String
    var unit: String?
    var until: String

    static let schema = Schema.object([
        .must("account", .text()), .must("role", .words(Account.Role.self)), .may("unit", .text()),
        .must("until", .time, "When the token ends."),
    ])
}

/// A procedure of the catalogue.
struct ProcedureObject: Described {
    var code: String
    var name: String
    var field: String

    init(_ procedure: Procedure) {
        code = procedure.code
        name = procedure.name
        field = procedure.field
    }

    static let schema = Schema.object([
        .must("code", .text()), .must("name", .text()), .must("field", .text(), "Lĩnh vực."),
    ])
}

/// A unit, when it is and what it is competent for.
struct UnitObject: Described {
    var unit: String
    var name: String
    var from: String
    var until: String?
    var successor: String?
    var fields: [String]
    var procedures: [String]

    init(_ competence: Competence, name: String) {
        unit = competence.unit.id
        self.name = name
        from = competence.from.description
        until = competence.until?.description
        successor = competence.successor
        fields = competence.fields.sorted()
        procedures = competence.procedures.sorted()
    }

    static let schema = Schema.object([
        .must("unit", .text()), .must("name", .text(), "As on the day asked for."), .must("from", .day),
        .may("until", .day, "The first day on which it is no longer."), .may("successor", .text()),
        .must("fields", .list(.text())), .must("procedures", .list(.text()), "Codes."),
    ])
}

/// What comes of a procedure.
struct ProspectObject: Described {
    var unit: String?
    var due: String?
    var papers: [PaperStanding]

    init(_ prospect: Prospect) {
        unit = prospect.unit?.id
        due = prospect.due.map(LocalTime.text)
        papers = prospect.papers
    }

    static let schema = Schema.object([
        .may("unit", .text(), "Absent where nobody is competent."), .may("due", .time),
        .must("papers", .list(PaperStanding.schema)),
    ])
}

/// A version of the model.
struct ModelObject: Described {
    var model: String
    var kind: String
    var added: String
    var by: String
    var digest: String
    var role: String?

    init(_ version: ModelVersion, _ atWork: ModelsAtWork) {
        model = version.identifier
        kind = version.kind.rawValue
        added = LocalTime.text(version.addedAt)
        by = version.addedBy
        digest = version.digest
        role =
            version.identifier == atWork.serving?.identifier ? "serving" : version.isShadow ? "shadow" : nil
    }

    static let schema = Schema.object([
        .must("model", .text()), .must("kind", .word(["forms", "catalogue"])), .must("added", .time),
        .must("by", .text()), .must("digest", .text(), "SHA-256 of the model file."),
        .may("role", .word(["serving", "shadow"])),
    ])
}
