import Dossiers
import Foundation
import Routing

/// What `hoso due` prints.
struct DueReport {
    var procedure: Procedure
    var place: Place
    var channel: Channel
    var received: Date
    var units: [Dossiers.Unit]
    var deadline: Result<Deadline, DeadlineError>
    var promise: Promise?
    var stages: StageBudget
    var calendar: WorkCalendar

    private var timeZone: TimeZone { calendar.timeZone }

    /// When each stage should be over, of the date that the office promises.
    private var stageEnds: [(stage: StageBudget.Stage, end: Date)] {
        guard let promise else { return [] }
        let deadline = promise.reduced ?? promise.statutory
        return (try? stages.ends(of: deadline, isSameDay: procedure.isSameDay, in: calendar)) ?? []
    }

    var text: String {
        var lines = [
            "procedure  \(procedure.code)  \(procedure.name)",
            "place      \(place.id)  \(place.name)",
            "unit       " + (units.isEmpty ? "none is competent on that day" : units.map(\.id).joined(separator: ", ")),
            "received   \(local(received))  (\(channel.rawValue))",
        ]
        switch deadline {
        case .success(let deadline):
            lines.append("limit      \(limitText(deadline))")
            lines.append("due        \(local(deadline.due))")
            if let promise, let reduced = promise.reduced {
                let share = promise.reduction.map { ", \(Int(($0 * 100).rounded())) % less" } ?? ""
                lines.append("promised   \(local(promise.due))  (\(limitText(reduced))\(share))")
            }
            if !procedure.isSameDay {
                lines.append(
                    "stages     "
                        + stageEnds.map { "\($0.stage.rawValue) to \(local($0.end))" }.joined(separator: "; "))
            }
            lines.append("")
            for day in deadline.days {
                let count = day.total.map(number) ?? "–"
                lines.append("\(day.day)  \(weekday(day.day))  \(padded(count))  \(day.reason)")
            }
            if !deadline.doubts.isEmpty { lines.append("") }
            lines += deadline.doubts.map { "to check: \($0)" }
        case .failure(let error):
            lines.append("due        none: \(error)")
        }
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let found = try? deadline.get()
        var because: String?
        if case .failure(let error) = deadline { because = error.description }
        let object = Object(
            code: procedure.code, name: procedure.name, place: place.id, channel: channel, received: iso(received),
            unit: OrNull(value: units.first?.id), units: units.map(\.id), restricted: procedure.isRestricted,
            limit: OrNull(value: found?.limit),
            sameDay: procedure.isSameDay, countedFrom: found.map { iso($0.countedFrom) },
            due: OrNull(value: found.map { iso($0.due) }),
            promised: promise?.reduced == nil ? nil : promise.map { iso($0.due) }, reduction: promise?.reduction,
            stages: stageEnds.map { Object.Stage(stage: $0.stage.rawValue, until: iso($0.end)) }, without: because,
            days: found?.days.map {
                Object.CountedDay(day: $0.day, counted: $0.total != nil, total: $0.total, reason: $0.reason)
            } ?? [], doubts: found?.doubts ?? [])
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }

    /// Written as `null` where there is none, so that the key is always there.
    private struct OrNull<Value: Encodable>: Encodable {
        var value: Value?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }

    private struct Object: Encodable {
        struct CountedDay: Encodable {
            var day: Day
            var counted: Bool
            var total: Double?
            var reason: String
        }

        struct Stage: Encodable {
            var stage: String
            var until: String
        }

        var code: String
        var name: String
        var place: String
        var channel: Channel
        var received: String
        var unit: OrNull<String>
        var units: [String]
        var restricted: Bool
        var limit: OrNull<TimeLimit>
        var sameDay: Bool
        var countedFrom: String?
        /// The law's.
        var due: OrNull<String>
        /// The office's own, where it promises an earlier one.
        var promised: String?
        /// The share of the law's limit that the office does without, 0…1.
        var reduction: Double?
        var stages: [Stage]
        /// Why there is no due date.
        var without: String?
        var days: [CountedDay]
        var doubts: [String]
    }

    private func limitText(_ deadline: Deadline) -> String {
        if procedure.isSameDay { return "the same day" }
        let unit = deadline.limit.unit.rawValue.replacing("-", with: " ")
        return "\(number(deadline.limit.amount)) \(deadline.limit.amount == 1 ? String(unit.dropLast()) : unit)"
    }

    private func local(_ date: Date) -> String {
        let day = Day(date, in: timeZone)
        let second = Int(date.timeIntervalSince(day.moment(second: 0, in: timeZone)))
        return "\(day) \(ClockTime.text(second)), \(day.weekday.rawValue.capitalized)"
    }

    private func iso(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: timeZone))
    }

    private func weekday(_ day: Day) -> String { String(day.weekday.rawValue.capitalized.prefix(3)) }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 100).rounded() / 100)
    }

    private func padded(_ text: String) -> String { String(repeating: " ", count: max(0, 5 - text.count)) + text }
}
