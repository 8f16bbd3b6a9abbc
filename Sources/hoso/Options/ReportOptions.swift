import ArgumentParser
import Dossiers
import Foundation
import Insight
import Ledger
import Routing
import Triage

/// Which days a command looks at.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first day. Default: the first of this month.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last day. Default: today.", valueName: "day"))
    var to: String?

    func validate() throws {
        _ = try period(now: Date())
    }

    func period(now: Date) throws -> ReportPeriod {
        let today = Day(number: OfficeDay.number(of: now))
        let last = try to.map { try day($0, "--to") } ?? today
        let first = try from.map { try day($0, "--from") } ?? Day(number: OfficeDay.starts(of: last.number).month)
        guard let period = ReportPeriod(from: first, to: last) else {
            throw ValidationError("--to \(last) lies before --from \(first)")
        }
        guard last.number - first.number <= 36_600 else { throw ValidationError("--from and --to: at most 100 years") }
        return period
    }

    private func day(_ text: String, _ option: String) throws -> Day {
        guard let day = Day(text) else {
            throw ValidationError("\(option): expected a date like 2026-11-24, not “\(text)”")
        }
        return day
    }
}

/// What every report needs: which days, kept apart by what, and how it is printed.
struct ReportOptions: ParsableArguments {
    enum Units: String, CaseIterable, ExpressibleByArgument {
        case then, now
    }

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "unit, procedure, field, month: one or more, with commas; none for the whole office.", valueName: "what"))
    var by: String?

    @Option(help: "Units as they were then, or the units that have their work now.")
    var units: Units = .then

    @Flag(help: "One JSON object a line.")
    var json = false

    @Flag(help: "Comma-separated values, with a line of names.")
    var csv = false

    @OptionGroup var days: PeriodOptions
    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        _ = try dimensions(or: [])
        guard !(json && csv) else { throw ValidationError("--json or --csv, not both") }
    }

    var form: ReportPrinter.Form { json ? .json : csv ? .csv : .table }

    func dimensions(or usual: Set<ReportDimension>) throws -> Set<ReportDimension> {
        guard let by else { return usual }
        if by == "none" { return [] }
        return Set(
            try by.split(separator: ",", omittingEmptySubsequences: false).map { word in
                let name = word.trimmingCharacters(in: .whitespaces)
                guard let dimension = ReportDimension(rawValue: name) else {
                    throw ValidationError("--by: “\(name)” is not unit, procedure, field, month or none")
                }
                return dimension
            })
    }

    func source(_ period: ReportPeriod, by dimensions: Set<ReportDimension>) async throws -> ReportSource {
        let ledger = try await ledger.openForReading()
        let pipeline = try await pipeline.load().reorganized(in: ledger)
        return ReportSource(
            ledger: ledger, period: period, by: dimensions, directory: directory(pipeline, until: period.to))
    }

    /// Names and fields are the pipeline's; a unit has the name of the period's last day.
    private func directory(_ pipeline: Pipeline, until last: Day) -> ReportDirectory {
        let today = Day(number: OfficeDay.number(of: Date()))
        return ReportDirectory(
            units: pipeline.router.units, catalogue: pipeline.catalogue, until: last,
            successorsOn: units == .now ? today : nil)
    }
}
