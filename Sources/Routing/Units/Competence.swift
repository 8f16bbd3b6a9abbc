package import Dossiers

/// A unit, what it is competent for, and in which period.
package struct Competence: Hashable, Sendable {
    /// A name that the unit bears from a day on.
    package struct Name: Hashable, Sendable {
        package var from: Day
        package var name: String

        package init(from: Day, name: String) {
            self.from = from
            self.name = name
        }
    }

    /// Under its first name.
    package var unit: Unit
    /// First day on which it is competent.
    package var from: Day
    /// First day on which it no longer is; nil while there is no end.
    package var until: Day?
    /// The unit (by id) to which its work passes at the end.
    package var successor: String?
    /// Fields of administration (lĩnh vực).
    package var fields: Set<String>
    /// Codes of procedures that it takes whatever their field: these go before fields.
    package var procedures: Set<String>
    /// Places by id; empty for every place of the table.
    package var places: Set<String>
    /// In the order in which they were decided.
    package var handovers: [Handover] = []
    /// Its later names, in the order of their days.
    package var names: [Name] = []

    package init(
        unit: Unit, from: Day, until: Day? = nil, successor: String? = nil, fields: Set<String> = [],
        procedures: Set<String> = [], places: Set<String> = []
    ) {
        self.unit = unit
        self.from = from
        self.until = until
        self.successor = successor
        self.fields = fields
        self.procedures = procedures
        self.places = places
    }

    package func isStanding(on day: Day) -> Bool { day >= from && until.map { day < $0 } ?? true }

    func serves(_ place: Place) -> Bool { places.isEmpty || places.contains(place.id) }
}
