import Foundation
import Ledger
import Testing

/// Short commands beside a process that works on the same ledger file, as `hoso serve` does.
@Suite struct GuestCommandTests {
    @Test func account_isClosed_whileAnotherProcessHasTheLedger() async throws {
        let folder = try TemporaryFolder()
        let desk = try await Ledger.open(at: folder.url.appending(path: "ledger.sqlite"), now: Date())
        try await desk.addAccount("an", role: .administrator, unit: nil, password: "scrypt:…", by: nil, now: Date())
        let data = ["--data", folder.url.path]
        let closed = try await HosoCommand.run(["account", "close", "an"] + data)
        #expect(closed.status == 0, "\(closed.complaints)")
        #expect(try await desk.accounts().allSatisfy { $0.closedAt != nil })
        let run = try await HosoCommand.run(["run", folder.path("nothing")] + data)
        #expect(run.status == 75)
        #expect(try await desk.auditEvents().fault == nil)
    }

    @Test func guests_areKeptOut_whereNobodyMayWrite() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "ledger.sqlite")
        do { _ = try await Ledger.open(at: file, now: Date()) }
        let kept = try await Ledger.openForReading(at: file, keepingOthersOut: true)
        await #expect(throws: LedgerError.self) { try await Ledger.openAsGuest(at: .file(file), now: Date()) }
        withExtendedLifetime(kept) {}
    }

    @Test func guestsAndTheirHost_writeOneChain() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "ledger.sqlite")
        let host = try await Ledger.open(at: file, now: Date())
        let guests = try await [
            Ledger.openAsGuest(at: .file(file), now: Date()), Ledger.openAsGuest(at: .file(file), now: Date()),
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, ledger) in ([host] + guests).enumerated() {
                group.addTask {
                    for number in 1...10 {
                        let digits = String(repeating: String(index), count: 60) + String(1_000 + number)
                        _ = try await ledger.register(
                            ArrivedFile(
                                digest: digits, name: "\(number).pdf", bytes: 1, path: "/\(index)/\(number).pdf"),
                            now: Date())
                    }
                }
            }
            try await group.waitForAll()
        }
        let audit = try await host.auditEvents()
        #expect(audit.sound == 30 && audit.fault == nil)
        #expect(try await host.damage().isEmpty)
    }
}
