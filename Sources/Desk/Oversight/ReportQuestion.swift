internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

/// Which report somebody asks for: what stands behind the question mark of its address.
struct ReportQuestion: Hashable, Sendable {
    /// What is wrong with the question; `key` names a text.
    struct Fault: Error, Hashable {
        var parameter: String
        var key: String
    }

    var kind: ReportKind
    var period: ReportPeriod
    var dimensions: Set<ReportDimension>
    /// Counted for the units that have the work now.
    var byPresentUnits = false

    /// Days ahead where nobody says.
    static let usualAhead = 7

    /// This month until today, or the next week.
    init(_ kind: ReportKind, today: Day) {
        self.kind = kind
        dimensions = kind.usualDimensions
        let ends =
            kind.looksAhead ? (today.number, today.number + Self.usualAhead) : (today.monthsFirst.number, today.number)
        period = ReportPeriod(from: Day(number: ends.0), numberOfLast: ends.1)
    }

    /// - Throws: `Fault`.
    init(_ kind: ReportKind, _ parameters: Parameters, today: Day) throws {
        self.init(kind, today: today)
        if kind.looksAhead {
            if let text = parameters["days"], !text.isEmpty {
                guard let days = Int(text), (0...366).contains(days) else {
                    throw Fault(parameter: "days", key: "fault_days")
                }
                period = ReportPeriod(from: today, numberOfLast: today.number + days)
            }
        } else {
            period = try Self.period(parameters, today: today)
        }
        dimensions = try Self.dimensions(parameters, kind)
        switch parameters["units"].map({ String($0) }) ?? "then" {
        case "then", "": break
        case "now": byPresentUnits = true
        default: throw Fault(parameter: "units", key: "fault_units")
        }
    }

    /// The period that `from` and `to` name; this month until today where they do not.
    ///
    /// - Throws: `Fault`.
    static func period(_ parameters: Parameters, today: Day) throws -> ReportPeriod {
        let last = try day(parameters, "to") ?? today
        let first = try day(parameters, "from") ?? last.monthsFirst
        guard last.number - first.number <= 36_600, let period = ReportPeriod(from: first, to: last) else {
            throw Fault(parameter: "from", key: "fault_period")
        }
        return period
    }

    private static func day(_ parameters: Parameters, _ name: String) throws -> Day? {
        guard let text = parameters[Substring(name)], !text.isEmpty else { return nil }
        guard let day = Day(String(text)) else { throw Fault(parameter: name, key: "fault_day") }
        return day
    }

    /// Once or several times `by`, or with commas; `none` for the whole office.
    private static func dimensions(_ parameters: Parameters, _ kind: ReportKind) throws -> Set<ReportDimension> {
        let words = parameters.getAll("by").flatMap { $0.split(separator: ",") }.map(String.init)
        guard !words.isEmpty else { return kind.usualDimensions }
        let dimensions = try words.filter { $0 != "none" }.map { word in
            guard let dimension = ReportDimension(rawValue: word), kind.dimensions.contains(dimension) else {
                throw Fault(parameter: "by", key: "fault_by")
            }
            return dimension
        }
        return Set(dimensions)
    }

    /// What stands behind the question mark, for links.
    var query: String {
        var parts =
            kind.looksAhead
            ? ["days=\(period.to.number - period.from.number)"] : ["from=\(period.from)", "to=\(period.to)"]
        let names = kind.dimensions.filter(dimensions.contains).map(\.rawValue)
        if !kind.dimensions.isEmpty { parts.append("by=\(names.isEmpty ? "none" : names.joined(separator: ","))") }
        if byPresentUnits { parts.append("units=now") }
        return parts.joined(separator: "&")
    }

    func source(in desk: Desk) -> ReportSource {
        ReportSource(
            ledger: desk.ledger, period: period, by: dimensions,
            directory: ReportDirectory(
                units: desk.pipeline.router.units, catalogue: desk.pipeline.catalogue, until: period.to,
                successorsOn: byPresentUnits ? desk.today : nil))
    }
}

extension ReportPeriod {
    /// A period whose last day is known not to lie before its first.
    init(from first: Day, numberOfLast last: Int) {
        self = ReportPeriod(from: first, to: Day(number: max(last, first.number))) ?? ReportPeriod(day: first)
    }
}

extension Day {
    var monthsFirst: Day { Day(number: OfficeDay.starts(of: number).month) }
}

extension Desk {
    /// The day in the office.
    var today: Day { Day(number: OfficeDay.number(of: clock())) }
}
