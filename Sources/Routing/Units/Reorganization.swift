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

    package enum Kind: String, CaseIterable, Sendable {
        case merge, split, rename, close
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

extension Reorganization {
    package var kind: Kind {
        switch change {
        case .merge: .merge
        case .split: .split
        case .rename: .rename
        case .close: .close
        }
    }

    /// The units, by id, whose decision it is.
    package var units: [String] {
        switch change {
        case .merge(let units, _): units
        case .split(let unit, _, _), .rename(let unit, _), .close(let unit, _): [unit]
        }
    }

    /// The units, by id, that have work from them.
    package var heirs: [String] {
        let heirs: [String?] =
            switch change {
            case .merge(_, let heir): [heir]
            case .split(let unit, let shares, let rest): shares.map(\.unit) + (rest == unit ? [] : [rest])
            case .rename: []
            case .close(_, let successor): [successor]
            }
        return heirs.compactMap { $0 }
    }

    /// The units, by id, that pass work on.
    package var givers: [String] {
        switch change {
        case .merge(let units, let heir): units.filter { $0 != heir }
        case .split(let unit, _, _): [unit]
        case .rename: []
        case .close(let unit, let successor): successor == nil ? [] : [unit]
        }
    }

    /// Who has the work that a unit did on the day before; nil where it keeps it.
    ///
    /// - Parameter field: Nil where it is not known: only the procedure and the rest decide then.
    package func heir(of unit: String, procedure: String?, field: String?) -> String? {
        guard givers.contains(unit) else { return nil }
        let heir: String? =
            switch change {
            case .merge(_, let heir): heir
            case .split(_, let shares, let rest):
                shares.first { procedure.map($0.procedures.contains) ?? false }?.unit
                    ?? shares.first { field.map($0.fields.contains) ?? false }?.unit ?? rest
            case .rename: nil
            case .close(_, let successor): successor
            }
        return heir == unit ? nil : heir
    }
}
