import ArgumentParser
import Classification
import Foundation

struct ModelPredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Says what texts are: one JSON object a line.",
        discussion: """
            label, probability, alternatives, and because: the words that carried it. Where a line of the input is \
            wrong, those before it are answered, and the exit status is 65.
            """)

    @Argument(help: "A model's directory.")
    var directory: String

    @Option(name: .customLong("on"), help: #"JSON lines, {"text": "…"}; may be given several times."#)
    var sources: [String]

    @Flag(help: "Also reasons: words for and, with a weight below 0, against, with their offsets in the text.")
    var explain = false

    func run() throws {
        try ModelCommand.readingInput {
            let model = try ModelDirectory(path: directory).classifier()
            var output: [UInt8] = []
            func print() throws {
                try FileHandle.standardOutput.write(contentsOf: Data(output))
                output.removeAll(keepingCapacity: true)
            }
            let reading = Result {
                for source in sources {
                    try LabelFile(path: source).texts { text in
                        output.append(
                            contentsOf: explain
                                ? PredictionLine.bytes(of: model.explain(text), explaining: text)
                                : PredictionLine.bytes(of: model.predict(text), explaining: nil))
                        output.append(0x0A)
                        if output.count > 1 << 16 { try print() }
                    }
                }
            }
            try print()
            try reading.get()
        }
    }
}
