import ArgumentParser
import Foundation
import Print

struct SamplesMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Writes scanned sample dossiers and their truth (truth.jsonl) into a folder.")

    @Argument(help: "The folder; it is made where there is none.")
    var directory: String

    @Option(help: "How many dossiers.")
    var count: Int

    @Option(help: "The same seed gives the same dossiers.")
    var seed: UInt64 = 1

    @Option(
        parsing: .upToNextOption,
        help: "What the pages went through: \(ScannerProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
    var profile: [ScannerProfile] = ScannerProfile.allCases

    @Option(help: "pdf, tiff, jpeg or mixed.")
    var format: SampleFolder.Format = .mixed

    @Flag(help: "Several dossiers a file, with separator sheets and empty backs, as from an overnight scan.")
    var batch = false

    @OptionGroup var forms: FormsOption

    func validate() throws {
        if count < 1 { throw ValidationError("--count has to be 1 or more") }
        if batch, format == .jpeg { throw ValidationError("a batch needs a format with several pages: pdf or tiff") }
    }

    func run() async throws {
        let url = URL(fileURLWithPath: directory, isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let maker = SampleMaker(forms: try forms.load(), seed: seed)
        let folder = SampleFolder(maker: maker, directory: url, format: format)
        let truth = try TruthFile(at: url.appendingPathComponent("truth.jsonl"))
        if batch {
            try folder.writeBatches(count: count, profiles: profile, each: truth.append)
        } else {
            for number in 0..<count {
                try truth.append(folder.writeDossier(number: number, profile: profile[number % profile.count]))
            }
        }
        try truth.close()
    }
}

/// JSON lines, one a dossier.
private struct TruthFile {
    private let handle: FileHandle
    private let encoder: JSONEncoder

    init(at url: URL) throws {
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
            throw PrintFailure.cannotWrite(url.path)
        }
        handle = try FileHandle(forWritingTo: url)
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func append(_ truth: SampleTruth) throws {
        try handle.write(contentsOf: encoder.encode(truth) + Data([0x0A]))
    }

    func close() throws { try handle.close() }
}

extension ScannerProfile: ExpressibleByArgument {}
extension SampleFolder.Format: ExpressibleByArgument {}
