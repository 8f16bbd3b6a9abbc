import ArgumentParser
import Foundation
import Insight
import Ledger
import Routing

extension ReportCommand {
    /// `hoso report drift`.
    struct Drift: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drift",
            abstract: "Whether reviews, confidence and the mix of procedures have moved against an earlier period.",
            discussion: """
                The earlier period is as long as the period and ends the day before it, unless it is given. Exit status \
                is 0 whether something moved or not; --json says "moved".
                """)

        @Option(help: ArgumentHelp("The first day of the earlier period.", valueName: "day"))
        var referenceFrom: String?

        @Option(help: ArgumentHelp("The last day of the earlier period.", valueName: "day"))
        var referenceTo: String?

        @OptionGroup var options: ReportOptions

        func validate() throws {
            guard options.by == nil else { throw ValidationError("this report is not kept apart: leave --by out") }
            guard (referenceFrom == nil) == (referenceTo == nil) else {
                throw ValidationError("--reference-from and --reference-to go together")
            }
            _ = try reference(of: try options.days.period(now: Date()))
        }

        func run() async throws {
            try await reporting {
                let period = try options.days.period(now: Date())
                let source = try await options.source(period, by: [])
                var earlier = source
                earlier.period = try reference(of: period)
                let report = try await DriftReport(from: source, against: earlier)
                if options.form == .table {
                    Console.say(
                        "\(period.from) to \(period.to), held against \(earlier.period.from) to \(earlier.period.to)")
                }
                try ReportPrinter.say(report.tables(directory: source.directory), as: options.form)
            }
        }

        private func reference(of period: ReportPeriod) throws -> ReportPeriod {
            guard referenceFrom != nil else { return period.before }
            let day = { (text: String?, option: String) in
                guard let day = Day(text ?? "") else {
                    throw ValidationError("\(option): expected a date like 2026-11-24, not “\(text ?? "")”")
                }
                return day
            }
            let (first, last) = (try day(referenceFrom, "--reference-from"), try day(referenceTo, "--reference-to"))
            guard let earlier = ReportPeriod(from: first, to: last) else {
                throw ValidationError("--reference-to \(last) lies before --reference-from \(first)")
            }
            guard last < period.from else {
                throw ValidationError("--reference-to \(last) should lie before --from \(period.from)")
            }
            return earlier
        }
    }
}
