package import Dossiers

/// A dossier's result as contract.md gives it: one JSON object a line.
package struct ResultObject: Encodable {
    let result: DossierResult
    /// The file's name where it was met under another than the one it is registered under.
    var sameAs: String?
    /// Decided by an earlier run; nothing was done again.
    var wasDone = false

    package init(result: DossierResult, sameAs: String? = nil, wasDone: Bool = false) {
        self.result = result
        self.sameAs = sameAs
        self.wasDone = wasDone
    }

    private enum Key: String, CodingKey {
        case dossier, source, pages, procedure, decision, reason, unit, tasks, due, fields, documents, papers, missing
        case seconds, model, code, proposedSplits
        case scanFaults = "scan_faults"
        case sameAs = "same_as"
        case repeated
    }

    package func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(result.dossier, forKey: .dossier)
        try object.encodeIfPresent(result.code, forKey: .code)
        try object.encode(result.source, forKey: .source)
        try object.encodeIfPresent(sameAs, forKey: .sameAs)
        if wasDone { try object.encode(true, forKey: .repeated) }
        try object.encode(result.pages, forKey: .pages)
        try object.encodeIfPresent(result.proposedSplits, forKey: .proposedSplits)
        try object.encodeIfPresent(result.scanFaults, forKey: .scanFaults)
        try object.encode(result.procedure, forKey: .procedure)
        try object.encode(result.decision, forKey: .decision)
        try object.encode(result.reason, forKey: .reason)
        try object.encode(result.unit, forKey: .unit)
        try object.encode(result.tasks.map(TaskObject.init), forKey: .tasks)
        try object.encode(result.due.map(LocalTime.text), forKey: .due)
        try object.encode(FieldObject.byName(result.fields), forKey: .fields)
        try object.encode(result.documents, forKey: .documents)
        try object.encode(result.papers, forKey: .papers)
        try object.encode(result.missing, forKey: .missing)
        try object.encode(result.seconds, forKey: .seconds)
        try object.encode(result.model, forKey: .model)
    }
}

private struct TaskObject: Encodable {
    var unit: String
    var due: String?

    init(_ task: DossierResult.Task) {
        unit = task.unit
        due = task.due.map(LocalTime.text)
    }
}

/// A field's value with how sure it is and where it stands.
package struct FieldObject: Encodable, Sendable {
    let field: ExtractedField

    package init(field: ExtractedField) {
        self.field = field
    }

    package static func byName(_ fields: [ExtractedField]) -> [String: FieldObject] {
        Dictionary(fields.map { ($0.name.rawValue, FieldObject(field: $0)) }) { first, _ in first }
    }

    private enum Key: String, CodingKey {
        case value, confidence, page, box, handwritten
    }

    package func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(field.value, forKey: .value)
        if field.isHandwritten { try object.encode(true, forKey: .handwritten) }
        try object.encode(field.confidence, forKey: .confidence)
        try object.encode(field.page, forKey: .page)
        try object.encode(field.box, forKey: .box)
    }
}
