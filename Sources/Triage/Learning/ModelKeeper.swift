import Classification
import Dossiers
import Foundation
package import Ledger

/// Knows which models decide. A version that is promoted while dossiers are on their way decides the next one, on
/// every host of a shared ledger.
package actor ModelKeeper {
    /// What decides a dossier, and what decides beside it.
    package struct AtWork: Sendable {
        package var understanding: Understanding
        package var shadow: Understanding?
    }

    private let pipeline: Pipeline
    private let forms: [FormTemplate]
    private let own: Understanding
    private let ledger: Ledger
    private let blobs: any BlobStore
    private var known: ModelsAtWork
    private var atWork: AtWork

    /// - Parameter own: With the model that the pipeline file names.
    /// - Throws: `ConfigurationError` for form files; `LedgerError` where the version that serves cannot be had.
    package init(
        pipeline: Pipeline, own: Understanding, ledger: Ledger, blobs: any BlobStore
    ) async throws {
        self.pipeline = pipeline
        forms = try FormFile.forms(in: pipeline.formsDirectory)
        self.own = own
        self.ledger = ledger
        self.blobs = blobs
        known = try await ledger.modelsAtWork()
        atWork = AtWork(understanding: self.own, shadow: nil)
        if let serving = known.serving {
            atWork.understanding = self.own.judging(
                by: try await Self.model(serving, in: blobs), under: pipeline, with: forms)
        }
        atWork.shadow = await shadow()
    }

    /// - Returns: The models of this moment. Where a version cannot be had just now, those of the moment before: each
    ///   decision says which version made it.
    package func current() async throws -> AtWork {
        let wanted = try await ledger.modelsAtWork()
        guard wanted != known else { return atWork }
        if wanted.serving != known.serving {
            if let serving = wanted.serving {
                guard let model = try? await Self.model(serving, in: blobs) else { return atWork }
                atWork.understanding = own.judging(by: model, under: pipeline, with: forms)
            } else {
                atWork.understanding = own
            }
        }
        known = wanted
        atWork.shadow = await shadow()
        return atWork
    }

    /// Reads a version, so that none is promoted that would stop every office of the ledger.
    ///
    /// - Throws: `LedgerError.damaged` for one that is no model; `.unavailable` for one whose bytes cannot be had.
    package static func check(_ version: ModelVersion, in blobs: any BlobStore) async throws {
        let file = try await blobs.file(of: version.digest)
        do {
            _ = try PipelineModel(fileContents: Data(contentsOf: file))
        } catch {
            throw LedgerError.damaged("\(version.identifier) is not promoted: \(error)")
        }
    }

    /// Nil also where it cannot be had: nothing depends on it.
    private func shadow() async -> Understanding? {
        guard let shadow = known.shadow, let model = try? await Self.model(shadow, in: blobs) else { return nil }
        return own.judging(by: model, under: pipeline, with: forms)
    }

    private static func model(_ version: ModelsAtWork.Version, in blobs: any BlobStore) async throws -> PipelineModel {
        do {
            let file = try await blobs.file(of: version.digest)
            let model = try PipelineModel(fileContents: Data(contentsOf: file))
            await blobs.letGo(version.digest)
            return model
        } catch let error as LedgerError {
            throw LedgerError.unavailable(
                "\(version.identifier), which serves, cannot be had: \(error); `hoso model rollback` goes back to the "
                    + "version before")
        } catch {
            throw LedgerError.unavailable(
                "\(version.identifier), which serves, is no usable model file; `hoso model rollback` goes back to the "
                    + "version before")
        }
    }
}

extension Understanding {
    /// The same office with another model.
    func judging(by model: PipelineModel, under pipeline: Pipeline, with forms: [FormTemplate]) -> Understanding {
        var other = self
        other.judge = pipeline.judge(with: model, forms: forms)
        other.model = model.classifier.identifier
        return other
    }
}
