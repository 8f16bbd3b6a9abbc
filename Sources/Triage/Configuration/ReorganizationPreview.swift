internal import Dossiers
package import Ledger
package import Routing

/// What a reorganisation would change, and which open items would move, as they are now.
package struct ReorganizationPreview: Hashable, Encodable, Sendable {
    package struct Work: Hashable, Encodable, Sendable {
        package let field: String
        package let from: String
        package let to: String
        package let procedures: Int
    }

    package struct Item: Hashable, Encodable, Sendable {
        package let item: String
        package let state: String
        package let from: String
        package let to: String
        package let procedure: String?
    }

    package let kind: String
    package let day: String
    package let units: [String]
    package let work: [Work]
    package let items: [Item]

    private init(
        _ reorganization: Reorganization, before: UnitTable, after: UnitTable, catalogue: Catalogue,
        items: [(item: PassingItem, heir: String)]
    ) {
        kind = reorganization.kind.rawValue
        day = reorganization.day.description
        units = reorganization.units
        self.items = items.filter { $0.heir != $0.item.unit }.map { item, heir in
            Item(
                item: item.id, state: item.state.rawValue, from: item.unit, to: heir, procedure: item.procedureCode)
        }
        var counts: [[String]: Int] = [:]
        for procedure in catalogue.procedures {
            for place in before.places.values {
                let leaders = [before, after].map {
                    $0.competentUnits(for: procedure, at: place, on: reorganization.day).first?.id ?? "-"
                }
                if leaders[0] != leaders[1] { counts[[procedure.field] + leaders, default: 0] += 1 }
            }
        }
        work = counts.sorted { ($0.key[1], $0.key[0]) < ($1.key[1], $1.key[0]) }
            .map { Work(field: $0.key[0], from: $0.key[1], to: $0.key[2], procedures: $0.value) }
    }

    /// - Parameters:
    ///   - filed: The pipeline as its files have it, or as earlier decisions have made it.
    ///   - ledger: Nil for an office that has triaged nothing yet.
    /// - Throws: `ReorganizationError` where the decision is not lawful.
    package init(of reorganization: Reorganization, under filed: Pipeline, in ledger: Ledger?) async throws {
        let pipeline = try filed.reorganized(by: try await ledger?.reorganizations() ?? [])
        let after = try pipeline.router.units.applying(reorganization)
        let items = try await ledger?.passingItems(of: reorganization.givers) ?? []
        self.init(
            reorganization, before: pipeline.router.units, after: after, catalogue: pipeline.catalogue,
            items: items.map { item in
                let heir = reorganization.heir(
                    of: item.unit, procedure: item.procedureCode, field: pipeline.field(of: item))
                return (item, heir ?? item.unit)
            })
    }
}
