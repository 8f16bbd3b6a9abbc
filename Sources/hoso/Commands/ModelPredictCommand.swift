import ArgumentParser
import Classification
import Foundation

struct ModelPredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Says what texts are: one JSON object a line.",
        discussion: "label, probability, alternatives, and because: the words that carried it.")

    @Argument(help: "A model's directory.")
    var directory: String

    @Option(name: .customLong("on"), help: #"JSON lines, {"text": "…"}; may be given several times."#)
    var sources: [String]

    func run() throws {
        try ModelCommand.readingInput {
            let model = try ModelDirectory(path: directory).classifier()
            let encoder = ModelCommand.encoder()
            for text in try sources.flatMap({ try LabelFile(path: $0).texts() }) {
                Console.say(String(decoding: try encoder.encode(model.predict(text)), as: UTF8.self))
            }
        }
    }
}
