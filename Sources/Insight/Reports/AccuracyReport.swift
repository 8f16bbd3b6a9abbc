package import Ledger

/// How often the routing was right, and what people had to put right.
package struct AccuracyReport: Hashable, Sendable {
    /// What was decided alone, held against supervisors who did not know the decision.
    package struct Sample: Hashable, Sendable {
        package var judged: Int
        package var right: Int
        /// Where the true accuracy lies with 95 % confidence, 0…1; nil where nothing was judged.
        package var interval: ClosedRange<Double>? { Binomial.interval(right, of: judged, confidence: 0.95) }
        package var accuracy: Double? { share(right, of: judged) }
    }

    /// One thing taken for another.
    package struct Confusion: Hashable, Sendable {
        package var kind: TallyPair.Kind
        package var taken: String
        package var truth: String
        package var count: Int
    }

    /// A unit's items that were another's.
    package struct Misroutes: Hashable, Sendable {
        package var unit: String
        package var accepted: Int
        package var returned: Int

        /// Of what the unit took up or gave back, the share given back.
        package var rate: Double? { share(returned, of: accepted + returned) }
    }

    package struct Review: Hashable, Sendable {
        package var why: String
        package var count: Int
    }

    package var sample: Sample
    /// Most frequent first.
    package var confusions: [Confusion]
    package var misroutes: [Misroutes]
    package var reviews: [Review]

    package init(from source: ReportSource) async throws {
        let days = source.period.days
        let audited = try await source.ledger.pairs(.audited, on: days)
        sample = Sample(
            judged: audited.reduce(0) { $0 + $1.count },
            right: audited.filter { $0.first == $0.second }.reduce(0) { $0 + $1.count })
        let corrected = try await source.ledger.pairs(.corrected, on: days)
        let confirmed = try await source.ledger.pairs(.confirmed, on: days)
        let misrouted = try await source.ledger.pairs(.misrouted, on: days)
        confusions = Self.summed(audited + corrected + confirmed + misrouted).filter { $0.taken != $0.truth }
        reviews = Self.summed(try await source.ledger.pairs(.review, on: days))
            .map { Review(why: $0.taken, count: $0.count) }

        var byUnit = source
        byUnit.dimensions = [.unit]
        misroutes = try await byUnit.counted([.accepted, .returned])
            .map { Misroutes(unit: $0.unit ?? "", accepted: $1.of(.accepted), returned: $1.of(.returned)) }
            .filter { $0.accepted + $0.returned > 0 }
            .sorted { $0.unit < $1.unit }
    }

    private static func summed(_ pairs: [TallyPair]) -> [Confusion] {
        var counts: [Confusion: Int] = [:]
        for pair in pairs {
            counts[Confusion(kind: pair.kind, taken: pair.first, truth: pair.second, count: 0), default: 0] +=
                pair.count
        }
        return counts.map { Confusion(kind: $0.kind, taken: $0.taken, truth: $0.truth, count: $1) }
            .sorted {
                ($1.count, $0.kind.rawValue, $0.taken, $0.truth) < ($0.count, $1.kind.rawValue, $1.taken, $1.truth)
            }
    }
}
