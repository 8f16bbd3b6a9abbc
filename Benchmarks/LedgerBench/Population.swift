import Dossiers
import Foundation
import Ledger

/// The dossiers of a province's ten communes over five years, invented: each of sixty units has twenty procedures.
struct Population {
    static let communes = 10
    static let offices = 6
    static let procedures = (0..<120).map { "9.\(100_000 + $0)" }
    static let units = (0..<communes * offices).map { "commune-\($0 / offices + 1)-office-\($0 % offices + 1)" }

    /// 1 January 2022 and 1 January 2027, midnight in Vietnam.
    static let start = Date(timeIntervalSince1970: 1_640_970_000)
    static let end = Date(timeIntervalSince1970: 1_798_736_400)
    static let days = 1_826

    private var source: Numbers

    init(seed: UInt64) {
        source = Numbers(state: seed)
    }

    mutating func next(on day: Date) -> BenchDossier {
        let procedure = Int.random(in: 0..<Self.procedures.count, using: &source)
        let commune = Int.random(in: 0..<Self.communes, using: &source)
        let received = day + Double.random(in: 7...16, using: &source) * 3_600
        let limit = Double([1, 3, 5, 10, 20][procedure % 5])
        let due = received + limit * 86_400
        let fate = Double.random(in: 0..<1, using: &source)
        let end: Date? =
            switch fate {
            case ..<0.02: nil
            case ..<0.90: received + Double.random(in: 0.1...0.99, using: &source) * limit * 86_400
            default: due + Double.random(in: 0.1...8, using: &source) * 86_400
            }
        return BenchDossier(
            digest: (0..<4).map { _ in String(format: "%016llx", source.next()) }.joined(),
            procedure: Self.procedures[procedure],
            unit: Self.units[commune * Self.offices + procedure % Self.offices], received: received, due: due,
            decision: fate < 0.1 && fate > 0.05 ? .review : .auto,
            steps: Self.steps(received: received, limit: limit, end: end, fate: fate))
    }

    private static func steps(received: Date, limit: Double, end: Date?, fate: Double) -> [BenchDossier.Step] {
        guard let end else { return [] }
        let accepted = received + (end.timeIntervalSince(received)) * 0.2
        if fate > 0.97 { return [.init(at: accepted, kind: .withdraw)] }
        var steps = [BenchDossier.Step(at: accepted, kind: .accept)]
        if fate > 0.80, fate < 0.86 {
            steps.append(.init(at: received + end.timeIntervalSince(received) * 0.4, kind: .pause))
            steps.append(.init(at: received + end.timeIntervalSince(received) * 0.6, kind: .resume))
        }
        steps.append(.init(at: end, kind: .complete))
        steps.append(.init(at: end + 20 * 3_600, kind: .handOver))
        return steps
    }
}

/// A dossier, and what will happen to it.
struct BenchDossier {
    struct Step {
        enum Kind {
            case accept, pause, resume, complete, handOver, withdraw
        }

        var at: Date
        var kind: Kind
        var item = ""
    }

    var digest: String
    var procedure: String
    var unit: String
    var received: Date
    var due: Date
    var decision: Decision
    var steps: [Step]

    /// Takes it in and brings it into the unit's queue, by the operations that a run does it with.
    ///
    /// - Returns: The item; nil for one that waits for a person.
    func register(in ledger: Ledger) async throws -> String? {
        let file = ArrivedFile(
            digest: digest, name: "\(digest.prefix(8)).pdf", bytes: 300_000, path: "/scans/\(digest)")
        let scan = try await ledger.register(file, now: received).scan.id
        try await ledger.setPageCount(of: scan, to: 1, format: "pdf", now: received)
        guard
            let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: received, leaseFor: 60)
        else { throw Odd("no page waits") }
        let page = RecognizedPage(
            number: 1, content: .text, width: 1654, height: 2339, resolution: 200, turned: 0, skew: 0, lines: [],
            codes: [], quality: PageQuality(confidence: 0.9, syllables: 1))
        let read = received + 2
        try await ledger.recordRead(claim, page, as: .read, seconds: 1.2, now: read)
        let dossier = try await ledger.recordSplit(scan, into: [[1]], now: read)[0].id
        let task = DossierResult.Task(unit: unit, due: due)
        let result = DossierResult(
            dossier: dossier, source: file.name, pages: [1],
            procedure: .init(code: procedure, name: "", probability: 0.99, alternatives: [], because: []),
            decision: decision, reason: "invented", unit: unit, tasks: [task], due: due, fields: [], documents: [],
            papers: [], seconds: .init(read: 1.2, understand: 0.01, total: 2), model: "bench/1")
        try await ledger.recordTriage(
            result, pipeline: "bench/1", receipt: DossierReceipt(at: received, channel: .counter), now: read)
        return try await ledger.queueItems(ofDossier: dossier).first?.id
    }
}

extension BenchDossier.Step {
    func happen(in ledger: Ledger) async throws {
        switch kind {
        case .accept: try await ledger.accept(item, by: "officer-1", now: at)
        case .pause: try await ledger.pause(item, for: .supplement, by: "officer-1", now: at)
        case .resume: try await ledger.resume(item, by: "officer-1", now: at) { _, _ in nil }
        case .complete: try await ledger.complete(item, by: "officer-1", now: at)
        case .handOver: try await ledger.handOver(item, by: "desk-1", satisfaction: 4, now: at)
        case .withdraw: try await ledger.withdraw(item, by: "desk-1", reason: "invented", now: at)
        }
    }
}

/// Lets five years pass, day by day.
struct Filling {
    let ledger: Ledger
    let count: Int

    func fill() async throws {
        var population = Population(seed: 1)
        var ahead: [Int: [BenchDossier.Step]] = [:]
        var made = 0
        for day in 0..<Population.days {
            let today = Population.start + Double(day) * 86_400
            let until = count * (day + 1) / Population.days
            let steps = ahead.removeValue(forKey: day) ?? []
            let arriving = (made..<until).map { _ in population.next(on: today) }
            made = until
            try await ledger.inBulk {
                for step in steps { try await step.happen(in: ledger) }
                for dossier in arriving {
                    guard let item = try await dossier.register(in: ledger) else { continue }
                    for var step in dossier.steps {
                        step.item = item
                        let due = Int(step.at.timeIntervalSince(Population.start) / 86_400)
                        if due > day {
                            ahead[due, default: []].append(step)
                        } else {
                            try await step.happen(in: ledger)
                        }
                    }
                }
            }
        }
    }
}

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
