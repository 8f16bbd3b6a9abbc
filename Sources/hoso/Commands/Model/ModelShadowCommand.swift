import ArgumentParser
import Classification
import Foundation
import Insight
import Ledger
import Triage

struct ModelShadowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shadow", abstract: "How a candidate decides beside the version that serves.",
        discussion: """
            On the same dossiers: how often they agree, what each would have decided alone, and on dossiers that a person \
            settled, who was right. Without a version: of the candidate that decides in the shadow now.
            """)

    @Argument(help: "A version, as `hoso model list` shows it.")
    var version: String?

    @Flag(help: "Lets the version decide in the shadow from now on, in place of any other.")
    var start = false

    @Flag(help: "Lets no version decide in the shadow.")
    var stop = false

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var actor: ModelActor
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        guard !(start && stop) else { throw ValidationError("--start or --stop, not both") }
        if start, version == nil { throw ValidationError("--start needs the version") }
        if stop, version != nil { throw ValidationError("--stop goes without a version: only one is in the shadow") }
    }

    func run() async throws {
        try await reporting {
            if start || stop {
                let now = Date()
                try await ledgerOptions.openForWriting(now: now).setShadow(to: version, by: actor.name, now: now)
                return Console.say(version.map { "\($0) decides in the shadow" } ?? "no version decides in the shadow")
            }
            let pipeline = try pipelineOptions.load()
            let comparison = try await ModelComparison(
                pipeline: pipeline, ledger: try await ledgerOptions.openForReading())
            let report = try await comparison.report(on: version)
            try ReportPrinter.say(report.tables(errorLimit: pipeline.promise), as: json ? .json : .table)
        }
    }
}

/// A candidate and the version that serves.
struct ModelComparison {
    let ledger: Ledger
    let serving: String
    private let shadow: String?

    init(pipeline: Pipeline, ledger: Ledger) async throws {
        self.ledger = ledger
        let atWork = try await ledger.modelsAtWork()
        serving =
            try atWork.serving?.identifier
            ?? ModelDirectory(path: pipeline.modelDirectory.path).model().classifier.identifier
        shadow = atWork.shadow?.identifier
    }

    /// - Throws: `LedgerError.unknown` where there is no such version; `ValidationError` where none is in the shadow.
    func report(on version: String?) async throws -> ShadowReport {
        guard let candidate = version ?? shadow else {
            throw ValidationError(
                "no version decides in the shadow of \(serving): train one with `hoso model train --from ledger`")
        }
        guard try await ledger.modelVersions().contains(where: { $0.identifier == candidate }) else {
            throw LedgerError.unknown("the ledger has no model \(candidate): `hoso model list` shows its versions")
        }
        return ShadowReport(
            serving: serving, candidate: candidate,
            of: try await ledger.shadowCases(of: candidate, beside: serving))
    }
}
