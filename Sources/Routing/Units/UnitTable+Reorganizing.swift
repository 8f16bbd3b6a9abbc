import Dossiers

extension UnitTable {
    /// The table with a reorganisation in it; days before it are as they were.
    package func applying(_ reorganization: Reorganization) throws(ReorganizationError) -> UnitTable {
        var draft = UnitTableDraft(table: self, day: reorganization.day)
        for (id, name) in reorganization.founded.sorted(by: { $0.key < $1.key }) { try draft.found(id, name: name) }
        switch reorganization.change {
        case .merge(let units, let heir): try draft.merge(units, into: heir)
        case .split(let unit, let shares, let rest): try draft.split(unit, shares: shares, rest: rest)
        case .rename(let unit, let name): try draft.rename(unit, to: name)
        case .close(let unit, let successor): try draft.close(unit, successor: successor)
        }
        return UnitTable(places: Array(places.values), competences: draft.competences)
    }
}

extension UnitTable {
    /// Whether the table says already what a reorganisation makes of it: somebody wrote it into the units file too.
    package func tells(_ reorganization: Reorganization) -> Bool {
        guard reorganization.founded.keys.allSatisfy({ competence(of: $0) != nil }) else { return false }
        let ends = { (unit: String, heir: String?) in
            competence(of: unit).map { $0.until == reorganization.day && $0.successor == heir } ?? false
        }
        switch reorganization.change {
        case .merge(let units, let heir): return units.allSatisfy { $0 == heir || ends($0, heir) }
        case .close(let unit, let successor): return ends(unit, successor)
        // The file knows neither shares nor later names.
        case .split, .rename: return false
        }
    }
}

/// A table while a reorganisation is made in it: each step refuses what is not lawful.
private struct UnitTableDraft {
    var competences: [Competence]
    let places: Set<String>
    let day: Day

    init(table: UnitTable, day: Day) {
        competences = table.competences
        places = Set(table.places.keys)
        self.day = day
    }

    mutating func found(_ id: String, name: String) throws(ReorganizationError) {
        guard !competences.contains(where: { $0.unit.id == id }) else { throw .alreadyThere(id) }
        competences.append(Competence(unit: Unit(id: id, name: name), from: day))
    }

    mutating func merge(_ units: [String], into heir: String) throws(ReorganizationError) {
        // A unit that is merged into itself only goes on.
        let ending = units.filter { $0 != heir }
        guard !ending.isEmpty else { throw units.isEmpty ? .nothingNamed : .intoItself(heir) }
        try refuseDoubles(units)
        for unit in ending { try end(unit, successor: heir) }
    }

    mutating func split(
        _ unit: String, shares: [Reorganization.Share], rest: String
    ) throws(ReorganizationError) {
        guard !shares.isEmpty else { throw .nothingNamed }
        try refuseDoubles(shares.flatMap { $0.fields.sorted() } + shares.flatMap { $0.procedures.sorted() })
        let position = try standing(unit)
        for share in shares where share.unit != unit {
            guard !share.fields.isEmpty || !share.procedures.isEmpty else { throw .nothingNamed }
            try checkHeir(share.unit, of: position)
            if let field = share.fields.sorted().first(where: { !holds(position, field: $0) }) {
                throw .shareNotHeld(unit: unit, share: field)
            }
            if let code = share.procedures.sorted().first(where: { isPassedOn(position, procedure: $0) }) {
                throw .shareNotHeld(unit: unit, share: code)
            }
            competences[position].handovers.append(
                Handover(from: day, to: share.unit, fields: share.fields, procedures: share.procedures))
        }
        if rest != unit { try end(unit, successor: rest) }
    }

    mutating func rename(_ unit: String, to name: String) throws(ReorganizationError) {
        let position = try standing(unit)
        // Decided later, but for the same day or an earlier one, all the same holds only from its own day.
        competences[position].names.append(Competence.Name(from: day, name: name))
        competences[position].names = competences[position].names.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }

    mutating func close(_ unit: String, successor: String?) throws(ReorganizationError) {
        if let successor { return try end(unit, successor: successor) }
        let position = try standing(unit)
        let hasWork = !competences[position].fields.isEmpty || !competences[position].procedures.isEmpty
        let inherits = competences.contains { other in
            other.unit.id != unit && (other.successor == unit || other.handovers.contains { $0.to == unit })
        }
        guard !hasWork, !inherits else { throw .noSuccessor(unit) }
        competences[position].until = day
    }

    private mutating func end(_ unit: String, successor: String) throws(ReorganizationError) {
        let position = try standing(unit)
        try checkHeir(successor, of: position)
        competences[position].until = day
        competences[position].successor = successor
    }

    /// Whether a unit has a field on the day, its own or one that came to it.
    private func holds(_ position: Int, field: String) -> Bool {
        let table = UnitTable(places: [], competences: competences)
        let id = competences[position].unit.id
        return competences.contains {
            $0.fields.contains(field) && table.successor(of: $0.unit.id, procedure: "", field: field, on: day) == id
        }
    }

    /// Whether a unit has given a procedure away by name, for good.
    private func isPassedOn(_ position: Int, procedure code: String) -> Bool {
        let table = UnitTable(places: [], competences: competences)
        let id = competences[position].unit.id
        return competences[position].handovers.contains { $0.procedures.contains(code) && $0.from <= day }
            && table.successor(of: id, procedure: code, field: nil, on: day) != id
    }

    /// An heir stands on the day and goes on; nor may it pass work to the unit on that same day, so nothing goes round
    /// in a circle.
    private func checkHeir(_ heir: String, of position: Int) throws(ReorganizationError) {
        let unit = competences[position]
        guard heir != unit.unit.id else { throw .intoItself(heir) }
        let other = competences[try standing(heir)]
        if other.handovers.contains(where: { $0.from == day && $0.to == unit.unit.id }) {
            throw .circle(heir, unit.unit.id, on: day)
        }
        if let until = other.until { throw .endsLater(heir, until: until) }
        let served = unit.places.isEmpty ? places : unit.places
        let leftOut = other.places.isEmpty ? [] : served.subtracting(other.places)
        guard leftOut.isEmpty else {
            throw .placesLeftOut(heir: heir, unit: unit.unit.id, places: leftOut.sorted())
        }
    }

    /// Where a unit stands that is there on the day.
    private func standing(_ id: String) throws(ReorganizationError) -> Int {
        guard let position = competences.firstIndex(where: { $0.unit.id == id }) else {
            throw .unknownUnit(id, known: competences.map(\.unit.id))
        }
        let unit = competences[position]
        if day < unit.from { throw .notYet(id, from: unit.from) }
        if let until = unit.until, day >= until { throw .over(id, until: until) }
        return position
    }

    private func refuseDoubles(_ names: [String]) throws(ReorganizationError) {
        var seen: Set<String> = []
        if let double = names.first(where: { !seen.insert($0).inserted }) { throw .namedTwice(double) }
    }
}
