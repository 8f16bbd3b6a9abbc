import ArgumentParser
import Classification
import Dossiers
import Foundation
import Ledger
import Triage

/// What only training from the ledger asks for.
struct LedgerTrainingOptions: ParsableArguments {
    @Option(help: "With --from ledger and no label file: so many texts are made up from the pipeline's forms.")
    var madeUp = 4_200

    @Option(
        name: .customLong("memory-mb"),
        help: "With --from ledger: the memory of the training process, in MB; it ends where that is not enough.")
    var memory = 2_048

    @Option(help: "With --from ledger: at most so many confirmed dossiers, the newest.")
    var atMost = 20_000

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("With --from ledger: who has it trained. Default: this account.", valueName: "who"))
    var actor: String?

    func validate() throws {
        guard (0...1_000_000).contains(madeUp) else { throw ValidationError("--made-up should be 0 to 1000000") }
        guard (256...1_048_576).contains(memory) else { throw ValidationError("--memory-mb should be 256 or more") }
        guard (1...10_000_000).contains(atMost) else { throw ValidationError("--at-most should be 1 or more") }
    }
}

/// Too few dossiers are confirmed. It is a matter of time: nothing was changed.
struct TooLittleEvidence: Error, CustomStringConvertible {
    var description: String
}

/// `hoso model train --from ledger`: people's words in the ledger become a candidate version.
struct LedgerTraining {
    let options: LedgerTrainingOptions
    let pipeline: PipelineOptions
    let ledger: LedgerOptions
    let name: String?
    let version: String?
    let seed: UInt64
    let output: String?

    func run(from labelFiles: [String], withCatalogue isCatalogue: Bool) async throws {
        let office = try pipeline.load()
        let own = try ModelDirectory(path: office.modelDirectory.path).model()
        // Read, and let go: training takes minutes, in which others want to write.
        let reading = try await ledger.openForReading()
        let confirmed = try await confirmed(in: reading, under: office, own: own)
        try check(confirmed.count, isCatalogue: isCatalogue, under: office)
        let texts = try labelFiles.flatMap { try LabelFile(path: $0).labelledTexts() }
        let (name, version) = try await identifier(after: own.classifier.identifier, in: reading)
        Console.complain("learning from \(confirmed.count) confirmed dossiers")
        let reply = try await TrainerLauncher(executable: Executable.path).train(
            TrainingRequest(
                name: name, version: version, seed: seed, pipeline: PipelineOptions.resolve(pipeline.path).path,
                base: isCatalogue
                    ? .catalogue : labelFiles.isEmpty ? .madeUp(options.madeUp) : .texts(texts),
                confirmed: confirmed + (isCatalogue ? texts : []), errorLimit: office.promise,
                memory: options.memory << 20))
        if let lacking = reply.lacking { throw TooLittleEvidence(description: "\(lacking); nothing was changed") }
        try await keep(reply, as: "\(name)/\(version)", kind: isCatalogue ? .catalogue : .forms)
    }

    /// The texts of the dossiers on which a person's word stands, the oldest first.
    private func confirmed(
        in ledger: Ledger, under office: Pipeline, own: PipelineModel
    ) async throws -> [LabeledText] {
        let reader = try ConfirmedTexts(pipeline: office, model: own)
        var texts: [LabeledText] = []
        for word in try await ledger.personsWords() where texts.count < options.atMost {
            if let text = try await reader.text(of: word, in: ledger) { texts.append(text) }
        }
        return texts.reversed()
    }

    /// Says at once what training could only say after minutes.
    private func check(_ confirmed: Int, isCatalogue: Bool, under office: Pipeline) throws {
        let fewest = isCatalogue ? 1 : EvidenceNeeded(of: [], errorRate: office.promise).fewest
        guard confirmed < fewest else { return }
        throw TooLittleEvidence(
            description: "\(confirmed) dossiers are confirmed whose text can be learned: at least "
                + "\(fewest - confirmed) more are needed"
                + (isCatalogue
                    ? "" : ", \(fewest) without an error for the error limit of \(office.promise)")
                + "; nothing was changed")
    }

    private func identifier(after own: String, in ledger: Ledger) async throws -> (name: String, version: String) {
        let serving = try await ledger.modelsAtWork().serving?.identifier ?? own
        let name = self.name ?? String(serving.split(separator: "/").first ?? "commune-vi")
        if let version { return (name, version) }
        let known = try await ledger.modelVersions().map(\.identifier) + [own]
        let numbers = known.filter { $0.hasPrefix(name + "/") }.compactMap { Int($0.dropFirst(name.count + 1)) }
        return (name, String((numbers.max() ?? 0) + 1))
    }

    private func keep(_ reply: TrainingReply, as identifier: String, kind: ModelVersion.Kind) async throws {
        let folder = output ?? ledger.dataFolder.appending(path: "models/\(identifier)").path(percentEncoded: false)
        let directory = ModelDirectory(path: folder)
        try directory.write(modelFile: reply.model, card: reply.card, figures: reply.figures)
        Console.say(reply.summary)
        Console.say("written to \(folder)")
        do {
            try await ModelAdding(ledger: ledger).add(directory, as: identifier, kind: kind, by: actor)
        } catch LedgerError.busy(let holder) {
            throw LedgerError.busy("\(holder); the model is trained: `hoso model add \(folder)` keeps it later")
        }
    }

    private var actor: String { options.actor ?? NSUserName() }
}
