import ArgumentParser
import Foundation
import Insight

/// `hoso report`: what the ledger says of deadlines, accuracy, volume and time.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Deadlines kept, routing right and wrong, volume, time; the state's form.",
        subcommands: [
            Sla.self, DueSoon.self, Accuracy.self, Volume.self, Time.self, Satisfaction.self, Service.self,
            Drift.self, StateForm.self,
        ],
        defaultSubcommand: StateForm.self)

    struct Sla: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sla",
            abstract: "Before time, on time, late; what is open and overdue; the law's time beside the promised one.")
        @OptionGroup var options: ReportOptions

        func run() async throws {
            try await options.report(by: [.unit]) { [try await $0.deadlineTable()] }
        }
    }

    struct Accuracy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accuracy",
            abstract: "How right `auto` is, by samples that supervisors judged; misroutes, confusions, reviews.")
        @OptionGroup var options: ReportOptions

        func validate() throws {
            guard options.by == nil else { throw ValidationError("this report is not kept apart: leave --by out") }
        }

        func run() async throws {
            try await options.report(by: []) { try await $0.accuracyTables() }
        }
    }

    struct Volume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "volume", abstract: "Dossiers, pages and items: how much there was.")
        @OptionGroup var options: ReportOptions

        func run() async throws {
            try await options.report(by: [.unit]) { [try await $0.volumeTable()] }
        }
    }

    struct Time: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "time",
            abstract: "How long each stage took: median, 90th and 99th percentile, the machine apart from people.")
        @OptionGroup var options: ReportOptions

        func run() async throws {
            try await options.report(by: []) { [try await $0.timeTable()] }
        }
    }

    struct Satisfaction: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "satisfaction", abstract: "What citizens said when they had their results.")
        @OptionGroup var options: ReportOptions

        func run() async throws {
            try await options.report(by: [.unit]) { [try await $0.satisfactionTable()] }
        }
    }

    struct Service: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "service",
            abstract: "What feeds the service-quality groups of QĐ 766: progress, digitization, satisfaction.")
        @OptionGroup var options: ReportOptions

        func run() async throws {
            try await options.report(by: [.unit]) { [try await $0.serviceTable()] }
        }
    }
}

extension ReportOptions {
    /// Makes the report and prints it.
    func report(
        by usual: Set<ReportDimension>, _ make: (ReportSource) async throws -> [ReportTable]
    ) async throws {
        try await reporting {
            let source = try await source(try days.period(now: Date()), by: try dimensions(or: usual))
            try ReportPrinter.say(try await make(source), as: form)
        }
    }
}
