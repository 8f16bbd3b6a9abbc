import Foundation
import TestServices
import Testing

@Suite(.serialized)
struct MigrateTests {
    @Test func office_carriedOverAndKilledTwice_goesOnOnTheServer_asItWas() async throws {
        let folder = try TemporaryFolder()
        let server = try await TemporaryPostgres.shared
        let store = try await TemporaryS3.shared
        let old = ["--data", folder.path("old")]
        let made = try await HosoCommand.run(
            "samples", "make", folder.path("scans"), "--count", "3", "--seed", "703")
        try #require(made.status == 0, "samples make: \(made.complaints)")
        try #require(
            try await HosoCommand.run(["run", folder.path("scans"), "--received", "2026-11-23T09:00"] + old).status == 0
        )
        let address = try server.newLedger()
        let kept = "s3://scans/" + UUID().uuidString
        let environment = HosoCommand.environment(store.environment)
        let migrate = [
            "migrate", "--from", "sqlite:" + folder.path("old/ledger.sqlite"), "--to", address, "--blobs", kept,
        ]
        // Makes the tables, so that they can be locked.
        _ = try await HosoCommand.run(
            "queue", "next", "--unit", "van-phong", "--accept", "--by", "o", "--ledger", address)
        for (table, before) in [("pages", "scans"), ("events", "queue_items")] {
            let isReached: @Sendable () -> Bool = {
                (try? server.query("SELECT is_copied FROM transfer WHERE name = '\(before)'", at: address)) == "1"
            }
            let isKilled = try await server.holding("LOCK TABLE \(table) IN SHARE MODE", at: address) {
                try await HosoCommand.run(migrate, environment: environment, killedOnce: isReached)
            }
            #expect(isKilled)
            let early = try await HosoCommand.run("queue", "list", "--unit", "van-phong", "--ledger", address)
            #expect(early.status == 78)
            #expect(early.complaints.contains("hoso migrate"))
        }
        let outcome = try await HosoCommand.run(migrate + ["--json"], environment: environment)
        #expect(outcome.status == 0, "\(outcome.complaints)")
        #expect(outcome.output.contains(#""lost":0"#))

        for report in [["form", "--form", "II.06a"], ["volume"], ["sla"], ["time"]] {
            let command = ["report"] + report + ["--from", "2026-01-01", "--to", "2026-12-31", "--json"]
            let here = try await HosoCommand.run(command + old)
            let there = try await HosoCommand.run(command + ["--ledger", address])
            #expect(here.status == 0 && here.output == there.output)
        }
        let new = ["--ledger", address, "--blobs", kept, "--data", folder.path("new")]
        let again = try RunOutput(
            try await HosoCommand.run(["run", folder.path("scans"), "--json"] + new, environment: environment))
        #expect(again.summary.repeated == again.results.count)
        let audit = try await HosoCommand.run("audit", "verify", "--tallies", "--ledger", address)
        #expect(audit.status == 0)
        let taken = try await HosoCommand.run(migrate, environment: environment)
        #expect(taken.status == 78)
        #expect(taken.complaints.contains("already"))
    }

    @Test(arguments: [
        (["--from", "postgres://h/d", "--to", "postgres://h/d"], Int32(64), "--from should be sqlite:PATH"),
        (["--from", "sqlite:/nowhere/ledger.sqlite", "--to", "sqlite:/b"], 64, "--to should be postgres://"),
        (["--from", "sqlite:/nowhere/ledger.sqlite", "--to", "postgres://h/d"], 78, "there is no ledger at /nowhere"),
        (
            ["--from", "sqlite:/a", "--to", "postgres://h/d", "--from-blobs", "file:/b"], 64,
            "--from-blobs needs --blobs"
        ),
    ])
    func migration_thatCannotBe_isRefusedInWords(arguments: [String], status: Int32, words: String) async throws {
        let outcome = try await HosoCommand.run(["migrate"] + arguments)
        #expect(outcome.status == status)
        #expect(outcome.complaints.contains(words))
    }
}
