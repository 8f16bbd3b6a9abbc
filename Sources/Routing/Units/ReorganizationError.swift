/// Why a reorganisation cannot be.
package enum ReorganizationError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownUnit(String, known: [String])
    case alreadyThere(String)
    case notYet(String, from: Day)
    case over(String, until: Day)
    /// It is to end later, by the units file or by a reorganisation already decided.
    case endsLater(String, until: Day)
    case intoItself(String)
    /// The heir passes work to the unit on the same day.
    case circle(String, String, on: Day)
    case nothingNamed
    case namedTwice(String)
    case noSuccessor(String)
    /// The heir serves fewer places than the unit whose work it is to have.
    case placesLeftOut(heir: String, unit: String, places: [String])
    case shareNotHeld(unit: String, share: String)

    package var description: String {
        switch self {
        case .unknownUnit(let id, let known):
            "no unit “\(id)”: the units are \(known.joined(separator: ", ")); give a name to found a new one"
        case .alreadyThere(let id): "unit “\(id)” exists already: a new unit needs an id of its own"
        case .notYet(let id, let from): "unit “\(id)” begins only on \(from)"
        case .over(let id, let until): "unit “\(id)” is closed since \(until)"
        case .endsLater(let id, let until):
            "unit “\(id)” is to be closed on \(until): name the unit that has the work for good"
        case .intoItself(let id): "unit “\(id)” cannot pass its work to itself"
        case .circle(let heir, let unit, let day):
            "unit “\(heir)” passes work to “\(unit)” on \(day): it cannot take work from it on the same day"
        case .nothingNamed: "name at least one unit, and in a split at least one share"
        case .namedTwice(let name): "“\(name)” is named twice"
        case .noSuccessor(let id): "unit “\(id)” has work: name the unit that takes it on (--into)"
        case .placesLeftOut(let heir, let unit, let places):
            "unit “\(heir)” does not serve \(places.joined(separator: ", ")), which unit “\(unit)” does"
        case .shareNotHeld(let unit, let share):
            "unit “\(unit)” is not competent for “\(share)”: it has nothing of it to pass on"
        }
    }
}
