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

    /// Under its first name.
    package subscript(id: String) -> Unit? { positions[id].map { competences[$0].unit } }

    /// A unit under the name it has on a day.
    package func unit(_ id: String, on day: Day) -> Unit? { positions[id].map { competences[$0].unit(on: day) } }

    package func competence(of id: String) -> Competence? { positions[id].map { competences[$0] } }

    /// The units that are no longer on a day.
    package func ended(by day: Day) -> [String] {
        competences.filter { $0.until.map { $0 <= day } ?? false }.map(\.unit.id)
    }

    /// The units competent for a procedure at a place on a day, the leading one first; each gets a
    /// task. Empty where there is none.
    ///
    /// The units the catalogue names go first, then those that take this very code, then those that
    /// take its field. A unit whose time is over hands on to its successor.
    package func competentUnits(for procedure: Procedure, at place: Place, on day: Day) -> [Unit] {
        let local = competences.filter { $0.serves(place) }
        let candidates = [
            procedure.units.compactMap { id in local.first { $0.unit.id == id } },
            local.filter { $0.procedures.contains(procedure.code) },
            local.filter { $0.fields.contains(procedure.field) },
        ]
        // A unit that is named for today's work does not stand in the way of whoever did it before its time.
        return candidates.lazy
            .map { standing(among: $0, for: procedure, at: place, on: day) }
            .first { !$0.isEmpty } ?? []
    }

    private func standing(
        among candidates: [Competence], for procedure: Procedure, at place: Place, on day: Day
    ) -> [Unit] {
        var seen: Set<String> = []
        return candidates.compactMap { candidate in
            heir(of: candidate, procedure: procedure.code, field: procedure.field, on: day)
        }
        .filter { day >= $0.from && $0.serves(place) && seen.insert($0.unit.id).inserted }
        .map { $0.unit(on: day) }
    }

    /// The unit that has a unit's work in a procedure on a day: itself, or the last of its heirs; nil for one that the
    /// table does not have, or whose work nobody took on.
    package func successor(of id: String, procedure: String, field: String?, on day: Day) -> String? {
        positions[id].flatMap { heir(of: competences[$0], procedure: procedure, field: field, on: day)?.unit.id }
    }

    private func heir(of competence: Competence, procedure: String, field: String?, on day: Day) -> Competence? {
        var current = competence
        var since = competence.from
        var passed: Set<String> = []
        while let passing = current.passing(procedure: procedure, field: field, since: since, upTo: day) {
            // What passes in a circle on one day has no end.
            if passing.on > since { passed = [] }
            guard passed.insert(current.unit.id).inserted, let next = passing.to.flatMap({ positions[$0] })
            else { return nil }
            current = competences[next]
            since = passing.on
        }
        return current
    }
}
