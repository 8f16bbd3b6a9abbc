import ArgumentParser
import Classification
import Dossiers
import Foundation

struct ModelEvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measures a model on labelled texts.",
        discussion: "Accuracy, macro-F1, calibration, and how much may pass at a promised error rate.")

    @Argument(help: "A model's directory.")
    var directory: String

    @Option(name: .customLong("on"), help: "A label file; may be given several times.")
    var sources: [String]

    @Option(help: "The promised error rate, between 0 and 1.")
    var errorRate = 0.01

    @Flag(help: "One JSON object instead of a table.")
    var json = false

    func validate() throws {
        guard errorRate > 0, errorRate < 1 else { throw ValidationError("--error-rate is between 0 and 1") }
    }

    private struct Result: Encodable {
        var model: String
        var texts: Int
        var accuracy: Double
        /// Share of texts whose label is the prediction or one of its alternatives.
        var amongFirstFive: Double
        var macroF1: Double
        var calibrationError: Double
        /// Null where no threshold keeps the promise on these texts.
        var coverage: Coverage?
        var evidence: EvidenceReport
    }

    func run() throws {
        try ModelCommand.readingInput {
            let model = try ModelDirectory(path: directory).classifier()
            let texts = try sources.flatMap { try LabelFile(path: $0).labelledTexts() }
            var amongFirst = 0
            let judged = texts.map { text in
                let prediction = model.predict(text.text)
                if ([prediction.label] + prediction.alternatives.map(\.label)).contains(text.label) { amongFirst += 1 }
                return JudgedText(
                    label: text.label, predicted: prediction.label, probability: prediction.probability)
            }
            let evaluation = Evaluation(of: judged)
            let amongFirstFive = Double(amongFirst) / Double(max(judged.count, 1))
            let coverage = Coverage(of: judged, errorRate: errorRate)
            let evidence = EvidenceReport(texts.map(\.text), judged, errorRate: errorRate)
            if json {
                let result = Result(
                    model: model.identifier, texts: evaluation.texts, accuracy: evaluation.accuracy,
                    amongFirstFive: amongFirstFive, macroF1: evaluation.macroF1,
                    calibrationError: evaluation.calibrationError, coverage: coverage,
                    evidence: evidence)
                Console.say(String(decoding: try ModelCommand.encoder().encode(result), as: UTF8.self))
            } else {
                (table(evaluation, amongFirstFive, coverage, model: model.identifier) + evidence.lines).forEach(
                    Console.say)
            }
        }
    }

    private func table(_ evaluation: Evaluation, _ amongFirstFive: Double, _ coverage: Coverage?, model: String)
        -> [String]
    {
        func row(_ name: String, _ number: Double) -> String {
            name.padding(toLength: 34, withPad: " ", startingAt: 0) + String(format: "%.4f", number)
        }
        let head = [
            "\(model) on \(evaluation.texts) texts", row("accuracy", evaluation.accuracy),
            row("among the first five", amongFirstFive), row("macro-F1", evaluation.macroF1),
            row("expected calibration error", evaluation.calibrationError),
        ]
        guard let coverage else {
            return head + ["no threshold keeps errors under \(errorRate) with 95 % confidence on these texts"]
        }
        return head + [
            row("coverage at error rate \(errorRate)", coverage.coverage),
            row("  from probability", coverage.threshold),
            row("  errors observed", coverage.observedErrorRate),
        ]
    }
}
