import ArgumentParser
import Classification
import Foundation
import Insight
import Ledger
import Triage

struct ModelListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The versions of the ledger's model, and which served when.")

    @Flag(help: "Also every promotion and rollback, oldest first.")
    var history = false

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func run() async throws {
        try await reporting {
            let own = try ModelDirectory(path: try pipelineOptions.load().modelDirectory.path).model()
                .classifier.identifier
            let ledger = try await ledgerOptions.openForReading()
            let serving = try await ledger.modelsAtWork().serving?.identifier ?? own
            var tables = [versions(try await ledger.modelVersions(), own: own, serving: serving)]
            if history { tables.append(changes(try await ledger.modelChanges(), own: own)) }
            try ReportPrinter.say(tables, as: json ? .json : .table)
        }
    }

    private func versions(_ versions: [ModelVersion], own: String, serving: String) -> ReportTable {
        let role = { (identifier: String, isShadow: Bool) in
            identifier == serving ? "serves" : isShadow ? "in the shadow" : ""
        }
        return ReportTable(
            "models", ["model", "role", "kind", "added", "by", "digest"].map { .init($0) },
            rows: [[.text(own), .text(role(own, false)), .text("the pipeline's own"), .nothing, .nothing, .nothing]]
                + versions.map { version in
                    [
                        .text(version.identifier), .text(role(version.identifier, version.isShadow)),
                        .text(version.kind.rawValue), .text(LocalTime.text(version.addedAt)), .text(version.addedBy),
                        .text(String(version.digest.prefix(12))),
                    ]
                })
    }

    private func changes(_ changes: [ModelChange], own: String) -> ReportTable {
        ReportTable(
            "changes", ["at", "change", "model", "by", "reason"].map { .init($0) },
            rows: changes.map { change in
                [
                    .text(LocalTime.text(change.at)), .text(change.kind.rawValue), .text(change.model ?? own),
                    .text(change.actor), .text(change.reason),
                ]
            })
    }
}
