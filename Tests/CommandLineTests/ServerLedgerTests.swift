import Foundation
import TestServices
import Testing

/// The whole way over a ledger on a PostgreSQL server and scans in an S3 store.
@Suite(.serialized)
struct ServerLedgerTests {
    @Test(arguments: ["file:", "s3://scans/"])
    func run_onAServersLedger_endsLikeARunOnAFile(blobs: String) async throws {
        let folder = try TemporaryFolder()
        let server = try await TemporaryPostgres.shared
        let store = try await TemporaryS3.shared
        let ledger = try server.newLedger()
        let isFolder = blobs == "file:"
        let kept = blobs + (isFolder ? folder.path("kept") : UUID().uuidString)
        let made = try await HosoCommand.run(
            "samples", "make", folder.path("scans"), "--count", "4", "--seed", "701")
        try #require(made.status == 0, "samples make: \(made.complaints)")
        let run = ["run", folder.path("scans"), "--received", "2026-11-23T09:00", "--json"]
        let onServer = run + ["--ledger", ledger, "--data", folder.path("data"), "--blobs", kept]
        let expected = try RunOutput(try await HosoCommand.run(run + ["--data", folder.path("local")]))
        let environment = HosoCommand.environment(store.environment)
        let outcome = try await HosoCommand.run(onServer, environment: environment)
        let actual = try RunOutput(outcome)
        #expect(outcome.status == 0)
        #expect(actual.essence == expected.essence)
        #expect(actual.summary.isBalanced)

        let again = try RunOutput(try await HosoCommand.run(onServer, environment: environment))
        #expect(again.summary.repeated == expected.results.count)
        #expect(!FileManager.default.fileExists(atPath: folder.path("data/ledger.sqlite")))
        let audit = try await HosoCommand.run("audit", "verify", "--tallies", "--ledger", ledger)
        #expect(audit.status == 0)
    }

    @Test(arguments: [
        ("postgres://hoso:geheim@127.0.0.1:1/hoso", Int32(78), "127.0.0.1:1/hoso"),
        ("postgres://hoso:geheim@[::1/hoso", 64, "not understood"),
        ("mysql://hoso:geheim@host/hoso", 64, "postgres://USER@HOST/DATABASE"),
    ])
    func ledgerThatCannotBeHad_isSaid_withoutThePassword(address: String, status: Int32, words: String) async throws {
        let outcome = try await HosoCommand.run("queue", "list", "--unit", "van-phong", "--ledger", address)
        #expect(outcome.status == status)
        #expect(outcome.complaints.contains(words))
        #expect(!outcome.complaints.contains("geheim"))
    }
}
