internal import Foundation
internal import Routing

/// What somebody wants to become of units, as the page's form sends it.
struct ReorganizationForm {
    /// What is missing or wrong; the name of a text.
    struct Fault: Error, Hashable {
        var key: String
    }

    let form: FormFields
    let kind: Reorganization.Kind
    /// Of today, by identifier.
    let units: [String]
    /// The catalogue's, in its order.
    let fields: [String]
    let isProcedure: (String) -> Bool

    /// What the choice of a unit says where a new one is to be founded.
    static let newUnit = "+"

    /// - Throws: `Fault`.
    func reorganization() throws -> Reorganization {
        guard let day = form["day"].flatMap({ Day($0) }) else { throw Fault(key: "reorganize_day") }
        var founded: [String: String] = [:]
        let change: Reorganization.Change
        switch kind {
        case .merge:
            let ending = units.filter { form["unit.\($0)"] != nil }
            guard !ending.isEmpty else { throw Fault(key: "reorganize_none") }
            change = .merge(ending, into: try heir("into", &founded))
        case .split:
            let unit = try one("unit")
            let passing = fields.indices.filter { form["field.\($0)"] != nil }.map { fields[$0] }
            let codes = try procedures()
            guard !passing.isEmpty || !codes.isEmpty else { throw Fault(key: "reorganize_nothing") }
            let share = Reorganization.Share(
                unit: try heir("into", &founded), fields: Set(passing), procedures: Set(codes))
            change = .split(unit, shares: [share], rest: form["rest"] ?? unit)
        case .rename:
            guard let name = form["name"] else { throw Fault(key: "reorganize_name") }
            change = .rename(try one("unit"), name: String(name.prefix(200)))
        case .close: change = .close(try one("unit"), successor: form["into"])
        }
        return Reorganization(day: day, change: change, founded: founded)
    }

    private func one(_ name: String) throws -> String {
        guard let unit = form[name] else { throw Fault(key: "reorganize_none") }
        return unit
    }

    /// The unit that has the work, which may be founded by the same decision.
    private func heir(_ name: String, _ founded: inout [String: String]) throws -> String {
        let unit = try one(name)
        guard unit == Self.newUnit else { return unit }
        guard let id = form["new-id"], let title = form["new-name"], Self.isIdentifier(id) else {
            throw Fault(key: "reorganize_new")
        }
        founded[id] = String(title.prefix(200))
        return id
    }

    static func isIdentifier(_ text: String) -> Bool {
        text.count <= 60 && text.wholeMatch(of: #/[a-z][a-z0-9-]*/#) != nil
    }

    private func procedures() throws -> [String] {
        let codes = (form["procedures"] ?? "").split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        guard codes.allSatisfy(isProcedure) else { throw Fault(key: "reorganize_procedures") }
        return codes
    }
}

extension ReorganizationPlan {
    /// As a form carries it from the look to the decision.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Nil for what is no plan.
    init?(text: String) {
        guard let plan = try? JSONDecoder().decode(ReorganizationPlan.self, from: Data(text.utf8)) else { return nil }
        self = plan
    }
}
