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

    @Test func workersBesideARun_doTheirShare_andLeaveWhenTheyAreTold() async throws {
        let folder = try TemporaryFolder()
        let server = try await TemporaryPostgres.shared
        let environment = HosoCommand.environment([
            "HOSO_LEDGER": try server.newLedger(), "HOSO_BLOBS": "file:" + folder.path("kept"),
        ])
        let made = try await HosoCommand.run(
            "samples", "make", folder.path("scans"), "--count", "8", "--seed", "702")
        try #require(made.status == 0, "samples make: \(made.complaints)")
        let received = ["--received", "2026-11-23T09:00", "--json", "--jobs", "1"]
        let expected = try RunOutput(
            try await HosoCommand.run(["run", folder.path("scans"), "--data", folder.path("calm")] + received))

        let work = ["work", "--json", "--jobs", "1", "--host"]
        async let first = HosoCommand.runUntilStopped(
            work + ["one", "--data", folder.path("one")], environment: environment, whenThereIs: folder.path("done"))
        async let second = HosoCommand.runUntilStopped(
            work + ["two", "--data", folder.path("two")], environment: environment, whenThereIs: folder.path("done"))
        let run = try await HosoCommand.run(
            ["run", folder.path("scans"), "--data", folder.path("run")] + received, environment: environment)
        _ = FileManager.default.createFile(atPath: folder.path("done"), contents: nil)
        let ends = try await [first, second]

        #expect(try RunOutput(run).essence == expected.essence)
        #expect(ends.map(\.status) == [0, 0])
        let list = try await HosoCommand.run("work", "--list", environment: environment)
        #expect(list.output.contains("one") && list.output.contains("two"))
        #expect(!list.output.contains("works"))
        let audit = try await HosoCommand.run("audit", "verify", "--tallies", environment: environment)
        #expect(audit.status == 0)
    }

    @Test func work_withoutASharedLedger_orWithAnotherStore_isRefusedInWords() async throws {
        let folder = try TemporaryFolder()
        let alone = try await HosoCommand.run("work", "--data", folder.path("data"))
        #expect(alone.status == 64)
        #expect(alone.complaints.contains("hoso run"))
        let server = try await TemporaryPostgres.shared
        let ledger = ["--ledger", try server.newLedger(), "--data", folder.path("data"), "--blobs"]
        try Data("no scan".utf8).write(to: folder.url.appending(path: "a.pdf"))
        let run = try await HosoCommand.run(["run", folder.path("a.pdf")] + ledger + ["file:" + folder.path("kept")])
        #expect(run.status == 2)
        let elsewhere = try await HosoCommand.run(["work"] + ledger + ["file:" + folder.path("others")])
        #expect(elsewhere.status == 78)
        #expect(elsewhere.complaints.contains("--blobs"))
    }

    @Test(arguments: [
        ("postgres://hoso:geheim@127.0.0.1:1/hoso", Int32(75), "127.0.0.1:1/hoso"),
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
