import ArgumentParser
import Classification
import Foundation
import Ledger
import Triage

struct ModelAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keeps a model as a version of the ledger's, a candidate for promotion.",
        discussion: """
            It decides beside the version that serves, and nothing is done on its word, until `hoso model promote` says \
            that it is better. `hoso model train --from ledger` does this itself.
            """)

    @Argument(help: "A model's directory, as `hoso model train` wrote it.")
    var directory: String

    @OptionGroup var actor: ModelActor
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await reporting {
            let directory = ModelDirectory(path: directory)
            let model = try directory.model()
            let own = try ModelDirectory(path: try pipelineOptions.load().modelDirectory.path).model()
            let identifier = model.classifier.identifier
            guard identifier != own.classifier.identifier else {
                throw ValidationError(
                    "\(identifier) is the name of the pipeline's own model: train it as another version")
            }
            try await ModelAdding(ledger: ledger).add(
                directory, as: identifier, kind: model.forms == nil ? .catalogue : .forms, by: actor.name)
        }
    }
}

/// Who does something to the model.
struct ModelActor: ParsableArguments {
    @Option(name: .customLong("by"), help: ArgumentHelp("Who does it. Default: this account.", valueName: "who"))
    var given: String?

    var name: String { given ?? NSUserName() }

    func validate() throws {
        guard given?.contains(where: { !$0.isWhitespace }) ?? true else { throw ValidationError("--by names nobody") }
    }
}

/// Puts a model's bytes into the blob store, and then its version into the ledger: a kill in between leaves a blob that
/// nobody asks for.
struct ModelAdding {
    let ledger: LedgerOptions

    func add(_ directory: ModelDirectory, as identifier: String, kind: ModelVersion.Kind, by actor: String) async throws
    {
        let now = Date()
        let writing = try await ledger.openAlone(now: now)
        let blob = try await ledger.openBlobs().put(directory.modelFile)
        let isNew = try await writing.addModel(
            ModelVersion(
                identifier: identifier, digest: blob.digest, kind: kind, addedAt: now, addedBy: actor,
                card: directory.card, figures: directory.figures, isShadow: true))
        Console.say(
            isNew
                ? "\(identifier) decides in the shadow of the version that serves: `hoso model shadow` tells how it does"
                : "\(identifier) was kept before; nothing changed")
    }
}
