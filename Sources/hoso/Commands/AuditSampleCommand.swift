import ArgumentParser
import Foundation
import Insight
import Ledger
import Routing
import Triage

extension AuditCommand {
    /// `hoso audit sample`: dossiers that a supervisor looks at without knowing what the machine decided.
    struct Sample: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sample",
            abstract: "Draws dossiers decided alone for a supervisor, or lists those that wait for a verdict.",
            discussion: """
                Which procedure the machine decided on is not shown, and is better not looked up: only then do the \
                verdicts say how right it is (`hoso report accuracy`).
                """)

        @Option(help: "Draw so many at random; without it, those drawn and not judged are listed.")
        var draw: Int?

        @Option(name: .customLong("by"), help: ArgumentHelp("Who draws: a name or number.", valueName: "who"))
        var actor: String?

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var days: PeriodOptions
        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            if let draw {
                guard (1...100_000).contains(draw) else { throw ValidationError("--draw should be 1 to 100000") }
                guard actor?.contains(where: { !$0.isWhitespace }) == true else {
                    throw ValidationError("--draw needs --by: who draws")
                }
            }
        }

        func run() async throws {
            try await reporting {
                if let draw, let actor { try await self.draw(draw, by: actor) } else { try await list() }
            }
        }

        private func draw(_ count: Int, by actor: String) async throws {
            let now = Date()
            let period = try days.period(now: now)
            let moment = { (day: Day) in day.moment(second: 0, in: TimeZone(secondsFromGMT: 7 * 3_600) ?? .gmt) }
            let drawn = try await ledger.openForWriting(now: now).drawAuditSample(
                of: count, triaged: moment(period.from)..<moment(period.to.next), by: actor, now: now)
            Console.say(
                "\(drawn.dossiers.count) of \(drawn.population) dossiers were drawn: `hoso audit sample` lists them")
        }

        private func list() async throws {
            let cases = try await ledger.openForReading().openAuditCases(limit: 1_000)
            if cases.isEmpty { Console.complain("no drawn dossier waits for a verdict") }
            let table = ReportTable(
                "sample", ["dossier", "source", "pages", "scan"].map { ReportTable.Column($0) },
                rows: cases.map {
                    [.text($0.dossier), .text($0.source), .text(TextTable.ranges(of: $0.pages)), .text($0.digest)]
                })
            if !cases.isEmpty { try ReportPrinter.say([table], as: json ? .json : .table) }
        }
    }

    /// `hoso audit verdict`.
    struct Verdict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verdict", abstract: "Records what a drawn dossier is, as the supervisor sees it.")

        @Argument(help: "The dossier, as `hoso audit sample` shows it.")
        var dossier: String

        @Option(help: ArgumentHelp("The right procedure's code, or none for no procedure.", valueName: "code"))
        var procedure: String

        @Option(name: .customLong("by"), help: ArgumentHelp("The supervisor's name or number.", valueName: "who"))
        var actor: String

        @OptionGroup var pipeline: PipelineOptions
        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard actor.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--by names nobody") }
        }

        func run() async throws {
            try await reporting {
                guard try procedure == "none" || (pipeline.load().catalogue[procedure]) != nil else {
                    throw ValidationError("the catalogue has no procedure \(procedure): give a code it has, or none")
                }
                let now = Date()
                try await ledger.openForWriting(now: now).judgeAuditCase(dossier, as: procedure, by: actor, now: now)
                Console.say("the verdict on dossier \(dossier) is recorded")
            }
        }
    }
}
