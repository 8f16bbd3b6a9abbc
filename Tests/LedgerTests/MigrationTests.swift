import Foundation
import Ledger
import Testing

@Suite struct MigrationTests {
    @Test func ledgerOfTheFirstVersion_keepsItsQueuesAndGoesOn() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ledger.sqlite")
        try VersionOneLedger.make(at: file, events: 20)
        await #expect(throws: LedgerError.self) { try await Ledger.openForReading(at: file) }

        let ledger = try await Ledger.open(at: file, now: LedgerFixture.morning)
        #expect(try await ledger.damage().isEmpty)
        let miscounted = try await ledger.miscountedTallies()
        #expect(miscounted.isEmpty, "\(miscounted)")
        let items = try await ledger.queue(of: "van-phong", [], limit: 10)
        #expect(Set(items.map(\.id)) == ["proposed", "accepted", "paused", "completed", "returned"])
        for item in items { #expect(item.state.rawValue == item.id) }
        let accepted = try await ledger.queueItem("accepted")
        #expect(accepted.officer == "officer-7")
        #expect(accepted.acceptedAt == Date(timeIntervalSince1970: 1_785_981_700))
        #expect(accepted.statutoryDue == accepted.due)
        #expect(try await ledger.pauses(of: "paused").map(\.why) == [.unknown])

        let now = LedgerFixture.morning.addingTimeInterval(3_600)
        try await ledger.complete("accepted", by: "officer-7", now: now)
        try await ledger.resume("paused", by: "officer-7", now: now) { _, _ in nil }
        try await ledger.handOver("completed", by: "officer-7", now: now)
        try await ledger.assign("returned", to: "kinh-te", by: "officer-7", now: now)
        #expect(try await ledger.events(ofDossier: "D").count == 5)
        #expect(try await ledger.auditEvents().fault == nil)
        #expect(try await ledger.damage().isEmpty)
    }
}
