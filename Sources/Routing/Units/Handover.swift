import Dossiers

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
    /// The first time, from `since` up to a day, that this unit's work in a procedure passed on; nil while it has it.
    ///
    /// Only what comes after the unit got the work counts: work that was passed on and came back stays.
    /// `field` is nil for a procedure that the catalogue no longer has: only its code and the successor decide then.
    func passing(procedure code: String, field: String?, since: Day, upTo day: Day) -> (to: String?, on: Day)? {
        let due = handovers.filter { $0.from >= since && $0.from <= day }
        var passings: [(to: String?, on: Day)] = []
        if let named = due.first(where: { $0.procedures.contains(code) }) { passings.append((named.to, named.from)) }
        if let taken = due.first(where: { $0.fields.contains(field ?? "") }) { passings.append((taken.to, taken.from)) }
        if let until, until <= day { passings.append((successor, max(until, since))) }
        // Of those on one day the first stands: `min` keeps the order.
        return passings.min { $0.on < $1.on }
    }

    /// The unit under the name it has on a day.
    func unit(on day: Day) -> Unit {
        var unit = unit
        if let name = names.last(where: { day >= $0.from })?.name { unit.name = name }
        return unit
    }
}
