package import Dossiers
package import Foundation

/// Finds the competent units and the due date of a dossier.
package struct Router: Sendable {
    package let catalogue: Catalogue
    package let units: UnitTable
    package let calendar: WorkCalendar
    /// The limits, by the procedure's code, that the office promises instead of the law's.
    package let reducedLimits: [String: TimeLimit]

    package init(
        catalogue: Catalogue, units: UnitTable, calendar: WorkCalendar, reducedLimits: [String: TimeLimit] = [:]
    ) {
        self.catalogue = catalogue
        self.units = units
        self.calendar = calendar
        self.reducedLimits = reducedLimits
    }

    /// Where a dossier goes that was received at a place at a moment.
    ///
    /// A dossier whose due date cannot be told still reaches its unit: the route says why there is none.
    package func route(
        procedureCode: String, place: String, received: Date, channel: Channel
    ) throws(RoutingError) -> Route {
        let procedure = try procedure(procedureCode)
        let place = try self.place(place)
        let deadline = deadline(of: procedure, at: place, received: received, channel: channel)
        let promise = try? promise(of: procedure, at: place, received: received, channel: channel)
        let day = Day(received, in: calendar.timeZone)
        let competent = units.competentUnits(for: procedure, at: place, on: day)
        guard let leader = competent.first else {
            throw .noCompetentUnit(procedure: procedure.code, field: procedure.field, place: place.id, day: day)
        }
        return Route(
            procedure: procedure, unit: leader,
            tasks: competent.map { Route.Task(unit: $0, due: promise?.due, statutoryDue: promise?.statutory.due) },
            deadline: deadline, promise: promise)
    }

    /// The due date alone, with its explanation; it needs no competent unit.
    package func deadline(
        of procedure: Procedure, at place: Place, received: Date, channel: Channel, standstills: [Standstill] = []
    ) -> Result<Deadline, DeadlineError> {
        guard let limit = procedure.timeLimit(through: channel) else {
            return .failure(.noTimeLimit(procedure: procedure.code))
        }
        let extra = procedure.extraDaysInDifficultPlaces
        return Result { () throws(DeadlineError) in
            var deadline = try calendar.deadline(
                received: received, limit: limit, isSameDay: procedure.isSameDay,
                extraDays: extraDays(of: procedure, at: place), standstills: standstills)
            if extra > 0, place.difficulty == .unverified {
                deadline.doubts.append(
                    "\(extra) days more if \(place.name) is on the list of difficult communes, which is unverified")
            }
            if let doubt = procedure.doubt { deadline.doubts.append("procedure \(procedure.code): \(doubt)") }
            return deadline
        }
    }

    package func procedure(_ code: String) throws(RoutingError) -> Procedure {
        guard let procedure = catalogue[code] else { throw .unknownProcedure(code) }
        return procedure
    }

    package func place(_ id: String) throws(RoutingError) -> Place {
        guard let place = units.places[id] else { throw .unknownPlace(id, known: units.places.keys.sorted()) }
        return place
    }
}
