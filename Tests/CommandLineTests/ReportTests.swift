import Foundation
import Testing

/// Reports as a supervisor asks for them. The figures themselves are tested where they are made.
@Suite struct ReportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")

    @Test(arguments: [
        ["report", "sla", "--by", "colour"],
        ["report", "sla", "--from", "2026-02-30"],
        ["report", "sla", "--from", "2026-12-01", "--to", "2026-11-30"],
        ["report", "sla", "--json", "--csv"],
        ["report", "--form", "II.99"],
        ["report", "--form", "II.06a", "--by", "month"],
        ["report", "due-soon", "--days", "-1"],
        ["audit", "sample", "--draw", "5"],
    ])
    func badOptions_areUsageErrors(arguments: [String]) async throws {
        let outcome = try await HosoCommand.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaints.contains("--"))
    }

    @Test func missingLedger_isSaidWithWhatToDo() async throws {
        let outcome = try await HosoCommand.run("report", "sla", "--data", folder.path)
        #expect(outcome.status == 78)
        #expect(outcome.complaints.contains("check --data"))
    }

    @Test func emptyLedger_hasReportsOfNothing() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.path
        // Nobody has anything to judge; but the ledger is there from now on.
        let drawn = try await HosoCommand.run("audit", "sample", "--draw", "3", "--by", "chief", "--data", data)
        #expect(drawn.status == 0)
        #expect(drawn.output.hasPrefix("0 of 0"))
        for report in ["sla", "accuracy", "volume", "time", "due-soon", "satisfaction", "service", "drift"] {
            let outcome = try await HosoCommand.run("report", report, "--data", data)
            #expect(outcome.status == 0)
        }
        let form = try await HosoCommand.run("report", "--form", "II.06a", "--csv", "--data", data)
        #expect(form.status == 0)
        #expect(form.lines.first?.contains("column_13") == true)
        #expect(form.lines.last == "total,,,0,0,0,0,0,0,0,0,0,0,0,,")
    }
}
