internal import Ledger

/// Whether the dossiers, or what the model makes of them, are no longer what they were.
///
/// Something has moved where chance explains it badly and it is far enough to matter: with many dossiers everything is
/// significant, with few everything is far.
package struct DriftReport: Hashable, Sendable {
    package enum Aspect: String, CaseIterable, Sendable {
        /// Share of the dossiers that a person has to look at.
        case review
        /// Share of the pages' dossiers that could not be read.
        case quarantined
        /// Share of what units took up or gave back that they gave back.
        case returned
        /// How sure the model was.
        case confidence
        /// Which procedures there were.
        case procedures

        /// From which distance on a difference matters.
        package var matters: Double {
            switch self {
            case .review: 0.05
            case .quarantined, .returned: 0.02
            case .confidence, .procedures: 0.1
            }
        }
    }

    package struct Line: Hashable, Sendable {
        package var aspect: Aspect
        /// Of the reference period and of the period: a share, or for confidence the mean; nil for procedures.
        package var before: Double?
        package var now: Double?
        /// How much was counted in each.
        package var countedBefore: Int
        package var countedNow: Int
        /// Nil where there is nothing to compare.
        package var test: Drift.Test?

        package var hasMoved: Bool {
            test.map { $0.chance < DriftReport.significance && $0.distance >= aspect.matters } ?? false
        }
    }

    /// One in a hundred, shared among the aspects.
    package static let significance = 0.01 / Double(Aspect.allCases.count)

    package struct Shift: Hashable, Sendable {
        package var procedure: String
        package var before: Double
        package var now: Double
    }

    package var lines: [Line]
    /// The procedures whose share changed most.
    package var shifts: [Shift]
    /// Models that decided in the reference period and in the period.
    package var modelsBefore: [String]
    package var modelsNow: [String]

    package var hasMoved: Bool { lines.contains { $0.hasMoved } }

    /// - Parameter reference: The same ledger in the days that the period is held against.
    package init(from source: ReportSource, against reference: ReportSource) async throws {
        let now = try await Sample(source)
        let before = try await Sample(reference)
        lines = Aspect.allCases.map { Self.line($0, before, now) }
        shifts = Self.shifts(before.procedures, now.procedures)
        modelsBefore = before.models
        modelsNow = now.models
    }

    private static func line(_ aspect: Aspect, _ before: Sample, _ now: Sample) -> Line {
        let rates = { (part: (Sample) -> Int, whole: (Sample) -> Int) in
            Line(
                aspect: aspect, before: share(part(before), of: whole(before)), now: share(part(now), of: whole(now)),
                countedBefore: whole(before), countedNow: whole(now),
                test: Drift.rates((part(before), whole(before)), (part(now), whole(now))))
        }
        switch aspect {
        case .review: return rates({ $0.review }, { $0.auto + $0.review })
        case .quarantined: return rates({ $0.quarantined }, { $0.auto + $0.review + $0.quarantined })
        case .returned: return rates({ $0.returned }, { $0.accepted + $0.returned })
        case .confidence:
            return Line(
                aspect: aspect, before: before.meanConfidence, now: now.meanConfidence,
                countedBefore: before.confidence.reduce(0, +), countedNow: now.confidence.reduce(0, +),
                test: Drift.steps(before.confidence, now.confidence))
        case .procedures:
            return Line(
                aspect: aspect, before: nil, now: nil, countedBefore: before.procedures.values.reduce(0, +),
                countedNow: now.procedures.values.reduce(0, +),
                test: Drift.classes(before.procedures, now.procedures))
        }
    }

    private static func shifts(_ before: [String: Int], _ now: [String: Int]) -> [Shift] {
        let (n, m) = (before.values.reduce(0, +), now.values.reduce(0, +))
        guard n > 0, m > 0 else { return [] }
        return Set(before.keys).union(now.keys)
            .map {
                Shift(
                    procedure: $0, before: Double(before[$0, default: 0]) / Double(n),
                    now: Double(now[$0, default: 0]) / Double(m))
            }
            .filter { $0.before != $0.now }
            .sorted { (abs($1.now - $1.before), $0.procedure) < (abs($0.now - $0.before), $1.procedure) }
            .prefix(5).map { $0 }
    }

    /// What was counted in a period.
    private struct Sample {
        var auto = 0
        var review = 0
        var quarantined = 0
        var accepted = 0
        var returned = 0
        /// By step.
        var confidence = [Int](repeating: 0, count: ConfidenceStep.count)
        /// Dossiers by the procedure that was proposed.
        var procedures: [String: Int] = [:]
        var models: [String]

        init(_ source: ReportSource) async throws {
            var source = source
            source.dimensions = [.procedure]
            let measures: [Measure] = [
                .dossiersAuto, .dossiersReview, .dossiersQuarantined, .accepted, .returned,
            ]
            for (key, amounts) in try await source.counted(measures) {
                auto += amounts.of(.dossiersAuto)
                review += amounts.of(.dossiersReview)
                quarantined += amounts.of(.dossiersQuarantined)
                accepted += amounts.of(.accepted)
                returned += amounts.of(.returned)
                let named = amounts.of(.dossiersAuto, .dossiersReview)
                if let code = key.procedure, !code.isEmpty, named > 0 { procedures[code, default: 0] += named }
            }
            var models: Set<String> = []
            for pair in try await source.ledger.pairs(.confidence, on: source.period.days) {
                guard let step = Int(pair.second), confidence.indices.contains(step) else { continue }
                confidence[step] += pair.count
                models.insert(pair.first)
            }
            self.models = models.sorted()
        }

        var meanConfidence: Double? {
            let count = confidence.reduce(0, +)
            guard count > 0 else { return nil }
            let sum = confidence.enumerated().reduce(0.0) { sum, step in
                sum + (Double(step.offset) + 0.5) / Double(ConfidenceStep.count) * Double(step.element)
            }
            return sum / Double(count)
        }
    }
}

extension DriftReport {
    package func tables(directory: ReportDirectory) -> [ReportTable] {
        [
            ReportTable(
                "drift",
                [
                    "what", "before", "now", "counted_before", "counted_now", "distance", "matters_from", "chance",
                    "moved",
                ].map { .init($0) },
                rows: lines.map { line in
                    [
                        .text(line.aspect.rawValue), .share(line.before), .share(line.now), .count(line.countedBefore),
                        .count(line.countedNow), .number(line.test?.distance), .number(line.aspect.matters),
                        .number(line.test?.chance),
                        line.test == nil ? .nothing : .text(line.hasMoved ? "yes" : "no"),
                    ]
                },
                notes: notes),
            ReportTable(
                "shifts", [.init("procedure"), .init("procedure_name", "NAME"), .init("before"), .init("now")],
                rows: shifts.map {
                    [
                        .text($0.procedure), directory.procedureName($0.procedure).map { .text($0) } ?? .nothing,
                        .share($0.before), .share($0.now),
                    ]
                }),
        ]
    }

    private var notes: [String] {
        let moved = lines.filter { $0.hasMoved }.map(\.aspect.rawValue)
        let isEmpty = lines.allSatisfy { $0.test == nil }
        var notes = [
            isEmpty
                ? "one of the two periods has no dossiers: nothing to compare"
                : moved.isEmpty ? "nothing has moved" : "moved: \(moved.joined(separator: ", "))",
            "moved: so great a difference is less likely by chance than \(Self.significance), and it is as far as "
                + "matters; distance: of shares their difference, of confidence the Kolmogorov-Smirnov statistic, of "
                + "procedures the total variation",
        ]
        if modelsBefore != modelsNow, !modelsBefore.isEmpty, !modelsNow.isEmpty {
            notes.append(
                "other models decided: \(modelsBefore.joined(separator: ", ")) before, "
                    + "\(modelsNow.joined(separator: ", ")) now; a change may be the model's")
        }
        return notes
    }
}
