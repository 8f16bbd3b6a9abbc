/// A reorganisation as it is stored: what changes, without the day. Optional parts are those of other kinds.
package struct ReorganizationPlan: Codable, Hashable, Sendable {
    package struct Share: Codable, Hashable, Sendable {
        var unit: String
        var fields: [String]
        var procedures: [String]
    }

    var units: [String]
    /// Who has the work from then on; of a split, what is not shared out.
    var heir: String?
    var shares: [Share]?
    var name: String?
    var founded: [String: String]

    package init(_ reorganization: Reorganization) {
        founded = reorganization.founded
        switch reorganization.change {
        case .merge(let units, let heir): (self.units, self.heir) = (units, heir)
        case .split(let unit, let shares, let rest):
            (units, heir) = ([unit], rest)
            self.shares = shares.map {
                Share(unit: $0.unit, fields: $0.fields.sorted(), procedures: $0.procedures.sorted())
            }
        case .rename(let unit, let name): (units, self.name) = ([unit], name)
        case .close(let unit, let successor): (units, heir) = ([unit], successor)
        }
    }

    /// Nil for a plan that is not of this kind.
    package func reorganization(_ kind: Reorganization.Kind, on day: Day) -> Reorganization? {
        guard let unit = units.first else { return nil }
        let change: Reorganization.Change
        switch kind {
        case .merge:
            guard let heir else { return nil }
            change = .merge(units, into: heir)
        case .split:
            guard let shares, let heir else { return nil }
            change = .split(
                unit,
                shares: shares.map {
                    Reorganization.Share(unit: $0.unit, fields: Set($0.fields), procedures: Set($0.procedures))
                }, rest: heir)
        case .rename:
            guard let name else { return nil }
            change = .rename(unit, name: name)
        case .close: change = .close(unit, successor: heir)
        }
        return Reorganization(day: day, change: change, founded: founded)
    }
}
