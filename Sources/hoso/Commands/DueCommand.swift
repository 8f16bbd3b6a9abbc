import ArgumentParser
import Dossiers
import Foundation
import Routing
import Triage

/// `hoso due CODE --received TIME`
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "The due date of a procedure and how it came about, day by day.")

    @Argument(help: "The procedure's national code, such as 1.001193.")
    var code: String

    @Option(help: ArgumentHelp("When the dossier was received.", valueName: "time"))
    var received: String

    @Option(help: "How it was handed in: counter, online or post. Default: the pipeline's.")
    var channel: Channel?

    @Option(help: ArgumentHelp("Where it was received, by the place's code. Default: the pipeline's.", valueName: "id"))
    var place: String?

    @OptionGroup var pipeline: PipelineOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        try reporting {
            let pipeline = try pipeline.load()
            let router = pipeline.router
            let calendar = router.calendar
            guard let moment = ReceiptTime.parse(received, in: calendar.timeZone, opening: calendar.opening) else {
                throw ValidationError("--received should be a time like \(ReceiptTime.forms)")
            }
            let procedure = try router.procedure(code)
            let place = try place.map(router.place) ?? pipeline.place
            let channel = channel ?? pipeline.channel
            let day = Day(moment, in: calendar.timeZone)
            let report = DueReport(
                procedure: procedure, place: place, channel: channel, received: moment,
                units: router.units.competentUnits(for: procedure, at: place, on: day),
                deadline: router.deadline(of: procedure, at: place, received: moment, channel: channel),
                promise: try? router.promise(of: procedure, at: place, received: moment, channel: channel),
                stages: pipeline.stages, calendar: calendar)
            Console.say(json ? try report.json() : report.text)
            // Without a limit that is the answer; without a calendar it is a failure.
            if case .failure(let error) = report.deadline, ExitStatus(error) != .done { throw error }
        }
    }
}

extension Channel: ExpressibleByArgument {}
