import Dossiers
import Foundation
import GRDB
import Ledger
import Synchronization
import Testing

@Suite struct LedgerFileTests {
    @Test(
        arguments: LedgerKind.allCases,
        [
            "UPDATE events SET kind = 'page.read'", "DELETE FROM events", "DELETE FROM decisions",
            "UPDATE decisions SET decision = 'auto'",
        ])
    func events_cannotBeChanged(kind: LedgerKind, sql: String) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        try await fixture.ledger.recordTriage(
            .decided(.review, dossier.id), pipeline: "commune/1", now: LedgerFixture.morning)
        #expect(throws: (any Error).self) { try fixture.tamper(sql) }
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test func ledger_isForThisAccountOnly() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        try await fixture.scan("a.pdf", pages: 1)
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "hoso.lock"] {
            let rights = try FileManager.default.attributesOfItem(atPath: fixture.folder.appending(path: name).path)
            #expect((rights[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func removedEvent_isNoticed() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        try await fixture.scan("a.pdf", pages: 1)
        try fixture.tamper("DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE sequence = 1")
        #expect(try await fixture.ledger.damage().count == 1)
    }

    @Test func secondWriter_isRefusedWithTheHoldersNumber_andReadersAreNot() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        try await fixture.scan("a.pdf", pages: 1)
        let error = await #expect(throws: LedgerError.self) {
            try await Ledger.open(at: fixture.file, now: LedgerFixture.morning)
        }
        #expect(error?.description.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
        let reader = try await Ledger.openForReading(at: fixture.file)
        #expect(try await reader.counts(in: .everything).pages == [.pending: 1])
    }

    @Test func ledgersOfTheirOwn_doNotShareADataFolder() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let elsewhere = fixture.folder.appending(path: "elsewhere")
        await #expect(throws: LedgerError.self) {
            try await Ledger.open(
                at: elsewhere.appending(path: "ledger.sqlite"), dataFolder: fixture.folder, now: LedgerFixture.morning)
        }
        let link = fixture.folder.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
        _ = try await Ledger.open(
            at: elsewhere.appending(path: "ledger.sqlite"), dataFolder: link, now: LedgerFixture.morning)
    }

    @Test func ledgerLetGo_canBeOpenedAgain_withAllThatWasRecorded() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ledger.sqlite")
        var ledger: Ledger? = try await Ledger.open(at: file, now: LedgerFixture.morning)
        _ = try await ledger?.register(.named("a.pdf"), now: LedgerFixture.morning)
        ledger = nil
        let again = try await Ledger.open(at: file, now: LedgerFixture.morning)
        #expect(try await again.counts(in: .everything).scans == [.registered: 1])
    }

    @Test func newerSchema_isRefusedInWords() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ledger.sqlite")
        do {
            _ = try await Ledger.open(at: file, now: LedgerFixture.morning)
        }
        try await DatabaseQueue(path: file.path).write {
            try $0.execute(sql: "INSERT INTO migrations (number, applied_at) VALUES (4711, 0)")
        }
        let writing = await #expect(throws: LedgerError.self) {
            try await Ledger.open(at: file, now: LedgerFixture.morning)
        }
        let reading = await #expect(throws: LedgerError.self) { try await Ledger.openForReading(at: file) }
        #expect(writing?.description.contains("schema 4711") == true)
        #expect(reading?.description.contains("schema 4711") == true)
    }

    @Test func missingLedger_isNotMadeByReading() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString).sqlite")
        await #expect(throws: LedgerError.self) { try await Ledger.openForReading(at: file) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func fileThatIsNoLedger_isRefused() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "ledger.sqlite")
        let bytes = Data(repeating: 0x41, count: 4096)
        try bytes.write(to: file)
        await #expect(throws: LedgerError.self) { try await Ledger.open(at: file, now: LedgerFixture.morning) }
        #expect(try Data(contentsOf: file) == bytes)
    }

    @Test(arguments: LedgerKind.allCases)
    func secondConnection_seesOnlyWholeTransactions(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let isWritten = Atomic(false)
        async let looking = {
            let reader = try await Ledger.openForReading(at: fixture.place)
            var looks = 0
            while !isWritten.load(ordering: .relaxed) {
                // Half a transaction would show as an event or a page too few.
                #expect(try await reader.damage().isEmpty)
                looks += 1
            }
            return looks
        }()
        for number in 1...40 {
            let dossiers = try await fixture.splitScan("scan-\(number).pdf", dossiers: 3)
            for dossier in dossiers {
                try await fixture.ledger.recordTriage(
                    .decided(.auto, dossier.id, pages: dossier.pages), pipeline: "commune/1",
                    now: LedgerFixture.morning)
            }
        }
        isWritten.store(true, ordering: .relaxed)
        #expect(try await looking > 0)
    }
}
