import Foundation
import Subprocess
import Testing

/// The whole way, on scans, through the command line.
@Suite(.serialized)
struct RunTests {
    @Test func run_onAFolder_accountsForEveryPageAndRoutesToUnits() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 6, seed: 301)
        let outcome = try await HosoCommand.run(
            "run", folder.path("scans"), "--data", folder.path("data"), "--json", "--received", "2026-11-23T09:00")
        let output = try RunOutput(outcome)

        #expect(output.summary.isBalanced)
        #expect(output.summary.dossiers == 6)
        #expect(output.summary.quarantined == 0)
        #expect(outcome.status == 0)
        for result in output.results where result.decision == "auto" {
            #expect(result.unit != nil)
            #expect(result.procedure != nil)
        }
        #expect(Set(output.results.map(\.decision)).isSubset(of: ["auto", "review"]))
    }

    @Test func run_again_changesNothingAndSaysSo() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 2, seed: 302)
        let arguments = ["run", folder.path("scans"), "--data", folder.path("data"), "--json"]
        let first = try RunOutput(try await HosoCommand.run(arguments))
        let second = try RunOutput(try await HosoCommand.run(arguments))

        #expect(second.essence == first.essence)
        #expect(second.results.map(\.dossier) == first.results.map(\.dossier))
        #expect(second.results.allSatisfy { $0.repeated == true })
        #expect(second.summary.repeated == first.results.count)
        let words = try await HosoCommand.run("run", folder.path("scans"), "--data", folder.path("data"))
        #expect(words.output.contains("triaged before"))
    }

    @Test func run_killedAtAnyMoment_endsLikeAnUndisturbedRun() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 60, seed: 303, "--profile", "fax", "--format", "tiff")
        let received = ["--received", "2026-11-23T09:00", "--json"]
        let undisturbed = ["run", folder.path("scans"), "--data", folder.path("calm")] + received
        let expected = try RunOutput(try await HosoCommand.run(undisturbed))

        let disturbed = ["run", folder.path("scans"), "--data", folder.path("stormy")] + received
        // Moments from an own generator, so that a failure can be repeated.
        var moment: UInt64 = 20
        var kills = 0
        for _ in 0..<20 {
            moment = moment &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let milliseconds = 100 + Int(moment >> 33) % 1500
            if try await HosoCommand.runAndKill(disturbed, after: milliseconds) { kills += 1 }
        }
        let actual = try RunOutput(try await HosoCommand.run(disturbed))

        #expect(kills >= 15)
        #expect(actual.essence == expected.essence)
        #expect(actual.summary.pages == expected.summary.pages)
        #expect(Set(actual.results.compactMap(\.dossier)).count == expected.results.count)
        #expect(actual.summary.isBalanced)
        #expect(try await leftRunning(folder).isEmpty)
    }

    @Test func run_whoseReaderIsKilledOnAPage_readsThePageWithAnother() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 5, seed: 304)
        async let running = HosoCommand.run(
            "run", folder.path("scans"), "--data", folder.path("data"), "--json", "--jobs", "1")
        // One kill: a page that loses its reader twice is quarantined, as it should be.
        var killed: Int32?
        for _ in 0..<600 where killed == nil {
            try await Task.sleep(for: .milliseconds(50))
            // A reader in the middle of a page has used the processor for a while.
            if let reader = try Readers.running(under: folder.path("data"))
                .first(where: { Readers.processorSeconds(of: $0) > 0.6 })
            {
                kill(reader, SIGKILL)
                killed = reader
            }
        }
        let outcome = try await running
        let output = try RunOutput(outcome)

        #expect(killed != nil)
        #expect(output.summary.quarantined == 0)
        #expect(output.summary.isBalanced)
        #expect(output.summary.dossiers == 5)
    }

    @Test func run_withoutLanguageData_saysWhatToInstall() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 1, seed: 305)
        let outcome = try await HosoCommand.run(
            ["run", folder.path("scans"), "--data", folder.path("data")],
            environment: ["TESSDATA_PREFIX": folder.path("empty")])

        #expect(outcome.status == 69)
        #expect(outcome.complaints.contains("tesseract-ocr-eng"))
    }

    @Test func run_besideAnotherRunOnTheSameData_isToldToTryAgain() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 4, seed: 306)
        async let first = HosoCommand.run("run", folder.path("scans"), "--data", folder.path("data"), "--json")
        while !FileManager.default.fileExists(atPath: folder.path("data/ledger.sqlite")) {
            try await Task.sleep(for: .milliseconds(20))
        }
        try await Task.sleep(for: .milliseconds(300))
        let second = try await HosoCommand.run("run", folder.path("scans"), "--data", folder.path("data"))

        #expect(second.status == 75)
        #expect(try RunOutput(try await first).summary.dossiers == 4)
    }

    @Test func run_onABatch_cutsItAtItsSeparators() async throws {
        let folder = try TemporaryFolder()
        try await makeSamples(in: folder, count: 4, seed: 307, "--batch", "--profile", "office", "--format", "tiff")
        let output = try RunOutput(
            try await HosoCommand.run("run", folder.path("scans"), "--data", folder.path("data"), "--json"))

        #expect(output.summary.dossiers == 4)
        #expect(output.summary.separator > 0)
        #expect(output.summary.isBalanced)
    }

    private func makeSamples(in folder: TemporaryFolder, count: Int, seed: Int, _ more: String...) async throws {
        let made = try await HosoCommand.run(
            ["samples", "make", folder.path("scans"), "--count", "\(count)", "--seed", "\(seed)"] + more)
        try #require(made.status == 0, "samples make: \(made.complaints)")
    }

    /// Processes whose command line names the folder.
    private func leftRunning(_ folder: TemporaryFolder) async throws -> [Int32] {
        try await Task.sleep(for: .seconds(1))
        return try Readers.processes { $0.contains(folder.url.path) }
    }
}
