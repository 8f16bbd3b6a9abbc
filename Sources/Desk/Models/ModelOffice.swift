internal import Foundation
internal import Insight
internal import Ledger
internal import Triage

/// The versions of the ledger's model, and which of them decide.
struct ModelOffice: Sendable {
    /// The model that the pipeline file names.
    var own: String
    var versions: [ModelVersion]
    /// Oldest first.
    var changes: [ModelChange]
    var atWork: ModelsAtWork

    init(_ desk: Desk) async throws {
        own = desk.run.understanding.model
        versions = try await desk.ledger.modelVersions()
        changes = try await desk.ledger.modelChanges()
        atWork = try await desk.ledger.modelsAtWork()
    }

    var serving: String { atWork.serving?.identifier ?? own }

    /// What a rollback would let serve; nil where nothing served before.
    var before: String? {
        let stack = ModelChange.stack(of: changes)
        return stack.count > 1 ? stack[stack.count - 2] ?? own : nil
    }

    subscript(identifier: String) -> ModelVersion? { versions.first { $0.identifier == identifier } }

    /// A version beside the one that serves, on the dossiers that both decided.
    func report(on candidate: String, in ledger: Ledger) async throws -> ShadowReport {
        ShadowReport(
            serving: serving, candidate: candidate,
            of: try await ledger.shadowCases(of: candidate, beside: serving))
    }
}

extension Pipeline {
    /// What stands beside the model that the pipeline file names; empty where it was put there without.
    func textBesideModel(_ name: String) -> String {
        (try? String(contentsOf: modelDirectory.appending(path: name), encoding: .utf8)) ?? ""
    }
}
