import ArgumentParser
import Classification
import Dossiers
import Foundation

struct ModelTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a model on labelled texts.",
        discussion: """
            Label files are JSON lines, {"text": "…", "label": "…"}, gzipped or not. With "family" \
            besides, pages are told apart in two stages: the printed form, then what is asked for on it.
            Without, texts of any kind are told apart in one, by the same settings whatever they are.
            """)

    @Option(name: .customLong("from"), help: "A label file; may be given several times.")
    var sources: [String]

    @Option(name: .shortAndLong, help: "The directory to write, such as Models/commune-vi/2.")
    var output: String

    @Option(help: "The model's name.")
    var name = "commune-vi"

    @Option(help: "The model's version.")
    var version = "1"

    @Option(help: "Seed of what is random in training; the same texts and seed give the same bytes.")
    var seed: UInt64 = 1

    @Flag(help: "Only count, without what is fitted on top; for texts without families. Faster, less often right.")
    var countsOnly = false

    func run() throws {
        try ModelCommand.readingInput {
            let texts = try sources.flatMap { try LabelFile(path: $0).labelledTexts() }
            do {
                let trained = try train(on: texts)
                let report = TrainingReport(trained.model, heldOut: trained.heldOut)
                try ModelDirectory(path: output).write(
                    trained.model, card: report.card,
                    figures: try ModelCommand.encoder(pretty: true).encode(report.figures) + Data("\n".utf8))
                Console.say(report.summary)
            } catch let error as ModelError {
                throw LabelFile.Unusable(description: error.description)
            }
        }
    }

    private func train(on texts: [LabeledText]) throws -> (model: any Classifier, heldOut: HeldOut) {
        guard texts.contains(where: { $0.family != nil }) else {
            let trained = try PlainTrainer(seed: seed, countsOnly: countsOnly)
                .train(on: texts, name: name, version: version)
            return (trained.model, trained.heldOut)
        }
        let trained = try Trainer(seed: seed).train(on: texts, name: name, version: version) {
            if Console.hasTerminal { Console.complain($0) }
        }
        return (trained.model, trained.heldOut)
    }
}
