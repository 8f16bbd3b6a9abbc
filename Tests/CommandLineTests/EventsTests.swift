import Foundation
import Testing

/// What a run tells while it works.
struct EventsTests {
    private struct Line: Decodable {
        var event: String?
        var from: String?
        var decision: String?
        var page: Int?
    }

    @Test func run_withEvents_suggestsBeforeItReadsAndReadsBeforeItDecides() async throws {
        let folder = try TemporaryFolder()
        _ = try await HosoCommand.run(
            "samples", "make", folder.path("scans"), "--count", "1", "--seed", "311", "--profile", "office")
        let outcome = try await HosoCommand.run(
            "run", folder.path("scans"), "--data", folder.path("data"), "--json", "--events")
        let lines = try outcome.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        let title = try #require(lines.firstIndex { $0.event == "suggestion" && $0.from == "title-zone" })
        let page = try #require(lines.firstIndex { $0.event == "suggestion" && $0.from == "first-page" })
        let decided = try #require(lines.firstIndex { $0.event == "dossier" })
        let result = try #require(lines.firstIndex { $0.event == nil && $0.decision != nil })

        #expect(title < page && page < decided && decided < result)
        #expect(lines.contains { $0.event == "page" && $0.page == 1 })
        #expect(outcome.status == 0)
    }

    @Test func run_withEventsWithoutJSON_isAUsageError() async throws {
        let outcome = try await HosoCommand.run("run", "/nowhere", "--events")
        #expect(outcome.status == 64)
        #expect(outcome.complaints.contains("--json"))
    }
}
