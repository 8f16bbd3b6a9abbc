internal import Dossiers
internal import Ledger
internal import Routing
internal import Triage

/// Which units there are today, under the names they bear, and who has the work of those that are no longer.
extension Desk {
    var units: UnitTable { pipeline.router.units }

    /// By today's name; a unit that is no longer in the table is named by its identifier.
    func unitName(_ id: String) -> String { units.unit(id, on: today)?.name ?? units[id]?.name ?? id }

    /// Those that work today, in the table's order.
    var standingUnits: [Unit] {
        units.competences.filter { $0.isStanding(on: today) }.compactMap { units.unit($0.unit.id, on: today) }
    }

    /// The unit that has all that a unit does not give away by name: itself while it stands.
    func presentUnit(of id: String) -> String {
        units.successor(of: id, procedure: "", field: nil, on: today) ?? id
    }

    /// Somebody as they are today: who worked in a unit that is no longer works in the one that has its work.
    func present(_ account: Account) async throws -> Account {
        try await office.refresh(in: ledger)
        var account = account
        account.unit = account.unit.map(presentUnit(of:))
        return account
    }

    /// The unit that an item lies with, also after its own was closed.
    func holder(of item: QueueItem) -> String {
        guard let competence = units.competence(of: item.unit), !competence.isStanding(on: today) else {
            return item.unit
        }
        let code = item.procedureCode ?? ""
        return units.successor(of: item.unit, procedure: code, field: pipeline.catalogue[code]?.field, on: today)
            ?? item.unit
    }

    /// The items of a hit that an account may know of: of a unit's those that lie with it.
    func items(of hit: SearchHit, for account: Account?) -> [QueueItem] {
        hit.items.filter { account?.role != .unit || holder(of: $0) == account?.unit }
    }

    /// Units that are no longer and from which work has come to a unit, over whatever others.
    func inherited(by unit: String) -> [String] {
        units.ended(by: today).filter { ended in
            var reached: Set<String> = []
            var left = [ended]
            while let next = left.popLast(), reached.insert(next).inserted {
                guard let competence = units.competence(of: next) else { continue }
                left += [competence.successor].compactMap(\.self) + competence.handovers.map(\.to)
            }
            return ended != unit && reached.contains(unit)
        }
    }
}
