package import Dossiers
package import Foundation
internal import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// What a training process is asked for.
package struct TrainingRequest: Codable, Sendable {
    package enum Base: Codable, Sendable {
        /// Labelled texts of forms.
        case texts([LabeledText])
        /// So many texts that are made up from the pipeline's form files.
        case madeUp(Int)
        /// The pipeline's catalogue alone.
        case catalogue
    }

    package var name: String
    package var version: String
    package var seed: UInt64
    /// The pipeline file.
    package var pipeline: String
    package var base: Base
    /// One text a dossier on which a person's word stands.
    package var confirmed: [LabeledText]
    /// The promise that what was confirmed has to bear out, 0…1.
    package var errorLimit: Double
    /// Bytes of address space; more ends the process.
    package var memory: Int

    package init(
        name: String, version: String, seed: UInt64, pipeline: String, base: Base, confirmed: [LabeledText],
        errorLimit: Double, memory: Int
    ) {
        self.name = name
        self.version = version
        self.seed = seed
        self.pipeline = pipeline
        self.base = base
        self.confirmed = confirmed
        self.errorLimit = errorLimit
        self.memory = memory
    }
}

/// What a training process answers.
package struct TrainingReply: Codable, Sendable {
    /// The model file.
    package var model: Data
    package var card: String
    package var figures: Data
    /// A line for people.
    package var summary: String
    /// Why nothing would be automatic with it, in words; nil where something would, or where nothing is meant to be.
    package var lacking: String?

    package init(model: Data, card: String, figures: Data, summary: String, lacking: String?) {
        self.model = model
        self.card = card
        self.figures = figures
        self.summary = summary
        self.lacking = lacking
    }
}

/// Why a training process gave no model. Nothing was changed.
package enum TrainingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// By itself, with what it said.
    case refused(String)
    /// By a signal, as it is where memory runs out.
    case ended(memory: Int)

    package var description: String {
        switch self {
        case .refused(let reason): reason
        case .ended(let memory):
            "the training process ended before it was done, as it does where \(memory >> 20) MB of memory are not "
                + "enough: give it more with --memory-mb; nothing was changed"
        }
    }
}

/// Trains in a process of its own: `hoso` starts itself again, and what goes wrong there harms nobody.
package struct TrainerLauncher: Sendable {
    /// The `hoso` executable.
    package var executable: String

    package init(executable: String) {
        self.executable = executable
    }

    /// More is no model file.
    private static let longestReply = 512 << 20

    /// - Throws: `TrainingFailure`.
    package func train(_ request: TrainingRequest) async throws -> TrainingReply {
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: ["trainer", String(request.memory)],
            // The texts are citizens': they go through a pipe, never through a file.
            input: .array([UInt8](try JSONEncoder().encode(request))), output: .bytes(limit: Self.longestReply),
            error: .bytes(limit: 1 << 20))
        guard case .exited(let code) = result.terminationStatus else {
            throw TrainingFailure.ended(memory: request.memory)
        }
        guard code == 0, let reply = try? JSONDecoder().decode(TrainingReply.self, from: Data(result.standardOutput))
        else {
            let said = String(decoding: result.standardError, as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            throw code == 0 || said.isEmpty ? TrainingFailure.ended(memory: request.memory) : .refused(said)
        }
        return reply
    }
}
