import Foundation
import Ledger

/// `ledger-bench writers ADDRESS`: what it costs that writers wait for each other.
///
/// Each writer has connections of its own, as another host would, and registers scans one after the other: a transaction
/// of five rows with its event.
enum WriterBench {
    static let seconds = 5.0

    static func run(at place: LedgerPlace) async throws {
        for writers in [1, 2, 4, 8] {
            var ledgers: [Ledger] = []
            for _ in 0..<writers { ledgers.append(try await Ledger.open(at: place, now: Population.end)) }
            let start = ContinuousClock.now
            let end = start + .seconds(seconds)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for ledger in ledgers {
                    group.addTask {
                        var count = 0
                        while ContinuousClock.now < end {
                            let digest = (0..<4).map { _ in String(format: "%016llx", UInt64.random(in: 0 ... .max)) }
                            let file = ArrivedFile(
                                digest: digest.joined(), name: "a.pdf", bytes: 300_000, path: "/scans/a.pdf")
                            _ = try await ledger.register(file, now: Population.end)
                            count += 1
                        }
                        return count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let total = counts.reduce(0, +)
            let took = (ContinuousClock.now - start) / .seconds(1)
            print(
                String(
                    format: "%d writers: %.0f transactions a second together, the slowest writer %.0f", writers,
                    Double(total) / took, Double(counts.min() ?? 0) / took))
        }
    }
}
