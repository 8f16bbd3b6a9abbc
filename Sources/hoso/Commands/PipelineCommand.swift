import ArgumentParser
import Classification
import Dossiers
import Foundation
import Routing
import Triage

/// `hoso pipeline …`
struct PipelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline", abstract: "Look at a pipeline file.", subcommands: [Check.self])

    /// `hoso pipeline check [FILE]`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Say everything that is wrong with a pipeline file, or what it holds.")

        @Argument(help: "The pipeline file.")
        var file: String = PipelineOptions.defaultPath

        func run() throws {
            try reporting {
                let clock = ContinuousClock()
                let start = clock.now
                let pipeline = try PipelineFile.load(PipelineOptions.resolve(file))
                let took = (clock.now - start).formatted(.units(allowed: [.milliseconds], width: .narrow))
                // A run needs no forms; whoever adds one wants to know what is wrong with it all the same.
                let forms = try FormFile.forms(in: pipeline.formsDirectory)
                let model = try ModelDirectory(path: pipeline.modelDirectory.path).model().classifier
                Console.say(summary(pipeline, forms: forms, model: model))
                Console.complain("loaded in \(took)")
            }
        }

        private func limit(_ pipeline: Pipeline, model: any Classifier, reading band: ReadingBand) -> String {
            let threshold = model.threshold(promising: pipeline.decide.errorLimit, reading: band)
            let from = threshold.map { String(format: "from probability %.3f", $0) } ?? "nothing"
            return "\(from) on pages read \(band.inWords)"
        }

        private func summary(_ pipeline: Pipeline, forms: [FormTemplate], model: any Classifier) -> String {
            let catalogue = pipeline.catalogue
            let router = pipeline.router
            let entries = router.calendar.entries.values
            let unapplied = entries.filter { !$0.standing.isApplied }
            let withLimit = catalogue.procedures.filter { $0.timeLimit != nil || !$0.timeLimitByChannel.isEmpty }
            return [
                "pipeline    \(pipeline.name)  \(pipeline.version)",
                "place       \(pipeline.place.id)  \(pipeline.place.name)",
                "procedures  \(catalogue.procedures.count) in \(catalogue.fields.count) fields, "
                    + "\(withLimit.count) with a time limit, \(catalogue.procedures.filter(\.isSameDay).count) same-day, "
                    + "\(catalogue.procedures.count { $0.doubt != nil }) with something to verify",
                "units       " + router.units.competences.map(\.unit.id).joined(separator: ", "),
                "calendar    \(router.calendar.range.lowerBound) to \(router.calendar.range.upperBound), "
                    + "\(entries.count) days of its own, \(unapplied.count) of them unverified and not applied",
                "model       \(model.identifier): \(model.texts) texts of \(model.labelCount) labels; decides alone "
                    + ReadingBand.allCases.map { limit(pipeline, model: model, reading: $0) }.joined(separator: ", "),
                "forms       \(forms.count), \(forms.count { $0.role == .application }) of them applications",
            ].joined(separator: "\n")
        }
    }
}
