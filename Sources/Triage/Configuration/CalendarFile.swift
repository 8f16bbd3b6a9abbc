import Foundation
import Routing

/// Reads a work calendar (`Pipelines/calendar`).
enum CalendarFile {
    /// Nil where there is nothing to count with; what is wrong goes to the list of problems.
    static func read(_ url: URL, problems: ProblemList) -> WorkCalendar? {
        guard let root = YAMLMap(contentsOf: url, problems: problems) else { return nil }
        root.refuseKeys(otherThan: [
            "from", "to", "time-zone", "days-off", "half-days", "hours", "receipt", "supplements", "days",
        ])
        let from = root.day("from")
        let to = root.day("to")
        let zone = root.text("time-zone").flatMap { name in
            let zone = TimeZone(identifier: name)
            if zone == nil {
                root.report("no time zone “\(name)”; use a name such as Asia/Ho_Chi_Minh", at: "time-zone")
            }
            return zone
        }
        let daysOff = root.texts("days-off") { day in
            Weekday(rawValue: day) == nil ? "expected a weekday such as saturday" : nil
        }
        if daysOff.count >= Weekday.allCases.count { root.report("a week needs a working day", at: "days-off") }
        let halfDays = root.texts("half-days") { day in
            Weekday(rawValue: day) == nil ? "expected a weekday such as saturday" : nil
        }
        for day in halfDays where daysOff.contains(day) {
            root.report("\(day) stands under “days-off” too: a half day is worked", at: "half-days")
        }
        let hours = hours(root)
        let rules = receiptRules(root)
        guard let from, let to, let zone, !hours.isEmpty else { return nil }
        guard from <= to else {
            root.report("“to” should not be before “from”", at: "to")
            return nil
        }
        let entries = entries(root, range: from...to)
        return WorkCalendar(
            range: from...to, timeZone: zone, daysOff: Set(daysOff.compactMap(Weekday.init)), hours: hours,
            entries: entries, receiptRules: rules, supplementRules: supplementRules(root),
            halfDays: Set(halfDays.compactMap(Weekday.init)))
    }

    /// The stretches of a working day, each `07:00-11:30`.
    private static func hours(_ root: YAMLMap) -> [OfficeHours] {
        if !root.has("hours") { root.report("“hours” is missing") }
        var hours: [OfficeHours] = []
        _ = root.texts("hours") { text in
            let ends = text.split(separator: "-").map { ClockTime.seconds(String($0)) }
            guard ends.count == 2, let open = ends[0], let close = ends[1],
                let stretch = OfficeHours(open: open, close: close)
            else { return "expected office hours such as \"07:00-11:30\"" }
            guard hours.allSatisfy({ $0.close <= open }) else { return "office hours should follow one another" }
            hours.append(stretch)
            return nil
        }
        return hours
    }

    private static func receiptRules(_ root: YAMLMap) -> [ReceiptRule] {
        if !root.has("receipt") { root.report("“receipt” is missing") }
        return root.maps("receipt").compactMap { entry in
            entry.refuseKeys(otherThan: ["from", "same-day-until", "counts-until", "source"])
            let from = entry.day("from")
            let sameDay = entry.clockTime("same-day-until")
            let counts = entry.clockTime("counts-until")
            guard let from, let sameDay, let counts else { return nil }
            return ReceiptRule(from: from, sameDayUntil: sameDay, countsUntil: counts)
        }
    }

    private static func supplementRules(_ root: YAMLMap) -> [SupplementRule] {
        root.maps("supplements").compactMap { entry in
            entry.refuseKeys(otherThan: ["from", "policy", "source"])
            let policy: SupplementPolicy? = entry.choice("policy")
            guard let from = entry.day("from"), let policy else { return nil }
            return SupplementRule(from: from, policy: policy)
        }
    }

    private static func entries(_ root: YAMLMap, range: ClosedRange<Day>) -> [CalendarEntry] {
        var seen: Set<Day> = []
        return root.maps("days").compactMap { entry in
            entry.refuseKeys(otherThan: ["day", "kind", "name", "status", "source"])
            let day = entry.day("day")
            let kind: CalendarEntry.Kind? = entry.choice("kind")
            let standing: CalendarEntry.Standing? = entry.choice("status")
            let name = entry.text("name")
            guard let day, let kind, let standing, let name else { return nil }
            if !range.contains(day) { entry.report("\(day) is outside “from” and “to”", at: "day") }
            if !seen.insert(day).inserted { entry.report("\(day) stands here twice", at: "day") }
            return CalendarEntry(day: day, kind: kind, name: name, standing: standing)
        }
    }
}
