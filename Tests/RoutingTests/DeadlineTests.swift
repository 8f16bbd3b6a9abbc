import Dossiers
import Foundation
import Routing
import Testing

struct DeadlineTests {
    private func due(
        _ received: String, _ amount: Double, _ unit: TimeLimit.Unit = .workingDays, sameDay: Bool = false,
        extra: Int = 0
    ) throws -> String {
        let deadline = try SmallCalendar.calendar().deadline(
            received: try SmallCalendar.moment(received), limit: TimeLimit(amount: amount, unit: unit),
            isSameDay: sameDay, extraDays: extra)
        return SmallCalendar.text(deadline.due)
    }

    @Test(arguments: [
        ("2026-11-16 08:00", 3.0, "2026-11-19 17:00"),  // Monday: Tue, Wed, Thu
        ("2026-11-19 08:00", 3, "2026-11-25 17:00"),  // over a weekend and 24/11
        ("2026-02-13 08:00", 1, "2026-02-23 17:00"),  // over Tết
        ("2026-02-10 08:00", 5, "2026-02-24 17:00"),
        ("2025-04-25 08:00", 1, "2025-04-26 17:00"),  // a Saturday worked instead
        ("2025-04-28 08:00", 3, "2025-05-06 17:00"),  // 30/4, 1/5 and the swapped 2/5
        ("2026-04-24 08:00", 1, "2026-04-28 17:00"),  // made up for on Monday
        ("2025-12-30 08:00", 3, "2026-01-05 17:00"),  // over the year's end
        ("2025-12-31 08:00", 1, "2026-01-02 17:00"),
    ])
    func workingDays_skipDaysOffAndTakeSwappedDays(received: String, days: Double, expected: String) throws {
        #expect(try due(received, days) == expected)
    }

    @Test(arguments: [
        ("2026-11-18 15:00", "2026-11-18 17:00"),  // “after 15:00” is later than 15:00
        ("2026-11-18 15:01", "2026-11-19 17:00"),
        ("2026-11-18 05:00", "2026-11-18 17:00"),  // online, before the office opens
        ("2026-11-18 12:15", "2026-11-18 17:00"),
        ("2026-11-20 15:01", "2026-11-23 17:00"),  // Friday
        ("2026-11-21 09:00", "2026-11-23 17:00"),  // Saturday
        ("2026-11-22 23:59", "2026-11-23 17:00"),
        ("2026-11-23 16:00", "2026-11-25 17:00"),  // before a holiday
        ("2026-02-13 15:30", "2026-02-23 17:00"),
        ("2026-08-22 10:00", "2026-08-22 17:00"),  // a Saturday worked instead
    ])
    func sameDay_endsTodayUntilTheCutOff(received: String, expected: String) throws {
        #expect(try due(received, 1, sameDay: true) == expected)
    }

    @Test(arguments: [
        ("2026-11-16 16:59", "2026-11-17 17:00"),  // the 15:00 rule is for same-day procedures only
        ("2026-11-16 17:00", "2026-11-17 17:00"),
        ("2026-11-16 17:01", "2026-11-18 17:00"),
        ("2026-11-14 09:00", "2026-11-17 17:00"),  // Saturday counts as Monday's opening
        ("2026-11-15 22:00", "2026-11-17 17:00"),
        ("2026-11-24 09:00", "2026-11-26 17:00"),  // a holiday
    ])
    func receiptOutsideOfficeDays_countsFromTheNextOpening(received: String, expected: String) throws {
        #expect(try due(received, 1) == expected)
    }

    @Test(arguments: [
        ("2026-11-02 08:00", 15.0, 0, "2026-11-17 17:00"),
        ("2026-11-01 08:00", 15, 0, "2026-11-17 17:00"),  // received on Sunday
        ("2026-11-06 08:00", 9, 0, "2026-11-16 17:00"),  // Sunday the 15th -> Monday
        ("2026-02-01 18:00", 14, 0, "2026-02-23 17:00"),  // into Tết
        ("2026-11-02 08:00", 15, 10, "2026-11-27 17:00"),  // a difficult place
    ])
    func calendarDays_takeInAllDaysAndEndOnAWorkingDay(
        received: String, days: Double, extra: Int, expected: String
    ) throws {
        #expect(try due(received, days, .calendarDays, extra: extra) == expected)
    }

    @Test func difficultPlaces_addWorkingDays() throws {
        #expect(try due("2026-10-01 08:00", 20) == "2026-10-29 17:00")
        #expect(try due("2026-10-01 08:00", 20, extra: 10) == "2026-11-12 17:00")
    }

    @Test(arguments: [
        ("2026-11-18 08:00", 2.0, "2026-11-18 10:00"),
        ("2026-11-18 11:00", 1, "2026-11-18 14:00"),  // over lunch
        ("2026-11-18 10:30", 1, "2026-11-18 11:30"),  // ends with the morning
        ("2026-11-18 12:00", 1, "2026-11-18 14:30"),
        ("2026-11-18 16:00", 2, "2026-11-19 08:00"),
        ("2026-11-20 16:30", 1, "2026-11-23 07:30"),  // over the weekend
        ("2026-11-21 10:00", 1, "2026-11-23 08:00"),
        ("2026-11-18 18:00", 8, "2026-11-19 17:00"),
        ("2026-11-18 07:00", 16, "2026-11-19 17:00"),
        ("2026-11-18 07:00", 0.5, "2026-11-18 07:30"),
    ])
    func workingHours_runThroughOfficeHours(received: String, hours: Double, expected: String) throws {
        #expect(try due(received, hours, .workingHours) == expected)
    }

    @Test func beyondTheCalendar_isAnError() throws {
        #expect(throws: DeadlineError.self) { try due("2026-12-30 08:00", 5) }
        #expect(throws: DeadlineError.self) { try due("2024-12-31 08:00", 1) }
        #expect(try due("2026-12-30 08:00", 1) == "2026-12-31 17:00")
    }

    @Test func explanation_listsEveryDayFromReceiptToDueDate() throws {
        let deadline = try SmallCalendar.calendar().deadline(
            received: try SmallCalendar.moment("2026-11-20 17:30"), limit: TimeLimit(amount: 2, unit: .workingDays))
        #expect(
            deadline.days.map(\.day.description) == [
                "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26",
            ])
        #expect(deadline.days.map(\.total) == [nil, nil, nil, nil, nil, 1, 2])
        #expect(deadline.days[4].reason.contains("holiday"))
    }

    @Test(arguments: [
        (CalendarEntry.Standing.unverified, "2026-11-17 17:00", true),
        (.computed, "2026-11-18 17:00", true),
        (.verified, "2026-11-18 17:00", false),
    ])
    func uncertainDays_areDoubts_andUnverifiedOnesAreNotApplied(
        standing: CalendarEntry.Standing, expected: String, isDoubted: Bool
    ) throws {
        let entry = CalendarEntry(
            day: try SmallCalendar.day("2026-11-17"), kind: .swappedOff, name: "a proposal", standing: standing)
        let deadline = try SmallCalendar.calendar(more: [entry]).deadline(
            received: try SmallCalendar.moment("2026-11-16 08:00"), limit: TimeLimit(amount: 1, unit: .workingDays))
        #expect(SmallCalendar.text(deadline.due) == expected)
        #expect(deadline.doubts.isEmpty == !isDoubted)
    }

    /// Against a count that knows only strings and Foundation's calendar.
    @Test func workingDayCount_agreesWithANaiveCount() throws {
        let calendar = try SmallCalendar.calendar()
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = SmallCalendar.zone
        let format = Date.ISO8601FormatStyle(timeZone: SmallCalendar.zone).year().month().day()
        let off = Set(SmallCalendar.off + SmallCalendar.swappedOff + ["2026-04-27"])
        let work = Set(SmallCalendar.swappedWork)
        func works(_ date: Date) -> Bool {
            let text = date.formatted(format)
            let isWeekend = [1, 7].contains(gregorian.component(.weekday, from: date))
            return work.contains(text) || (!isWeekend && !off.contains(text))
        }
        let first = try SmallCalendar.moment("2025-01-01 08:00")
        for offset in 0..<640 {
            for limit in [1, 2, 3, 5, 8, 13, 21, 40] {
                let received = first.addingTimeInterval(Double(offset) * 86_400)
                var date = received
                while !works(date) { date += 86_400 }
                var left = limit
                while left > 0 {
                    date += 86_400
                    if works(date) { left -= 1 }
                }
                let deadline = try calendar.deadline(
                    received: received, limit: TimeLimit(amount: Double(limit), unit: .workingDays))
                #expect(
                    deadline.due == date.addingTimeInterval(9 * 3_600),
                    "\(limit) working days from \(received.formatted(format))")
                #expect(deadline.days.compactMap(\.total) == (1...limit).map(Double.init))
            }
        }
    }
}
