package import Dossiers

/// A unit, what it is competent for, and in which period.
package struct Competence: Hashable, Sendable {
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

    func serves(_ place: Place) -> Bool { places.isEmpty || places.contains(place.id) }
}
