import Foundation
import Insight
import Ledger
import Routing
import Testing

@Suite struct DeadlineReportTests {
    static let monday = OfficeFixture.monday
    static let day = OfficeFixture.day

    @Test func results_areEarlyOnTimeOrLate_byTheDay() async throws {
        let office = try await OfficeFixture()
        let due = Self.monday + 3 * Self.day
        _ = try await office.done(due: due, received: Self.monday, at: due - Self.day)
        // The same day, after the hour: on time.
        _ = try await office.done(due: due, received: Self.monday, at: due + 3_600)
        _ = try await office.done(due: due, received: Self.monday, at: due + Self.day)
        _ = try await office.done(due: nil, received: Self.monday, at: due)
        let line = try #require(
            try await DeadlineReport(from: office.source("2026-08-01", "2026-08-31")).lines.first)
        #expect(line.received == 4)
        for count in [line.early, line.onTime, line.late, line.undated] { #expect(count == 1) }
        #expect(line.open == 0)
        #expect(line.overdue == 0)
        #expect(line.strictRate == 2.0 / 3)
        #expect(line.officialRate == 3.0 / 4)
    }

    @Test func monthsEachEnd_withWhatIsOpenAndOverdueThen() async throws {
        let office = try await OfficeFixture()
        // Due in August, done in October.
        _ = try await office.done(
            due: Self.monday + 5 * Self.day, received: Self.monday, at: Self.monday + 60 * Self.day)
        let report = try await DeadlineReport(
            from: office.source("2026-08-01", "2026-10-31", by: [.month, .unit]))
        #expect(report.lines.map { $0.key.month?.description } == ["2026-08-01", "2026-09-01", "2026-10-01"])
        #expect(report.lines.map(\.open) == [1, 1, 0])
        #expect(report.lines.map(\.overdue) == [1, 1, 0])
        #expect(report.lines.map(\.late) == [0, 0, 1])
    }

    @Test func whatWaitsForTheCitizen_isNotOverdue() async throws {
        let office = try await OfficeFixture()
        let item = try await office.item(due: Self.monday + 2 * Self.day, at: Self.monday)
        try await office.ledger.accept(item, by: "officer", now: Self.monday)
        try await office.ledger.pause(item, for: .supplement, by: "officer", now: Self.monday + Self.day)
        let line = try #require(
            try await DeadlineReport(from: office.source("2026-08-01", "2026-08-31")).lines.first)
        #expect(line.open == 1)
        #expect(line.waiting == 1)
        #expect(line.overdue == 0)
    }

    @Test func reduction_isHowMuchShorterThePromiseIs() async throws {
        let office = try await OfficeFixture()
        _ = try await office.item(
            due: Self.monday + 6 * Self.day, statutory: Self.monday + 10 * Self.day, at: Self.monday)
        let line = try #require(
            try await DeadlineReport(from: office.source("2026-08-01", "2026-08-31")).lines.first)
        #expect(line.reduction == 0.4)
    }

    @Test func unitsThatAreOneNow_areReadTogetherOrApart() async throws {
        let office = try await OfficeFixture()
        _ = try await office.done(unit: "tu-phap", due: nil, received: Self.monday, at: Self.monday)
        _ = try await office.item(unit: "ho-tich", at: Self.monday)
        let then = try await DeadlineReport(from: office.source("2026-08-01", "2026-08-31", by: [.unit]))
        #expect(then.lines.map(\.key.unit) == ["ho-tich", "tu-phap"])
        var directory = ReportDirectory.none
        directory.unitNow = { unit, _ in ["tu-phap", "ho-tich"].contains(unit) ? "van-hoa" : unit }
        let now = try await DeadlineReport(
            from: office.source("2026-08-01", "2026-08-31", by: [.unit], directory: directory))
        #expect(now.lines.map(\.key.unit) == ["van-hoa"])
        #expect(now.lines.map(\.received) == [2])
        #expect(now.lines.map(\.open) == [1])
    }

    @Test func dueSoon_tellsTheLateAndTheDaysToCome() async throws {
        let office = try await OfficeFixture()
        _ = try await office.item(due: Self.monday - Self.day, at: Self.monday - 5 * Self.day)
        _ = try await office.item(due: Self.monday, at: Self.monday - 5 * Self.day)
        _ = try await office.item(due: Self.monday + 2 * Self.day, at: Self.monday)
        _ = try await office.item(due: Self.monday + 9 * Self.day, at: Self.monday)
        let done = try await office.item(due: Self.monday + 2 * Self.day, at: Self.monday)
        try await office.ledger.accept(done, by: "o", now: Self.monday)
        try await office.ledger.complete(done, by: "o", now: Self.monday)
        let report = try await DueSoonReport(from: office.source("2026-08-03", "2026-08-10"))
        #expect(report.lines.map { $0.due?.description } == [nil, "2026-08-03", "2026-08-05"])
        #expect(report.lines.map(\.items) == [1, 1, 1])
    }
}
