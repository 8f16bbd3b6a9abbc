/// Work that a unit passes to another from a day on, while it keeps the rest.
package struct Handover: Hashable, Sendable {
    /// First day on which the other unit has it.
    package var from: Day
    /// The unit, by id, that takes it on.
    package var to: String
    package var fields: Set<String>
    /// Codes of procedures that pass whatever their field: these go before fields.
    package var procedures: Set<String>

    package init(from: Day, to: String, fields: Set<String> = [], procedures: Set<String> = []) {
        self.from = from
        self.to = to
        self.fields = fields
        self.procedures = procedures
    }
}

extension Competence {
    /// The unit, by id, that has this one's work in a procedure on a day: itself, its next heir, or nil where its time
    /// is over and nobody took the work on.
    ///
    /// `field` is nil for a procedure that the catalogue no longer has: only its code and the successor decide then.
    func heir(ofProcedure code: String, field: String?, on day: Day) -> String? {
        let passed = handovers.filter { day >= $0.from }
        if let named = passed.last(where: { $0.procedures.contains(code) }) { return named.to }
        if let field, let taken = passed.last(where: { $0.fields.contains(field) }) { return taken.to }
        if let until, day >= until { return successor }
        return unit.id
    }

    /// The unit under the name it has on a day.
    func unit(on day: Day) -> Unit {
        var unit = unit
        if let name = names.last(where: { day >= $0.from })?.name { unit.name = name }
        return unit
    }
}
