import ArgumentParser
import Classification
import Dossiers
import Foundation
import Triage

struct ModelTrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a model on labelled texts.",
        discussion: """
            Label files are JSON lines, {"text": "…", "label": "…"}, gzipped or not. With "family" \
            besides, pages are told apart in two stages: the printed form, then what is asked for on it.
            Without, texts of any kind are told apart in one, by the same settings whatever they are.

            --from catalogue needs no labelled text: all procedures of the pipeline's catalogue are ranked by their \
            names, fields, papers and forms. Label files besides are pages that people confirmed.

            --from ledger learns from the dossiers on which a person's word stands, beside the label files given, or \
            beside texts made up from the pipeline's forms, or with --from catalogue beside the catalogue. Only \
            confirmed dossiers decide from which probability anything is automatic; where they are too few, it is said \
            how many more are needed, and nothing changes. The version is kept with the ledger, as a candidate that \
            decides beside the one that serves (`hoso model shadow`) until it is promoted.
            """)

    @Option(
        name: .customLong("from"), help: "A label file, or the words catalogue and ledger; may be given several times.")
    var sources: [String]

    @Option(
        name: .shortAndLong,
        help: "The directory to write, such as Models/commune-vi/2. With --from ledger, by default in the data folder.")
    var output: String?

    @Option(help: "The model's name. Default: with --from ledger that of the model that serves, else commune-vi.")
    var name: String?

    @Option(help: "The model's version. Default: with --from ledger the next number, else 1.")
    var version: String?

    @Option(help: "Seed of what is random in training; the same texts and seed give the same bytes.")
    var seed: UInt64 = 1

    @Flag(help: "Only count, without what is fitted on top; for texts without families. Faster, less often right.")
    var countsOnly = false

    @OptionGroup var ledgerTraining: LedgerTrainingOptions
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        if output == nil, !isFromLedger { throw ValidationError("-o should name the directory to write") }
        for part in [name, version].compactMap({ $0 })
        where part.isEmpty || part.contains(where: { $0 == "/" || $0.isWhitespace }) || part.hasPrefix(".") {
            throw ValidationError("--name and --version are one word each: “\(part)” cannot name a folder")
        }
        if countsOnly, isFromLedger { throw ValidationError("--counts-only is for texts without families") }
    }

    func run() async throws {
        try await reporting {
            if isFromLedger {
                try await LedgerTraining(
                    options: ledgerTraining, pipeline: pipelineOptions, ledger: ledgerOptions, name: name,
                    version: version, seed: seed, output: output
                ).run(from: labelFiles, withCatalogue: sources.contains(Self.catalogue))
            } else {
                try ModelCommand.readingInput { try train() }
            }
        }
    }

    private static let catalogue = "catalogue"
    private static let ledger = "ledger"

    private var isFromLedger: Bool { sources.contains(Self.ledger) }
    private var labelFiles: [String] { sources.filter { $0 != Self.catalogue && $0 != Self.ledger } }
    private var givenName: String { name ?? "commune-vi" }
    private var givenVersion: String { version ?? "1" }
    private var directory: ModelDirectory { ModelDirectory(path: output ?? "") }

    private func train() throws {
        let texts = try labelFiles.flatMap { try LabelFile(path: $0).labelledTexts() }
        guard !sources.contains(Self.catalogue) else { return try trainFromCatalogue(confirming: texts) }
        do {
            let trained = try train(on: texts)
            let report = TrainingReport(trained.model, heldOut: trained.heldOut)
            try directory.write(
                trained.model, card: report.card,
                figures: try ModelCommand.encoder(pretty: true).encode(report.figures) + Data("\n".utf8))
            Console.say(report.summary)
        } catch let error as ModelError {
            throw LabelFile.Unusable(description: error.description)
        }
    }

    private func trainFromCatalogue(confirming texts: [LabeledText]) throws {
        var model = try pipelineOptions.load().catalogueModel(name: givenName, version: givenVersion)
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
        try directory.write(
            model, card: report.card,
            figures: try ModelCommand.encoder(pretty: true).encode(report.figures) + Data("\n".utf8))
        Console.say(report.summary)
    }

    private func train(on texts: [LabeledText]) throws -> (model: any Classifier, heldOut: HeldOut) {
        guard texts.contains(where: { $0.family != nil }) else {
            let trained = try PlainTrainer(seed: seed, countsOnly: countsOnly)
                .train(on: texts, name: givenName, version: givenVersion)
            return (trained.model, trained.heldOut)
        }
        let trained = try Trainer(seed: seed).train(on: texts, name: givenName, version: givenVersion) {
            if Console.hasTerminal { Console.complain($0) }
        }
        return (trained.model, trained.heldOut)
    }
}
