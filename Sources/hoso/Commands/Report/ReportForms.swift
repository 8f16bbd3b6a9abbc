import ArgumentParser
import Foundation
import Insight
import Ledger
import Routing

extension ReportCommand {
    /// `hoso report --form II.06a`.
    struct StateForm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "form", abstract: "The state's periodic report: II.06a, by unit or by field.")

        enum Form: String, CaseIterable, ExpressibleByArgument {
            case periodic = "II.06a"
        }

        @Option(help: "The form's number.")
        var form: Form

        @OptionGroup var options: ReportOptions

        func validate() throws {
            guard try !options.dimensions(or: []).contains(.month) else {
                throw ValidationError("a form is of one period: leave month out of --by, and give --from and --to")
            }
        }

        func run() async throws {
            try await options.report(by: [.unit]) { [try await $0.periodicFormTable()] }
        }
    }

    /// `hoso report due-soon`.
    struct DueSoon: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "due-soon", abstract: "What is late, and what will be in the next days.")

        @Option(name: .customLong("days"), help: "So many days ahead, from today.")
        var ahead = 7

        @OptionGroup var options: ReportOptions

        func validate() throws {
            guard (0...366).contains(ahead) else { throw ValidationError("--days should be 0 to 366") }
            guard options.days.from == nil, options.days.to == nil else {
                throw ValidationError("this report begins today: give --days and no --from or --to")
            }
        }

        func run() async throws {
            try await reporting {
                let today = OfficeDay.number(of: Date())
                guard let period = ReportPeriod(from: Day(number: today), to: Day(number: today + ahead)) else {
                    return
                }
                let source = try await options.source(period, by: try options.dimensions(or: [.unit]))
                try ReportPrinter.say([try await source.dueSoonTable()], as: options.form)
            }
        }
    }
}
