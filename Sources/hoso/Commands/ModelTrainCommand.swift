import ArgumentParser
import Classification
import Dossiers
import Foundation
import Triage

struct ModelTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a model on labelled texts.",
        discussion: """
            Label files are JSON lines, {"text": "…", "label": "…"}, gzipped or not. With "family" \
            besides, pages are told apart in two stages: the printed form, then what is asked for on it.
            Without, texts of any kind are told apart in one, by the same settings whatever they are.

            --from catalogue needs no labelled text: all procedures of the pipeline's catalogue are ranked by their \
            names, fields, papers and forms. Label files besides are pages that people confirmed.
            """)

    @Option(name: .customLong("from"), help: "A label file, or the word catalogue; may be given several times.")
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

    @OptionGroup var pipelineOptions: PipelineOptions

    func run() throws {
        try reporting { try ModelCommand.readingInput { try train() } }
    }

    private static let catalogue = "catalogue"

    private func train() throws {
        let texts = try sources.filter { $0 != Self.catalogue }
            .flatMap { try LabelFile(path: $0).labelledTexts() }
        guard !sources.contains(Self.catalogue) else { return try trainFromCatalogue(confirming: texts) }
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

    private func trainFromCatalogue(confirming texts: [LabeledText]) throws {
        var model = try pipelineOptions.load().catalogueModel(name: name, version: version)
        var unknown: Set<String> = []
        for text in texts where !text.label.hasPrefix(LabeledText.paperPrefix) {
            if !model.learn(text.text, label: text.label) { unknown.insert(text.label) }
        }
        guard unknown.isEmpty else {
            throw LabelFile.Unusable(
                description: "the catalogue has no \(unknown.sorted().prefix(5).joined(separator: ", "))"
                    + (unknown.count > 5 ? " and \(unknown.count - 5) more" : "")
                    + "; add them to the catalogue or take them out of the label file")
        }
        let report = CatalogueReport(model)
        try ModelDirectory(path: output).write(
            model, card: report.card,
            figures: try ModelCommand.encoder(pretty: true).encode(report.figures) + Data("\n".utf8))
        Console.say(report.summary)
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
