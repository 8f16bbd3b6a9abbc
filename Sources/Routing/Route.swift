package import Dossiers
package import Foundation

/// Who deals with a dossier, and until when.
package struct Route: Hashable, Sendable {
    /// One unit's share of the work.
    package struct Task: Hashable, Sendable {
        package var unit: Dossiers.Unit
        /// What the office promises.
        package var due: Date?
        package var statutoryDue: Date?
    }

    package var procedure: Procedure
    /// The unit that leads: the first task's.
    package var unit: Dossiers.Unit
    package var tasks: [Task]
    /// The law's due date with its explanation, or why there is none.
    package var deadline: Result<Deadline, DeadlineError>
    /// The law's date and the office's own; nil where there is none.
    package var promise: Promise?

    /// What the citizen is told.
    package var due: Date? { promise?.due }
    /// Complaints and denunciations: only the unit that leads may see it.
    package var isRestricted: Bool { procedure.isRestricted }
}

/// Why a dossier cannot be routed.
package enum RoutingError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownProcedure(String)
    case unknownPlace(String, known: [String])
    case noCompetentUnit(procedure: String, field: String, place: String, day: Day)

    package var description: String {
        switch self {
        case .unknownProcedure(let code):
            "no procedure \(code) in the catalogue: check the code, or add the procedure to the catalogue file"
        case .unknownPlace(let place, let known):
            "no place \(place) in the units file; it knows \(known.joined(separator: ", "))"
        case .noCompetentUnit(let procedure, let field, let place, let day):
            "no unit is competent for procedure \(procedure) (\(field)) at place \(place) on \(day): "
                + "give a unit that field, or check the units' “from” and “until”, in the units file"
        }
    }
}
