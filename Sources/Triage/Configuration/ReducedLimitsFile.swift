import Dossiers
import Foundation
import Routing

/// Reads the limits that an office promises to beat the law's by (`Pipelines/reduced`).
enum ReducedLimitsFile {
    /// By the procedure's code; what is wrong goes to the list of problems.
    static func read(_ url: URL, catalogue: Catalogue?, problems: ProblemList) -> [String: TimeLimit] {
        guard let root = YAMLMap(contentsOf: url, problems: problems) else { return [:] }
        root.refuseKeys(otherThan: ["source", "limits"])
        if !root.has("limits") { root.report("“limits” is missing") }
        var limits: [String: TimeLimit] = [:]
        for entry in root.maps("limits") {
            entry.refuseKeys(otherThan: ["code", "limit", "source"])
            guard let code = entry.procedureCode("code") else { continue }
            if !entry.has("limit") { entry.report("“limit” is missing") }
            guard let limit = entry.timeLimit("limit") else { continue }
            if limits.updateValue(limit, forKey: code) != nil {
                entry.report("procedure \(code) stands here twice: keep one of the two", at: "code")
            }
            guard let catalogue else { continue }
            guard let procedure = catalogue[code] else {
                entry.report("no procedure \(code) in the catalogue", at: "code")
                continue
            }
            if let statutory = procedure.timeLimit, statutory.unit == limit.unit, limit.amount >= statutory.amount {
                entry.report("the law's limit is not longer: leave the line out", at: "limit")
            }
        }
        return limits
    }
}
