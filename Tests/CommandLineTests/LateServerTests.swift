import Foundation
import Subprocess
import TestServices
import Testing

/// A host that is up before the ledger's server, as after a power cut.
@Suite struct LateServerTests {
    /// A line of `hoso work --list --json`.
    private struct Worker: Decodable {
        var worker: String
        var host: String
        var state: String
        var readers: Int
        var pages: Int
        var dossiers: Int
        var since: String
        var seen: String
        var pipeline: String
    }

    @Test func work_beforeTheServerIsThere_waitsAndSaysSo_thenWorksAndIsListed() async throws {
        let folder = try TemporaryFolder()
        let server = try await TemporaryPostgres.shared
        let proxy = try BreakingProxy(to: server.port)
        proxy.break(.line)
        let address = try server.newLedger().replacing(":\(server.port)/", with: ":\(proxy.port)/")
        let environment = HosoCommand.environment([
            "HOSO_LEDGER": address, "HOSO_BLOBS": "file:" + folder.path("kept"),
        ])
        async let late = HosoCommand.runUntilStopped(
            ["work", "--jobs", "1", "--host", "late", "--data", folder.path("data")], environment: environment,
            whenThereIs: folder.path("done"), complaints: folder.path("complaints"))
        let early = try await HosoCommand.run("work", "--list", environment: environment)
        #expect(early.status == 75)
        #expect(early.complaints.contains("does not answer"))

        let end = ContinuousClock.now + .seconds(180)
        var complaints = ""
        while !complaints.contains("waiting for it"), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(100))
            complaints = (try? String(contentsOfFile: folder.path("complaints"), encoding: .utf8)) ?? ""
        }
        #expect(complaints.contains("does not answer") && complaints.contains("waiting for it"))
        #expect(!complaints.contains("hoso@"))

        proxy.putRight(.line)
        let working = try await workers(environment) { $0.contains { $0.state == "works" } }
        _ = FileManager.default.createFile(atPath: folder.path("done"), contents: nil)
        #expect(try await late.status == 0)

        let listed = try await workers(environment) { _ in true }
        let one = try #require(listed.first)
        #expect(listed.map(\.worker) == working.map(\.worker))
        #expect(one.worker.hasPrefix("late-"))
        #expect(one.host == "late")
        #expect(one.state == "left")
        #expect(one.readers == 1 && one.pages == 0 && one.dossiers == 0)
        #expect(one.since <= one.seen)
        #expect(one.pipeline.hasPrefix("commune "))
    }

    /// What `hoso work --list --json` says once it says something that is waited for, or after three minutes.
    private func workers(
        _ environment: [Environment.Key: String], until holds: ([Worker]) -> Bool
    ) async throws -> [Worker] {
        let end = ContinuousClock.now + .seconds(180)
        while true {
            let outcome = try await HosoCommand.run("work", "--list", "--json", environment: environment)
            let workers =
                outcome.status == 0
                ? try outcome.lines.map { try JSONDecoder().decode(Worker.self, from: Data($0.utf8)) } : []
            if holds(workers) || ContinuousClock.now >= end { return workers }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
