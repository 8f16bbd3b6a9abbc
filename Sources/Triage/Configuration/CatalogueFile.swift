import Dossiers
import Foundation
import Routing

/// Reads a catalogue of procedures (`Pipelines/catalogue`).
enum CatalogueFile {
    private static let keys: Set = [
        "code", "name", "field", "limit", "counter", "online", "post", "same-day", "extra", "units", "papers",
        "restricted", "status", "papers-status",
    ]

    /// Nil where there is no file to read; what is wrong goes to the list of problems.
    ///
    /// - Parameter units: the units that exist; nil where they could not be read.
    static func read(_ url: URL, units: Set<String>?, problems: ProblemList) -> Catalogue? {
        guard let root = YAMLMap(contentsOf: url, problems: problems) else { return nil }
        root.refuseKeys(otherThan: ["source", "procedures"])
        if !root.has("procedures") { root.report("“procedures” is missing") }
        var seen: Set<String> = []
        let procedures = root.maps("procedures").compactMap { entry -> Procedure? in
            guard let procedure = procedure(entry, units: units) else { return nil }
            if !seen.insert(procedure.code).inserted {
                entry.report("procedure \(procedure.code) stands here twice: keep one of the two", at: "code")
            }
            return procedure
        }
        return Catalogue(procedures)
    }

    private static func procedure(_ entry: YAMLMap, units: Set<String>?) -> Procedure? {
        entry.refuseKeys(otherThan: keys)
        let code = entry.procedureCode("code")
        let name = entry.text("name")
        let field = entry.text("field")
        let limit = entry.timeLimit("limit")
        let byChannel = Channel.allCases.compactMap { channel in
            entry.timeLimit(channel.rawValue).map { (channel, $0) }
        }
        let isSameDay = entry.flag("same-day", default: false)
        if isSameDay, !entry.has("limit") {
            entry.report("a “same-day” procedure needs its “limit” (1 working-day)", at: "same-day")
        }
        let extra = entry.integer("extra", default: 0, in: 0...365)
        let solvers = entry.texts("units") { unit in
            units?.contains(unit) == false ? "no unit “\(unit)” in the units file" : nil
        }
        let papers = entry.texts("papers")
        let isRestricted = entry.flag("restricted", default: false)
        let doubt = entry.has("status") ? entry.text("status") : nil
        guard let code, let name, let field else { return nil }
        return Procedure(
            code: code, name: name, field: field, timeLimit: limit,
            timeLimitByChannel: Dictionary(byChannel) { first, _ in first }, isSameDay: isSameDay,
            extraDaysInDifficultPlaces: extra, units: solvers, papers: papers, isRestricted: isRestricted,
            doubt: doubt)
    }
}
