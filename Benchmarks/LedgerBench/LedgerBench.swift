import Dossiers
import Foundation
import Insight
import Ledger
import Routing

/// `ledger-bench COUNT [FOLDER]`: what a ledger of many dossiers costs. `make bench-ledger` runs it.
///
/// Fills one ledger with 10,000 dossiers and one with COUNT, and holds the one against the other. Up to 100,000 they are
/// filled by the ledger's own operations; a larger one is that one many times over (`Multiplication`). A ledger that an
/// earlier run filled is used again. `ledger-bench check COUNT [FOLDER]` holds such a ledger's events against their
/// chain and its tallies against its events.
///
/// `ledger-bench COUNT SMALL LARGE` does the same with two ledgers on a server, `ledger-bench rows COUNT ADDRESS` prints
/// for `psql` what fills one there, and `ledger-bench writers ADDRESS` lets several write at once:
/// `Scripts/bench-ledger-postgres`.
@main
struct LedgerBench {
    static let small = 10_000
    static let base = 100_000

    static func main() async throws {
        var arguments = CommandLine.arguments.dropFirst()
        let isCheck = arguments.first == "check"
        if isCheck { arguments = arguments.dropFirst() }
        let servers = arguments.dropFirst().compactMap { PostgresAddress($0) }.map { LedgerPlace.server($0) }
        if arguments.first == "writers", let place = servers.first { return try await WriterBench.run(at: place) }
        if arguments.first == "rows", let count = arguments.dropFirst().first.flatMap({ Int($0) }), count > base,
            let place = servers.first
        {
            return try await printRows(of: count, at: place)
        }
        if isCheck, let address = arguments.first.flatMap({ PostgresAddress($0) }) {
            return try await checkWhole(await Ledger.openForReading(at: .server(address)))
        }
        guard let count = arguments.first.flatMap({ Int($0) }), count > small,
            count <= base || (count % base == 0 && count / base <= Multiplication.most)
        else {
            let usage =
                "usage: ledger-bench [check] COUNT [FOLDER]; COUNT more than \(small), above \(base) a multiple of it\n"
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
        if servers.count == 2 {
            let ledgers = (
                try await Ledger.open(at: servers[0], now: Population.end),
                try await Ledger.open(at: servers[1], now: Population.end)
            )
            return try await measure(ledgers.0, ledgers.1, of: count)
        }
        let folder = URL(filePath: arguments.dropFirst().first ?? ".build/bench-ledger", directoryHint: .isDirectory)
        let large = try await filled(count, in: folder)
        if isCheck { return try await checkWhole(large) }
        try await measure(try await filled(small, in: folder), large, of: count)
    }

    /// Makes the schema of an empty database, and prints for `psql` what fills it.
    private static func printRows(of count: Int, at place: LedgerPlace) async throws {
        let ledger = try await Ledger.open(at: place, now: Population.end)
        // A ledger that grew has a part for each month that it lived through.
        for day in stride(from: 0, to: Population.days, by: 28) {
            try await ledger.makeMonths(now: Population.start + Double(day) * 86_400)
        }
        try Multiplying(URL(filePath: ".build/bench-ledger/\(base)/ledger.sqlite"), copies: count / base)
            .print(to: .standardOutput)
    }

    private static func checkWhole(_ ledger: Ledger) async throws {
        let audit = try await ledger.auditEvents()
        guard audit.fault == nil else { throw Odd("event \(audit.sound + 1) does not fit the chain") }
        let differences = try await ledger.miscountedTallies()
        guard differences.isEmpty else { throw Odd("\(differences.count) tallies are not what the events come to") }
        print("\(audit.sound) events fit their chain, and the tallies are what they come to")
    }

    private static func measure(_ smallLedger: Ledger, _ largeLedger: Ledger, of count: Int) async throws {

        let reports = try await Figures(of: 30) {
            let report = try await DeadlineReport(from: source(largeLedger))
            guard report.lines.count > 100 else { throw Odd("the report has only \(report.lines.count) lines") }
        }
        print("SLA report of a year by unit and month: \(reports)")
        let form = try await Figures(of: 10) { _ = try await PeriodicForm(from: source(largeLedger)) }
        print("form II.06a of a year by unit: \(form)")
        let time = try await Figures(of: 5) {
            var year = source(largeLedger)
            year.dimensions = [.unit]
            _ = try await TimeReport(from: year)
        }
        print("time by stage of a year by unit: \(time)")
        var unit = 0
        let next = try await Figures(of: 600) {
            unit = (unit + 1) % Population.units.count
            _ = try await largeLedger.nextInLine(of: Population.units[unit])
        }
        print("next in line: \(next)")

        // In turns, so that whatever else the machine does falls on both.
        // Others than an earlier run registered.
        var office = Population(seed: .random(in: 100 ... .max))
        var smaller: [Double] = []
        var larger: [Double] = []
        for _ in 0..<400 {
            let dossier = office.next(on: Population.end)
            smaller.append(try await seconds { _ = try await dossier.register(in: smallLedger) })
            larger.append(try await seconds { _ = try await dossier.register(in: largeLedger) })
        }
        let (before, after) = (Figures(smaller), Figures(larger))
        print("a dossier from its file to the unit's queue, of \(small): \(before)")
        print("a dossier from its file to the unit's queue, of \(count): \(after)")
        print(
            String(
                format: "of %d against of %d, medians: %+.1f %%", count, small, (after.median / before.median - 1) * 100
            ))
    }

    private static func source(_ ledger: Ledger) -> ReportSource {
        guard let first = Day(year: 2025, month: 1, day: 1), let last = Day(year: 2025, month: 12, day: 31),
            let year = ReportPeriod(from: first, to: last)
        else { preconditionFailure("2025 is a year") }
        return ReportSource(ledger: ledger, period: year, by: [.unit, .month], directory: .none)
    }

    private static func filled(_ count: Int, in folder: URL) async throws -> Ledger {
        let file = folder.appending(path: "\(count)/ledger.sqlite")
        let done = folder.appending(path: "\(count)/filled")
        if !FileManager.default.fileExists(atPath: done.path) {
            try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
            let took = try await seconds { try await fill(file, with: count, in: folder) }
            try Data().write(to: done)
            print(String(format: "filled with %d dossiers in %.0f s", count, took))
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let bytes = (attributes[.size] as? NSNumber)?.doubleValue ?? 0
        print(String(format: "the ledger of %d dossiers: %.2f GB", count, bytes / 1e9))
        return try await Ledger.open(at: file, now: Population.end)
    }

    /// Leaves nothing of a ledger open in this process.
    private static func fill(_ file: URL, with count: Int, in folder: URL) async throws {
        guard count > base else {
            return try await Filling(ledger: try await Ledger.open(at: file, now: Population.end), count: count).fill()
        }
        _ = try await filled(base, in: folder)
        _ = try await Ledger.open(at: file, now: Population.end)
        try Multiplying(folder.appending(path: "\(base)/ledger.sqlite"), copies: count / base).fill(file)
    }
}

func seconds(_ work: () async throws -> Void) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    return (clock.now - start) / .seconds(1)
}

struct Odd: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Times of one thing done again and again.
struct Figures: CustomStringConvertible {
    private let sorted: [Double]

    init(_ seconds: [Double]) {
        sorted = seconds.sorted()
    }

    init(of times: Int, _ work: () async throws -> Void) async throws {
        var measured: [Double] = []
        for _ in 0..<times { measured.append(try await seconds(work)) }
        self.init(measured)
    }

    var median: Double { sorted[sorted.count / 2] }

    var description: String {
        String(
            format: "median %.2f ms, 95th percentile %.2f ms, longest %.2f ms (%d times)", median * 1e3,
            sorted[min(sorted.count - 1, sorted.count * 95 / 100)] * 1e3, (sorted.last ?? 0) * 1e3, sorted.count)
    }
}
