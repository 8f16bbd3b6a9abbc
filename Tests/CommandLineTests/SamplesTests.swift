import Foundation
import Testing

/// What `make demo` does, held against the truth beside the samples.
@Suite(.serialized)
struct SamplesTests {
    @Test func run_onTheCommittedSamples_routesThemRightly() async throws {
        let samples = HosoCommand.packageFolder.appending(path: "samples")
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run(
            "run", "samples", "--data", folder.path("data"), "--json", "--received", "2026-11-23T09:00")
        let output = try RunOutput(outcome)
        let profiles = try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted()
        var decidable = 0
        var right = 0
        for profile in profiles {
            for truth in try SampleTruth.all(in: samples.appending(path: profile)) {
                let result = try #require(
                    output.results.first { result in
                        result.source == "\(profile)/\(truth.file)" && !Set(result.pages).isDisjoint(with: truth.pages)
                    })
                if truth.procedure == nil {
                    #expect(result.decision == "review", "\(profile)/\(truth.file) is no procedure")
                } else if truth.isDecidable {
                    decidable += 1
                    if result.procedure?.code == truth.procedure { right += 1 }
                }
                if result.decision == "auto" {
                    #expect(result.procedure?.code == truth.procedure, "\(profile)/\(truth.file) was decided alone")
                    #expect(result.unit != nil && result.tasksAreDue)
                }
            }
        }
        #expect(output.summary.isBalanced)
        #expect(output.summary.quarantined == 0)
        #expect(output.summary.auto > 0)
        #expect(Double(right) >= 0.9 * Double(decidable), "\(right) of \(decidable) right")
        try await queues(of: folder, hold: output)
    }

    /// Every dossier decided alone stands in its unit's queue; every other one where a person finds it.
    private func queues(of folder: TemporaryFolder, hold output: RunOutput) async throws {
        for unit in Set(output.results.compactMap { $0.decision == "auto" ? $0.unit : nil }) {
            let list = try await HosoCommand.run(
                "queue", "list", "--unit", unit, "--data", folder.path("data"), "--json")
            let expected = output.results.filter { $0.decision == "auto" && $0.unit == unit }.compactMap(\.dossier)
            for dossier in expected { #expect(list.output.contains(dossier)) }
        }
        let review = try await HosoCommand.run("queue", "review", "--data", folder.path("data"), "--json")
        #expect(review.lines.count == output.summary.review)
    }

    @Test func samplesMake_withTheSameSeed_writesTheSameBytes() async throws {
        let folder = try TemporaryFolder()
        for name in ["one", "two"] {
            let made = try await HosoCommand.run(
                "samples", "make", folder.path(name), "--count", "2", "--seed", "11", "--profile", "fax")
            #expect(made.status == 0)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("one")).sorted()
        #expect(names.count >= 3)
        for name in names {
            let one = try Data(contentsOf: folder.url.appending(path: "one/\(name)"))
            let two = try Data(contentsOf: folder.url.appending(path: "two/\(name)"))
            #expect(one == two, "\(name)")
        }
    }
}
