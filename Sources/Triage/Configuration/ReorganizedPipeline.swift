import Dossiers
package import Foundation
package import Ledger
package import Routing

extension Pipeline {
    /// The pipeline with its units as the ledger's reorganisations have made them, those that are still to come among
    /// them: a unit table is asked by the day.
    ///
    /// - Throws: `ReorganizationMisfit` where the units file was changed so that a decision no longer fits it.
    package func reorganized(by records: [ReorganizationRecord]) throws -> Pipeline {
        guard !records.isEmpty || filedUnits != nil else { return self }
        let filed = filedUnits ?? router.units
        var units = filed
        for record in records {
            let reorganization = try record.reorganization()
            if units.tells(reorganization) { continue }
            do {
                units = try units.applying(reorganization)
            } catch {
                throw ReorganizationMisfit(record: record.id, day: record.day, why: error)
            }
        }
        var pipeline = self
        pipeline.filedUnits = filed
        pipeline.router = Router(
            catalogue: router.catalogue, units: units, calendar: router.calendar, reducedLimits: router.reducedLimits)
        return pipeline
    }

    /// The pipeline with its units as a ledger's reorganisations have made them.
    package func reorganized(in ledger: Ledger) async throws -> Pipeline {
        try reorganized(by: try await ledger.reorganizations())
    }

    /// Lets the items of a ledger follow their units' successors: once after each reorganisation whose day has come,
    /// and out of units that are no longer, whenever they came into them.
    ///
    /// - Returns: The pipeline with its units as they are now, and who followed whom.
    @discardableResult
    package func passOn(in ledger: Ledger, now: Date) async throws -> (pipeline: Pipeline, passages: [Passage]) {
        let records = try await ledger.reorganizations()
        let pipeline = try reorganized(by: records)
        var passages: [Passage] = []
        for record in records where record.appliedAt == nil && record.startsAt <= now {
            let reorganization = try record.reorganization()
            passages += try await ledger.passOn(of: reorganization.givers, following: record, now: now) { item in
                reorganization.heir(of: item.unit, procedure: item.procedureCode, field: pipeline.field(of: item))
            }
        }
        passages += try await pipeline.passOnFromEnded(in: ledger, now: now)
        return (pipeline, passages)
    }

    private func passOnFromEnded(in ledger: Ledger, now: Date) async throws -> [Passage] {
        let today = Day(now, in: router.calendar.timeZone)
        // A look first, so that nothing is written where nothing is left.
        let left = try await ledger.countPassingItems(of: router.units.ended(by: today)).filter { $0.value > 0 }
        guard !left.isEmpty else { return [] }
        return try await ledger.passOn(of: left.keys.sorted(), following: nil, now: now) { item in
            router.units.successor(
                of: item.unit, procedure: item.procedureCode ?? "", field: field(of: item), on: today)
        }
    }

    /// Ledgers from before fields were kept have none: the catalogue knows it as well.
    package func field(of item: PassingItem) -> String? {
        item.field ?? item.procedureCode.flatMap { catalogue[$0]?.field }
    }
}

/// A decision of the ledger that does not fit the units file any more.
package struct ReorganizationMisfit: Error, CustomStringConvertible {
    package var record: String
    package var day: String
    package var why: ReorganizationError

    package var description: String {
        "reorganisation \(record) of \(day) does not fit the units file any more: \(why); "
            + "a unit that was reorganised stays in the file as it was, or gets the same “until” and “successor” there"
    }
}

extension ReorganizationRecord {
    /// - Throws: `LedgerError.damaged`.
    package func reorganization() throws -> Reorganization {
        let plan = try? JSONDecoder().decode(ReorganizationPlan.self, from: Data(plan.utf8))
        guard let day = Day(day), let kind = Reorganization.Kind(rawValue: kind.rawValue),
            let reorganization = plan?.reorganization(kind, on: day)
        else { throw LedgerError.damaged("reorganisation \(id) holds no plan that this hoso can read") }
        return reorganization
    }
}

extension Ledger {
    /// Keeps a reorganisation that fits the units, for its day.
    ///
    /// - Throws: `ReorganizationError` where it does not fit; `LedgerError.illegalMove`.
    package func decide(
        _ reorganization: Reorganization, under pipeline: Pipeline, by actor: String, now: Date
    ) async throws -> ReorganizationRecord {
        let known = try await reorganizations()
        _ = try pipeline.reorganized(by: known).router.units.applying(reorganization)
        guard let kind = ReorganizationRecord.Kind(rawValue: reorganization.kind.rawValue) else {
            throw LedgerError.refused("a ledger keeps no \(reorganization.kind.rawValue)")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try await reorganize(
            kind, on: reorganization.day.description,
            startsAt: reorganization.day.moment(second: 0, in: pipeline.router.calendar.timeZone),
            plan: String(decoding: try encoder.encode(ReorganizationPlan(reorganization)), as: UTF8.self), by: actor,
            known: known.count, now: now)
    }
}
