import ArgumentParser
import Classification
import Dossiers
import Foundation
import Print
import Triage

/// What `hoso` starts itself as to train; not for people.
struct TrainerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trainer", abstract: "Trains for a parent process.", shouldDisplay: false)

    /// Bytes of address space.
    @Argument var memory: Int

    func run() throws {
        ProcessConfinement.confine(memory: memory, niceness: 10)
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        guard let request = try? JSONDecoder().decode(TrainingRequest.self, from: input) else {
            throw ValidationError("hoso starts its trainers itself")
        }
        do {
            let reply = try request.fulfil()
            try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(reply))
        } catch {
            Console.complain("\(error)")
            throw ExitCode(ExitStatus.unreadableInput.rawValue)
        }
    }
}

extension TrainingRequest {
    fileprivate func fulfil() throws -> TrainingReply {
        let pipeline = try PipelineFile.load(URL(filePath: pipeline))
        switch base {
        case .catalogue: return try rankCatalogue(of: pipeline)
        case .texts(let texts): return try learn(texts)
        case .madeUp(let count): return try learn(Self.texts(count, of: pipeline, seed: seed))
        }
    }

    private func rankCatalogue(of pipeline: Pipeline) throws -> TrainingReply {
        var model = try pipeline.catalogueModel(name: name, version: version)
        // A procedure that the catalogue no longer has cannot be proposed either.
        for text in confirmed { _ = model.learn(text.text, label: text.label) }
        let report = CatalogueReport(model)
        return TrainingReply(
            model: model.fileContents(), card: report.card, figures: try Self.object(report.figures),
            summary: report.summary, lacking: nil)
    }

    private func learn(_ texts: [LabeledText]) throws -> TrainingReply {
        let trained = try Trainer(seed: seed).train(on: texts, confirmed: confirmed, name: name, version: version)
        let report = TrainingReport(trained.model, heldOut: trained.heldOut)
        return TrainingReply(
            model: trained.model.fileContents(), card: report.card, figures: try Self.object(report.figures),
            summary: report.summary, lacking: trained.heldOut.lacking(for: errorLimit))
    }

    /// As `Scripts/train-model` has them: most of forms that several procedures share, which are the hardest.
    private static func texts(_ count: Int, of pipeline: Pipeline, seed: UInt64) throws -> [LabeledText] {
        guard count > 0 else { return [] }
        let forms = try SampleForms(FormFile.forms(in: pipeline.formsDirectory))
        let any = forms.hasSharedForms ? count * 3 / 7 : count
        return try texts(any, SampleTexts(forms: forms, seed: 1_000 &+ seed))
            + texts(count - any, SampleTexts(forms: forms, seed: 1_002 &+ seed, sharedOnly: true))
    }

    private static func texts(_ count: Int, _ source: SampleTexts) throws -> [LabeledText] {
        var texts: [LabeledText] = []
        var number = 0
        while texts.count < count {
            texts += try source.texts(number: number)
            number += 1
        }
        return Array(texts.prefix(count))
    }

    private static func object(_ figures: some Encodable) throws -> Data {
        try ModelCommand.encoder(pretty: true).encode(figures) + Data("\n".utf8)
    }
}

extension HeldOut {
    /// What is missing before anything is automatic under an error limit, in words; nil for nothing.
    func lacking(for errorLimit: Double) -> String? {
        guard ReadingBand.allCases.allSatisfy({ threshold(promising: errorLimit, reading: $0) == nil }) else {
            return nil
        }
        let bands = ReadingBand.allCases.map { (band: $0, needed: evidenceNeeded(promising: errorLimit, reading: $0)) }
        guard bands.contains(where: { $0.needed.more == 0 }) else {
            return "\(confirmed.count) confirmed dossiers do not bear anything out yet; needed are "
                + bands.map { band, needed in
                    let errors = needed.errors == 0 ? "" : " (\(needed.errors) errors among the surest)"
                    return "read \(band.inWords) about \(needed.more) more than the \(needed.confirmed)\(errors)"
                }.joined(separator: ", or ")
                + "; \(bands[0].needed.fewest) without an error at the very least"
        }
        return "the texts that are not confirmed dossiers do not keep to the error limit of \(errorLimit): look at the "
            + "forms and label files"
    }
}
