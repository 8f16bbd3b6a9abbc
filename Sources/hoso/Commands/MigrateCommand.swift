import ArgumentParser
import Foundation
import Insight
import Ledger

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Carries a grown office over from a ledger file to a PostgreSQL server.",
        discussion: """
            Every table is copied as it is, then read back and held against the file: by count, by hash, by the chain of \
            the events, and by every figure of every report. The file is only read; other writers are kept out of it \
            meanwhile. Interrupted at whatever moment, the same command goes on where it was; until it has ended, no \
            other command uses the new ledger. The new database must be empty.
            """)

    @Option(help: ArgumentHelp("The ledger as it is: sqlite:PATH.", valueName: "url"))
    var from: String

    @Option(help: ArgumentHelp("Where it is to be: postgres://USER@HOST/DATABASE.", valueName: "url"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "Carries the scans over too: s3://BUCKET/PREFIX or file:DIR. Default: they stay where they are.",
            valueName: "url"))
    var blobs: String?

    @Option(help: ArgumentHelp("Where the scans are. Default: blobs beside the ledger file.", valueName: "url"))
    var fromBlobs: String?

    @Flag(help: "One JSON object a table, and one at the end.")
    var json = false

    @Flag(help: "Says nothing but the end.")
    var quiet = false

    func validate() throws {
        _ = try places
        _ = try blobs.map { try BlobPlace($0, "--blobs") }
        _ = try fromBlobs.map { try BlobPlace($0, "--from-blobs") }
        if fromBlobs != nil, blobs == nil { throw ValidationError("--from-blobs needs --blobs: where they are to be") }
    }

    private var places: (file: URL, server: PostgresAddress) {
        get throws {
            guard case .file(let file) = try LedgerOptions.place(of: from, "--from") else {
                throw ValidationError("--from should be sqlite:PATH")
            }
            guard case .server(let server, _) = try LedgerOptions.place(of: to, "--to") else {
                throw ValidationError("--to should be postgres://USER@HOST/DATABASE")
            }
            return (file, server)
        }
    }

    func run() async throws {
        try await reporting {
            let (file, server) = try places
            let diary = MigrationDiary(isShown: !quiet)
            defer { diary.end() }
            let transfer = try await LedgerTransfer.open(from: file, to: server, now: Date())
            try await transfer.copy { diary.tell("copying", $0) }
            let scans = try await copyBlobs(of: transfer, beside: file, diary)
            let tables = try await transfer.verify { diary.tell("comparing", $0) }
            let events = try await checkChain(of: transfer)
            let reports = try await checkReports(of: transfer)
            try await transfer.finish()
            diary.end()
            try say(MigrationSummary(tables: tables, events: events, figures: reports, scans: scans), to: server)
            if let scans, scans.lost > 0 { throw ExitStatus.quarantined.exitCode }
        }
    }

    private func copyBlobs(
        of transfer: LedgerTransfer, beside file: URL, _ diary: MigrationDiary
    ) async throws -> LedgerTransfer.CopiedBlobs? {
        guard let blobs else { return nil }
        let folder = file.deletingLastPathComponent()
        let old = try fromBlobs.map { try BlobPlace($0, "--from-blobs") } ?? .folder(folder.appending(path: "blobs"))
        let copies = try TransferFolder()
        return try await transfer.copyBlobs(
            from: try await old.open(copies: copies.url),
            to: try await BlobPlace(blobs, "--blobs").open(copies: copies.url)
        ) { diary.tell("sending", $0) }
    }

    /// - Returns: How many events there are.
    private func checkChain(of transfer: LedgerTransfer) async throws -> Int {
        let there = try await transfer.target.auditEvents()
        if let fault = there.fault { throw LedgerError.damaged("on the server \(fault.text)") }
        let damage = try await transfer.target.damage()
        if let first = damage.first { throw LedgerError.damaged("on the server: \(first)") }
        return there.sound
    }

    /// - Returns: How many figures were compared.
    private func checkReports(of transfer: LedgerTransfer) async throws -> Int {
        async let there = EveryReport(of: transfer.target)
        let here = try await EveryReport(of: transfer.source)
        let found = try await there
        for (one, other) in zip(here.tables, found.tables) where one != other {
            throw LedgerError.damaged("the report \(one.name) says other figures on the server than from the file")
        }
        guard here == found else { throw LedgerError.damaged("the server's ledger has other reports than the file") }
        return here.figures
    }

    private func say(_ summary: MigrationSummary, to server: PostgresAddress) throws {
        for line in json ? try summary.objects() : summary.lines() { Console.say(line) }
        guard !quiet else { return }
        Console.complain(
            "the ledger is at \(server.place) now; the file stays as it was, and nobody should work with it any more")
        if let scans = summary.scans, scans.lost > 0 {
            Console.complain("hoso: \(scans.lost) scans have no file any more, or a damaged one, where they should be")
        }
    }
}

/// A folder for files on their way, gone with it.
private final class TransferFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "hoso-migrate-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
