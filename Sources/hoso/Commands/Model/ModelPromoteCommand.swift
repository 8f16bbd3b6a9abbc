import ArgumentParser
import Classification
import Foundation
import Insight
import Ledger
import Triage

struct ModelPromoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Lets a version decide from now on, if it is better with significance.",
        discussion: """
            Better: on dossiers that both decided and a person settled, it was right where the version that serves was \
            wrong more often than chance explains (exact test, 5 %). The switch is one transaction; work that is \
            running takes the new version for its next dossier.
            """)

    @Argument(help: "A version, as `hoso model list` shows it.")
    var version: String

    @Flag(help: "Without evidence, on somebody's responsibility.")
    var force = false

    @Option(help: "With --force: why, in words; it is kept.")
    var reason: String?

    @OptionGroup var actor: ModelActor
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        guard reason == nil || force else { throw ValidationError("--reason goes with --force") }
        if force, reason?.contains(where: { !$0.isWhitespace }) != true {
            throw ValidationError("--force needs --reason: why, without evidence")
        }
    }

    func run() async throws {
        try await reporting {
            let pipeline = try pipelineOptions.load()
            let now = Date()
            let ledger = try await ledgerOptions.openForWriting(now: now)
            let report = try await ModelComparison(pipeline: pipeline, ledger: ledger).report(on: version)
            if !force, let objection = report.objection(errorLimit: pipeline.promise) {
                throw NotBetter(description: "\(version) is not promoted: \(objection)")
            }
            // A version that cannot be read would stop every office that shares the ledger.
            if let kept = try await ledger.modelVersions().first(where: { $0.identifier == version }) {
                try await ModelKeeper.check(kept, in: try await ledgerOptions.openBlobs())
            }
            try await ledger.promoteModel(
                version, by: actor.name, reason: reason.map { "forced: \($0)" } ?? report.evidence, now: now)
            Console.say("\(version) decides from now on; `hoso model rollback` goes back to \(report.serving)")
        }
    }
}

/// A version that nothing shows to be better. More dossiers may.
struct NotBetter: Error, CustomStringConvertible {
    var description: String
}

struct ModelRollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Lets the version decide again that did before the present one.",
        discussion: "Given again, it goes one further back, up to the model that the pipeline file names.")

    @Option(help: "Why, in words; it is kept.")
    var reason = ""

    @OptionGroup var actor: ModelActor
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func run() async throws {
        try await reporting {
            let now = Date()
            let own = try ModelDirectory(path: try pipelineOptions.load().modelDirectory.path).model()
            let serving = try await ledgerOptions.openForWriting(now: now)
                .rollBackModel(by: actor.name, reason: reason, now: now)
            Console.say("\(serving ?? own.classifier.identifier) decides again")
        }
    }
}
