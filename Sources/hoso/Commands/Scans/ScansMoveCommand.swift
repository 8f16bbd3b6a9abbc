import ArgumentParser
import Foundation
import Ledger

struct ScansMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves scans of dossiers that are long closed into the colder store.",
        discussion: """
            The colder store is named where every command finds it: --cold-blobs or $HOSO_COLD_BLOBS. A scan goes when all \
            its dossiers were completed, refused, withdrawn or dismissed so long ago. It is read through on both sides \
            before the first copy is deleted; interrupted at whatever moment, the same command goes on. Scans that were \
            moved are read from there, by the desk and by everybody.
            """)

    @Option(
        help: ArgumentHelp(
            "How long their dossiers have been closed, in days.", valueName: "days"))
    var olderThan: Int

    @Flag(help: "Only says how many would go.")
    var dryRun = false

    @Flag(help: "One JSON object at the end.")
    var json = false

    @Flag(help: "Says nothing but the end.")
    var quiet = false

    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        guard (0...36_500).contains(olderThan) else { throw ValidationError("--older-than takes 0 to 36500 days") }
        guard try ledgerOptions.coldBlobPlace != nil else {
            throw ValidationError(
                "where to? name the colder store with --cold-blobs or $HOSO_COLD_BLOBS, and let every host have it so")
        }
    }

    func run() async throws {
        try await reporting {
            let limit = Date() - Double(olderThan) * 86_400
            if dryRun { return try await sayHowMany(closedBefore: limit) }
            let ledger = try await ledgerOptions.openAlone(now: Date())
            guard let stores = try await ledgerOptions.openTieredBlobs() else { return }
            let stop = StopSignal()
            let outcome = try await ScanMove(ledger, in: stores).move(
                closedBefore: limit, now: ledger.now, isStopAsked: { [asked = stop.asked] in asked.isAsked },
                onStep: { if !quiet { Self.show($0) } })
            if !quiet { Self.show(nil) }
            try say(outcome)
            if stop.isAsked {
                Console.complain("stopped; the same command goes on")
                throw ExitStatus.interrupted.exitCode
            }
            if outcome.lost > 0 {
                Console.complain(
                    "hoso: \(outcome.lost) scans have no file any more, or a damaged one: they stay as they are")
                throw ExitStatus.quarantined.exitCode
            }
        }
    }

    private func sayHowMany(closedBefore limit: Date) async throws {
        let ledger = try await ledgerOptions.openForReading()
        var found = ScanMove.Outcome()
        var arrival = 0
        while true {
            let portion = try await ledger.scansToCool(closedBefore: limit, after: arrival, limit: 1000)
            guard let last = portion.last else { break }
            found.moved += portion.count
            found.bytes += portion.reduce(0) { $0 + $1.bytes }
            arrival = last.arrival
        }
        if json { return try say(found) }
        Console.say("\(found.moved) scans would go, \(Self.megabytes(found.bytes)) MB")
    }

    private func say(_ outcome: ScanMove.Outcome) throws {
        if json {
            Console.say(
                try JSONLine.text(
                    MoveObject(
                        summary: .init(moved: outcome.moved, bytes: outcome.bytes, lost: outcome.lost))))
        } else {
            Console.say("\(outcome.moved) scans moved, \(Self.megabytes(outcome.bytes)) MB")
        }
    }

    /// On a terminal how far it is; nil takes that away again.
    private static func show(_ outcome: ScanMove.Outcome?) {
        guard Console.hasTerminal else { return }
        let text = outcome.map { "\($0.moved) scans moved" } ?? ""
        FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
    }

    private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}

private struct MoveObject: Encodable {
    struct Summary: Encodable {
        var moved: Int
        var bytes: Int
        var lost: Int
    }

    var summary: Summary
}
