import Foundation
import GRDB
import Ledger
import Testing

@Suite struct EventAuditTests {
    /// 100,000 events, written by the first version and chained when this one opened them.
    @Test func oneFlippedByte_anywhereInALongLog_isFoundAndNamed() async throws {
        let ledger = try await MigratedLedger(events: 100_000)
        let whole = try await ledger.audit()
        #expect(whole.sound == 100_000)
        #expect(whole.fault == nil)

        var generator = SystemRandomNumberGenerator()
        let columns = ["happened_at", "kind", "scan", "page", "detail", "hash"]
        for column in columns {
            let sequence = Int.random(in: 3...100_000, using: &generator)
            let undo = try ledger.flip(column, of: sequence, using: &generator)
            let found = try await ledger.audit()
            #expect(found.fault?.sequence == sequence, "\(column)")
            #expect(found.fault?.kind == .changed)
            try ledger.restore(undo)
        }
        #expect(try await ledger.audit().fault == nil)
    }

    @Test func flippedByteInTheFile_isFoundAndNamed() async throws {
        let ledger = try await MigratedLedger(events: 1_000)
        let hash = try ledger.text("SELECT hash FROM events WHERE sequence = 421")
        try ledger.flipByteInFile(of: hash)
        #expect(try await ledger.audit().fault?.sequence == 421)
    }

    @Test func removedEvent_isNamed() async throws {
        let ledger = try await MigratedLedger(events: 100)
        try ledger.tamper("DELETE FROM events WHERE sequence = 57")
        let fault = try await ledger.audit().fault
        #expect(fault?.sequence == 57)
        #expect(fault?.kind == .removed)
    }

    @Test func removedEnd_isNamed_evenWhereTheCounterWasSetBack() async throws {
        let ledger = try await MigratedLedger(events: 100)
        let head = try await ledger.audit().head
        try ledger.tamper("DELETE FROM events WHERE sequence > 90")
        #expect(try await ledger.audit().fault?.sequence == 91)
        try ledger.tamper("UPDATE counters SET value = 90 WHERE name = 'event'")
        #expect(try await ledger.audit().fault == nil)
        #expect(try await ledger.audit(known: (100, head)).fault?.sequence == 91)
    }

    @Test(arguments: [0, 101])
    func insertedEvent_isNamed(sequence: Int) async throws {
        let ledger = try await MigratedLedger(events: 100)
        try ledger.tamper(
            """
            PRAGMA ignore_check_constraints = ON;
            INSERT INTO events (sequence, happened_at, kind, detail, hash)
            SELECT \(sequence), happened_at, kind, detail, hash FROM events WHERE sequence = 50
            """)
        let fault = try await ledger.audit().fault
        #expect(fault?.sequence == sequence)
        #expect(fault?.kind == .inserted)
    }

    @Test(arguments: LedgerKind.allCases)
    func newEvents_continueTheChain(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        _ = try await fixture.splitScan("a.pdf", dossiers: 3)
        let audit = try await fixture.ledger.auditEvents()
        #expect(audit.fault == nil)
        #expect(audit.sound == (try fixture.stored("SELECT COUNT(*) FROM events")))
    }
}

/// A ledger of the first version that this one has opened.
private struct MigratedLedger {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")

    init(events: Int) async throws {
        try VersionOneLedger.make(at: file, events: events)
        _ = try await Ledger.open(at: file, now: LedgerFixture.morning)
        try tamper("DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted")
    }

    var file: URL { folder.appending(path: "ledger.sqlite") }

    func audit(known: (sequence: Int, hash: String)? = nil) async throws -> EventAudit {
        try await Ledger.openForReading(at: file).auditEvents(known: known)
    }

    func tamper(_ sql: String) throws {
        try withDatabase { try $0.execute(sql: sql) }
    }

    func text(_ sql: String) throws -> String {
        try withDatabase { try String.fetchOne($0, sql: sql) ?? "" }
    }

    /// Flips one bit of one byte of a column, whatever its type.
    ///
    /// - Returns: What puts it back.
    func flip(
        _ column: String, of sequence: Int, using generator: inout some RandomNumberGenerator
    ) throws -> (sql: String, value: DatabaseValue) {
        let sql = "UPDATE events SET \(column) = ? WHERE sequence = \(sequence)"
        let old = try withDatabase { database in
            try Row.fetchOne(database, sql: "SELECT \(column) FROM events WHERE sequence = \(sequence)")?[0]
                as DatabaseValue?
        }
        let value = try #require(old)
        let new: DatabaseValue
        switch value.storage {
        case .int64(let number):
            new = (number ^ (1 << Int64.random(in: 0..<40, using: &generator))).databaseValue
        case .string(let text):
            var bytes = Array(text.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1
            new = String(decoding: bytes, as: UTF8.self).databaseValue
        default: new = value
        }
        try withDatabase { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
            try database.execute(sql: sql, arguments: [new])
        }
        return (sql, value)
    }

    func restore(_ undo: (sql: String, value: DatabaseValue)) throws {
        try withDatabase { try $0.execute(sql: undo.sql, arguments: [undo.value]) }
    }

    func flipByteInFile(of text: String) throws {
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data(text.utf8)))
        bytes[place.lowerBound + 7] ^= 1
        try bytes.write(to: file)
    }

    /// The connection is closed after each use, so that everything stands in the file itself.
    private func withDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let queue = try DatabaseQueue(path: file.path)
        let result = try queue.writeWithoutTransaction(body)
        try queue.close()
        return result
    }
}
