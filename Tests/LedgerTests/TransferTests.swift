import Foundation
import GRDB
import Ledger
import TestServices
import Testing

/// From a file to a server.
@Suite struct TransferTests {
    private let now = LedgerFixture.morning

    /// Ended by the test, as a kill would.
    private struct Interruption: Error {}

    @Test func transfer_thatIsInterruptedAfterEveryPortion_isTheSameInTheEnd() async throws {
        let source = try await GrownLedger()
        let before = try Data(contentsOf: source.file)
        let (text, address) = try await newPlace()
        var interruptions = 0
        while true {
            let transfer = try await LedgerTransfer.open(from: source.file, to: address, now: now)
            do {
                try await transfer.copy { _ in throw Interruption() }
                break
            } catch is Interruption {
                interruptions += 1
            }
        }
        #expect(interruptions > 28)
        let transfer = try await LedgerTransfer.open(from: source.file, to: address, now: now)
        let verified = try await transfer.verify { _ in }
        try await transfer.finish()
        let server = try await TemporaryPostgres.shared
        for table in verified {
            #expect(table.rows > 0, "nothing of \(table.table) is carried over here: give GrownLedger some of it")
            #expect(try server.query("SELECT COUNT(*) FROM \(table.table)", at: text) == String(table.rows))
        }
        let tables = try server.query(
            """
            SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                AND NOT relispartition
            """, at: text)
        #expect(Set(verified.map(\.table)) == Set(tables.split(separator: "\n").map(String.init)))
        #expect(try Data(contentsOf: source.file) == before)
        try await expectTheSame(source, address)
    }

    private func expectTheSame(_ source: GrownLedger, _ address: PostgresAddress) async throws {
        let here = try await Ledger.openForReading(at: source.file)
        let there = try await Ledger.open(at: .server(address), now: now)
        #expect(try await here.auditEvents() == there.auditEvents())
        #expect(try await there.auditEvents().fault == nil)
        #expect(try await there.damage().isEmpty)
        #expect(try await there.miscountedTallies().isEmpty)
        // What was being read when the file was left is read by others now.
        let claim = try await there.claimNextPage(for: "w", in: .everything, now: now, leaseFor: 60)
        #expect(claim?.page == 1)
    }

    @Test func half_isNobodysToUse_andOnlyItsOwnSourceGoesOn() async throws {
        let source = try await GrownLedger()
        let (_, address) = try await newPlace()
        do {
            let transfer = try await LedgerTransfer.open(from: source.file, to: address, now: now)
            await #expect(throws: Interruption.self) { try await transfer.copy { _ in throw Interruption() } }
            await #expect(throws: LedgerError.self) { try await transfer.verify { _ in } }
            await #expect(throws: LedgerError.self) { try await transfer.finish() }
        }
        let reading = await #expect(throws: LedgerError.self) { try await Ledger.openForReading(at: .server(address)) }
        #expect(reading?.description.contains("hoso migrate") == true)
        let writing = await #expect(throws: LedgerError.self) { try await Ledger.open(at: .server(address), now: now) }
        #expect(writing?.description.contains("hoso migrate") == true)
        let other = try await GrownLedger()
        _ = try await Ledger.open(at: other.file, now: now).register(.named("new.pdf"), now: now)
        let error = await #expect(throws: LedgerError.self) {
            _ = try await LedgerTransfer.open(from: other.file, to: address, now: now)
        }
        #expect(error?.description.contains("begin again") == true)
    }

    @Test func ledgerThatIsInUse_orPlaceThatIsTaken_isRefused() async throws {
        let source = try await GrownLedger()
        let (_, address) = try await newPlace()
        let writer = try await Ledger.open(at: source.file, now: now)
        let busy = await #expect(throws: LedgerError.self) {
            _ = try await LedgerTransfer.open(from: source.file, to: address, now: now)
        }
        #expect(busy?.description.contains("being written to") == true)
        withExtendedLifetime(writer) {}

        let taken = try await LedgerFixture(.postgres)
        try await taken.scan("a.pdf", pages: 1)
        guard case .server(let theirs, _) = taken.place else { return }
        let other = try await GrownLedger()
        let full = await #expect(throws: LedgerError.self) {
            _ = try await LedgerTransfer.open(from: other.file, to: theirs, now: now)
        }
        #expect(full?.description.contains("already") == true)
        #expect(try await taken.ledger.counts(in: .everything).scans == [.reading: 1])
    }

    @Test(arguments: [
        ("fields", "UPDATE fields SET confidence = confidence / 3"),
        ("sightings", "DELETE FROM sightings WHERE path = (SELECT MIN(path) FROM sightings)"),
        ("batches", "INSERT INTO batches (id, started_at) VALUES ('another', 1)"),
    ])
    func rowThatDiffers_isFound_andTheLedgerStaysClosed(table: String, sql: String) async throws {
        let source = try await GrownLedger()
        let (text, address) = try await newPlace()
        let transfer = try await LedgerTransfer.open(from: source.file, to: address, now: now)
        try await transfer.copy { _ in }
        try await TemporaryPostgres.shared.query(sql, at: text)
        let error = await #expect(throws: LedgerError.self) { try await transfer.verify { _ in } }
        #expect(error?.description.contains("table \(table)") == true)
        await #expect(throws: LedgerError.self) { try await transfer.finish() }
    }

    @Test func blobs_goOnWhereTheyWere_andLostOnesAreCounted() async throws {
        let source = try await LedgerFixture(.sqlite)
        let old = try FolderBlobStore(in: source.folder.appending(path: "blobs"))
        let new = try FolderBlobStore(in: source.folder.appending(path: "kept"))
        for number in 1...150 {
            let file = source.folder.appending(path: "\(number).pdf")
            try Data("scan \(number)".utf8).write(to: file)
            let blob = try await old.put(file)
            let arrived = ArrivedFile(digest: blob.digest, name: "\(number).pdf", bytes: blob.bytes, path: file.path)
            _ = try await source.ledger.register(arrived, now: now)
            if number == 3 { try Data("scan X".utf8).write(to: old.url(of: blob.digest)) }
            if number == 4 { try FileManager.default.removeItem(at: old.url(of: blob.digest)) }
        }
        let model = source.folder.appending(path: "model")
        try Data("a model".utf8).write(to: model)
        let digest = try await old.put(model).digest
        try source.tamper(
            """
            INSERT INTO models (identifier, digest, kind, added_at, added_by, card, figures, is_shadow)
            VALUES ('forms/2', '\(digest)', 'forms', 1, 'an', '{}', '{}', 0)
            """)
        let copy = source.folder.appending(path: "copy")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        let file = copy.appending(path: "ledger.sqlite")
        try await source.copy(to: file)
        let (_, address) = try await newPlace()
        do {
            let transfer = try await LedgerTransfer.open(from: file, to: address, now: now)
            await #expect(throws: Interruption.self) {
                _ = try await transfer.copyBlobs(from: old, to: new) { _ in throw Interruption() }
            }
        }
        let transfer = try await LedgerTransfer.open(from: file, to: address, now: now)
        let copied = try await transfer.copyBlobs(from: old, to: new) { _ in }
        #expect(copied == LedgerTransfer.CopiedBlobs(there: 148, lost: 2))
        #expect(new.contains(digest))
    }

    private func newPlace() async throws -> (text: String, PostgresAddress) {
        let text = try await TemporaryPostgres.shared.newLedger()
        return (text, try #require(PostgresAddress(text)))
    }
}
