import Dossiers
import Foundation
import Routing

/// Reads a table of units and places (`Pipelines/units`).
struct UnitsFile {
    let table: UnitTable
    /// By unit.
    let hooks: [String: UnitHook]
    private let entries: [YAMLMap]
    private let root: YAMLMap

    /// Nil where there is no file to read; what is wrong goes to the list of problems.
    init?(_ url: URL, problems: ProblemList) {
        guard let root = YAMLMap(contentsOf: url, problems: problems) else { return nil }
        self.root = root
        root.refuseKeys(otherThan: ["places", "units"])
        for key in ["places", "units"] where !root.has(key) { root.report("“\(key)” is missing") }
        let places = Self.places(root)
        entries = root.maps("units")
        let ids = Set(entries.compactMap { $0.has("id") ? $0.text("id") : nil })
        var seen: Set<String> = []
        let competences = entries.compactMap { entry -> Competence? in
            let competence = Self.competence(entry, units: ids, places: Set(places.map(\.id)))
            if let id = competence?.unit.id, !seen.insert(id).inserted {
                entry.report("unit “\(id)” stands here twice: a unit has one entry", at: "id")
            }
            return competence
        }
        table = UnitTable(places: places, competences: competences)
        let folder = url.deletingLastPathComponent()
        hooks = Dictionary(
            entries.compactMap { entry in
                guard entry.has("hook"), let id = entry.text("id"), let map = entry.map("hook") else { return nil }
                return HookEntry.read(map, in: folder).map { (id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    var ids: Set<String> { Set(table.competences.map(\.unit.id)) }

    /// Reports codes that no procedure has, and fields of the catalogue that no unit takes.
    func check(against catalogue: Catalogue) {
        for entry in entries {
            _ = entry.texts("procedures") { code in
                ProcedureCode.isWellFormed(code) && catalogue[code] == nil
                    ? "no procedure \(code) in the catalogue" : nil
            }
        }
        for field in catalogue.fields where !isTaken(field, in: catalogue) {
            root.report("no unit takes the field “\(field)” of the catalogue: add it to a unit's “fields”", at: "units")
        }
    }

    private func isTaken(_ field: String, in catalogue: Catalogue) -> Bool {
        if table.competences.contains(where: { $0.fields.contains(field) }) { return true }
        return catalogue.procedures.allSatisfy { procedure in
            procedure.field != field || !procedure.units.isEmpty
                || table.competences.contains { $0.procedures.contains(procedure.code) }
        }
    }

    private static func places(_ root: YAMLMap) -> [Place] {
        var seen: Set<String> = []
        return root.maps("places").compactMap { entry in
            entry.refuseKeys(otherThan: ["id", "name", "difficult"])
            let name = entry.text("name")
            let difficulty: Place.Difficulty? = entry.choice("difficult")
            guard let id = entry.text("id") else { return nil }
            if !seen.insert(id).inserted { entry.report("place “\(id)” stands here twice", at: "id") }
            // A place with a broken line still exists: its name may be used elsewhere.
            return Place(id: id, name: name ?? id, difficulty: difficulty ?? .unverified)
        }
    }

    private static func competence(_ entry: YAMLMap, units: Set<String>, places: Set<String>) -> Competence? {
        entry.refuseKeys(otherThan: [
            "id", "name", "from", "until", "successor", "fields", "procedures", "places", "hook",
        ])
        let id = entry.text("id")
        if let id, id.wholeMatch(of: #/[a-z][a-z0-9-]*/#) == nil {
            entry.report("“id” should be of lower-case letters, digits and hyphens, such as van-phong", at: "id")
        }
        let name = entry.text("name")
        let from = entry.day("from")
        let until = entry.has("until") ? entry.day("until") : nil
        if let from, let until, until <= from { entry.report("“until” should be later than “from”", at: "until") }
        let successor = entry.has("successor") ? entry.text("successor") : nil
        if let successor {
            if !units.contains(successor) { entry.report("no unit “\(successor)” in this file", at: "successor") }
            if successor == id { entry.report("a unit cannot succeed itself", at: "successor") }
            if !entry.has("until") { entry.report("“successor” needs “until”: the day it takes over", at: "successor") }
        }
        let fields = entry.texts("fields")
        let procedures = entry.texts("procedures") { code in
            ProcedureCode.isWellFormed(code) ? nil : "expected a procedure code like \"1.001193\""
        }
        let served = entry.texts("places") { place in
            places.contains(place) ? nil : "no place “\(place)” under “places”"
        }
        guard let id else { return nil }
        // A unit with a broken line still exists: others may name it.
        return Competence(
            unit: Unit(id: id, name: name ?? id), from: from ?? Day(number: 0), until: until, successor: successor,
            fields: Set(fields),
            procedures: Set(procedures), places: Set(served))
    }
}
