internal import Dossiers
internal import Ledger
package import Routing

/// The days a report looks at, both ends included.
package struct ReportPeriod: Hashable, Sendable {
    package var from: Day
    package var to: Day

    /// Nil where the end lies before the beginning.
    package init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// A single day.
    package init(day: Day) {
        from = day
        to = day
    }

    /// As many days, ending the day before it begins.
    package var before: ReportPeriod {
        var earlier = self
        earlier.to = Day(number: from.number - 1)
        earlier.from = Day(number: from.number - (to.number - from.number + 1))
        return earlier
    }

    package var days: ClosedRange<Int> { from.number...to.number }

    /// The first days of its months.
    var months: [Int] {
        var months: [Int] = []
        var day = OfficeDay.starts(of: from.number).month
        while day <= to.number {
            months.append(day)
            day = OfficeDay.starts(of: day + 35).month
        }
        return months
    }
}

/// By what a report keeps its figures apart.
package enum ReportDimension: String, CaseIterable, Hashable, Sendable {
    case unit, procedure, field, month
}

/// What identifiers mean in this office.
package struct ReportDirectory: Sendable {
    /// A unit's name by its identifier.
    package var unitName: @Sendable (String) -> String?
    package var procedureName: @Sendable (String) -> String?
    /// A procedure's field of administration (lĩnh vực).
    package var field: @Sendable (String) -> String?
    /// The unit that has a unit's work now, of a procedure; the unit itself where it is still there. Nil: units as
    /// they were then.
    package var unitNow: (@Sendable (_ unit: String, _ procedure: String) -> String)?

    package init(
        unitName: @escaping @Sendable (String) -> String?, procedureName: @escaping @Sendable (String) -> String?,
        field: @escaping @Sendable (String) -> String?,
        unitNow: (@Sendable (_ unit: String, _ procedure: String) -> String)? = nil
    ) {
        self.unitName = unitName
        self.procedureName = procedureName
        self.field = field
        self.unitNow = unitNow
    }

    /// What the office's own tables say.
    ///
    /// - Parameters:
    ///   - last: The day whose names units bear.
    ///   - day: The day whose units figures are counted for; nil for units as they were then.
    package init(units: UnitTable, catalogue: Catalogue, until last: Day, successorsOn day: Day?) {
        var unitNow: (@Sendable (String, String) -> String)?
        if let day {
            unitNow = { unit, code in
                units.successor(of: unit, procedure: code, field: catalogue[code]?.field, on: day) ?? unit
            }
        }
        self.init(
            unitName: { units.unit($0, on: day ?? last)?.name }, procedureName: { catalogue[$0]?.name },
            field: { catalogue[$0]?.field }, unitNow: unitNow)
    }

    /// Names nothing: reports show identifiers.
    package static let none = ReportDirectory(unitName: { _ in nil }, procedureName: { _ in nil }, field: { _ in nil })
}

/// What a line of a report is about: only what the report keeps apart is there.
package struct ReportKey: Hashable, Sendable {
    /// Empty for no unit.
    package var unit: String?
    package var procedure: String?
    /// Empty for procedures that the catalogue does not have.
    package var field: String?
    /// The month's first day.
    package var month: Day?
}

extension ReportKey: Comparable {
    package static func < (left: ReportKey, right: ReportKey) -> Bool {
        let texts = { (key: ReportKey) in [key.unit, key.field, key.procedure].map { $0 ?? "" } }
        let (first, second) = (texts(left), texts(right))
        if first != second { return first.lexicographicallyPrecedes(second) }
        return (left.month?.number ?? 0) < (right.month?.number ?? 0)
    }
}
