import Dossiers
import Foundation
import Ledger

/// An office whose officers have confirmed what dossiers are: a ledger of pages with their texts, and a pipeline of its
/// own that bears five errors in a hundred.
struct ConfirmedOffice {
    let folder: TemporaryFolder

    var data: String { folder.path("data") }
    var options: [String] { ["--data", data, "--pipeline", folder.path("office.yaml")] }

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        let pipelines = HosoCommand.packageFolder.appending(path: "Pipelines")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "Pipelines"), withDestinationURL: pipelines)
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "Models"),
            withDestinationURL: HosoCommand.packageFolder.appending(path: "Models"))
        let pipeline = """
            name: office
            catalogue: Pipelines/catalogue/commune.yaml
            units: Pipelines/units/tien-yen.yaml
            calendar: Pipelines/calendar/vietnam.yaml
            forms: Pipelines/forms
            model: Models/commune-vi/1
            place: "06862"
            channel: counter
            decide: {error-limit: 0.05}
            """
        try folder.write(Array((pipeline + "\n").utf8), to: "office.yaml")
    }

    /// Texts of applications with their procedures, as generated.
    static func texts(_ count: Int, seed: Int) async throws -> [LabeledText] {
        let made = try await HosoCommand.run(
            "samples", "texts", "--count", String(count * 2), "--seed", String(seed))
        let texts = try made.lines.map { try JSONDecoder().decode(LabeledText.self, from: Data($0.utf8)) }
        return Array(texts.filter { !$0.label.hasPrefix(LabeledText.paperPrefix) }.prefix(count))
    }

    /// A dossier of each text, decided alone as what it is and taken on by an officer.
    func confirm(_ texts: [LabeledText], now: Date = Date()) async throws {
        let ledger = try await Ledger.open(at: folder.url.appending(path: "data/ledger.sqlite"), now: now)
        for (number, text) in texts.enumerated() {
            let digest = String(format: "%064d", number + 1)
            let file = ArrivedFile(digest: digest, name: "\(number).pdf", bytes: 1, path: "/\(number)")
            let scan = try await ledger.register(file, now: now).scan.id
            try await ledger.setPageCount(of: scan, to: 1, format: "pdf", now: now)
            guard let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: now, leaseFor: 60)
            else { continue }
            try await ledger.recordRead(claim, .page(text.text), as: .read, seconds: 1, now: now)
            let dossier = try await ledger.recordSplit(scan, into: [[1]], now: now)[0].id
            try await ledger.recordTriage(.named(text.label, dossier), pipeline: "office/1", now: now)
            for item in try await ledger.queueItems(ofDossier: dossier) {
                try await ledger.accept(item.id, by: "officer", now: now)
            }
        }
    }
}

extension RecognizedPage {
    /// A page of lines, one word each.
    fileprivate static func page(_ text: String) -> RecognizedPage {
        let lines = text.split(separator: "\n").enumerated().map { row, line in
            TextLine(
                words: [
                    Word(
                        text: String(line), confidence: 0.95,
                        box: PixelBox(x: 100, y: 40 * row, width: 1_000, height: 30))
                ])
        }
        return RecognizedPage(
            number: 1, content: .text, width: 1_654, height: 2_339, resolution: 200, turned: 0, skew: 0, lines: lines,
            codes: [], quality: PageQuality(confidence: 0.95, syllables: 0.95))
    }
}

extension DossierResult {
    fileprivate static func named(_ procedure: String, _ dossier: String) -> DossierResult {
        DossierResult(
            dossier: dossier, source: "scan.pdf", pages: [1],
            procedure: ProposedProcedure(
                code: procedure, name: "", probability: 0.97, alternatives: [], because: []),
            decision: .auto, reason: "sure enough", unit: "van-phong", tasks: [Task(unit: "van-phong", due: nil)],
            due: nil, fields: [], documents: [Document(type: "application-form", pages: [1])], papers: [],
            seconds: Seconds(read: 1, understand: 0.1, total: 2), model: "commune-vi/1")
    }
}
