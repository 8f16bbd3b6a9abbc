package import Dossiers

/// Which unit is competent for what, where and when.
package struct UnitTable: Sendable {
    package let places: [String: Place]
    /// In the table's order: of several units for one procedure the first leads.
    package let competences: [Competence]
    private let positions: [String: Int]

    /// Of two units, or places, with one id the first is kept; the reader of unit files reports the second.
    package init(places: [Place], competences: [Competence]) {
        self.places = Dictionary(places.map { ($0.id, $0) }) { first, _ in first }
        self.competences = competences
        positions = Dictionary(competences.enumerated().map { ($0.element.unit.id, $0.offset) }) { first, _ in first }
    }

    package subscript(id: String) -> Unit? { positions[id].map { competences[$0].unit } }

    /// The units competent for a procedure at a place on a day, the leading one first; each gets a
    /// task. Empty where there is none.
    ///
    /// The units the catalogue names go first, then those that take this very code, then those that
    /// take its field. A unit whose time is over hands on to its successor.
    package func competentUnits(for procedure: Procedure, at place: Place, on day: Day) -> [Unit] {
        let local = competences.filter { $0.serves(place) }
        let candidates =
            [
                procedure.units.compactMap { id in local.first { $0.unit.id == id } },
                local.filter { $0.procedures.contains(procedure.code) },
                local.filter { $0.fields.contains(procedure.field) },
            ].first { !$0.isEmpty } ?? []
        var seen: Set<String> = []
        return candidates.compactMap { inForce($0, at: place, on: day) }.filter { seen.insert($0.id).inserted }
    }

    /// The unit that has a unit's work on a day: itself, or the last of its successors; nil for one that the table
    /// does not have, or whose work nobody took on.
    package func successor(of id: String, on day: Day) -> String? {
        guard var current = positions[id].map({ competences[$0] }) else { return nil }
        var passed: Set<String> = []
        while let until = current.until, day >= until {
            guard passed.insert(current.unit.id).inserted, let next = current.successor.flatMap({ positions[$0] })
            else { return nil }
            current = competences[next]
        }
        return current.unit.id
    }

    /// The unit itself on a day of its time, or the last of its successors that is.
    private func inForce(_ competence: Competence, at place: Place, on day: Day) -> Unit? {
        var current = competence
        var passed: Set<String> = []
        while let until = current.until, day >= until {
            guard passed.insert(current.unit.id).inserted, let next = current.successor.flatMap({ positions[$0] })
            else { return nil }
            current = competences[next]
        }
        return day >= current.from && current.serves(place) ? current.unit : nil
    }
}
