import ArgumentParser
import Foundation

struct ModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Trains, measures and uses models; the versions of the ledger's model.",
        subcommands: [
            ModelTrainCommand.self, ModelEvaluateCommand.self, ModelPredictCommand.self, ModelListCommand.self,
            ModelAddCommand.self, ModelShadowCommand.self, ModelPromoteCommand.self, ModelRollbackCommand.self,
        ])

    static func encoder(pretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }

    /// Runs, and turns what is wrong with an input into its message and exit code.
    static func readingInput(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as LabelFile.Unusable {
            Console.complain(error.description)
            throw ExitCode(65)
        } catch let error as ModelDirectory.Unusable {
            Console.complain(error.description)
            throw ExitCode(65)
        }
    }
}
