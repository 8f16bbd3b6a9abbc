import Foundation
import Routing
import Testing

struct DayTests {
    @Test(arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "2026-11-24", "1900-03-01", "2100-02-28"])
    func reads_whatItWrites(text: String) throws {
        #expect(try #require(Day(text)).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-11-24T00:00", "", "+026-01-01", "2100-02-29",
    ])
    func refuses_whatIsNoDate(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func agreesWithFoundation_overACentury() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -3_000, through: 40_000, by: 7) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let expected = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = Day(number: number)
            #expect(day.components.year == expected.year)
            #expect(day.components.month == expected.month)
            #expect(day.components.day == expected.day)
            // Foundation counts from Sunday = 1.
            let weekday = try #require(Weekday.allCases.firstIndex(of: day.weekday))
            #expect((weekday + 1) % 7 + 1 == expected.weekday)
        }
    }

    @Test func fallsOnTheLocalDay() throws {
        let late = Date(
            timeIntervalSince1970: try SmallCalendar.day("2026-11-20").moment(second: 0, in: .gmt).timeIntervalSince1970
                + 18 * 3_600)
        #expect(Day(late, in: SmallCalendar.zone).description == "2026-11-21")
        #expect(Day(late, in: .gmt).description == "2026-11-20")
    }
}
