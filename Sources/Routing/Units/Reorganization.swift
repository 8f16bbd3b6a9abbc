/// What happens to units on a day: it is decided once, stands in the ledger, and never changes the units' past.
package struct Reorganization: Hashable, Sendable {
    package enum Change: Hashable, Sendable {
        /// The units end, and one has all their work.
        case merge([String], into: String)
        /// Shares of a unit's work pass to others; a unit that is to end names who has the rest.
        case split(String, shares: [Share], rest: String)
        case rename(String, name: String)
        /// The unit ends; without a successor only where it has no work.
        case close(String, successor: String?)
    }

    /// What of a split unit's work goes to one unit.
    package struct Share: Hashable, Sendable {
        package var unit: String
        package var fields: Set<String>
        package var procedures: Set<String>

        package init(unit: String, fields: Set<String> = [], procedures: Set<String> = []) {
            self.unit = unit
            self.fields = fields
            self.procedures = procedures
        }
    }

    /// First day on which it holds.
    package var day: Day
    package var change: Change
    /// Names of units, by id, that begin on that day.
    package var founded: [String: String]

    package init(day: Day, change: Change, founded: [String: String] = [:]) {
        self.day = day
        self.change = change
        self.founded = founded
    }
}
