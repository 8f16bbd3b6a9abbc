import ArgumentParser
import Foundation
import Triage

/// Which pipeline a command works with.
struct PipelineOptions: ParsableArguments {
    static let defaultPath = "Pipelines/commune.yaml"

    @Option(name: .customLong("pipeline"), help: "The pipeline file.")
    var path: String = PipelineOptions.defaultPath

    /// - Throws: `ConfigurationError` with every problem of the file and those it names.
    func load() throws -> Pipeline { try PipelineFile.load(Self.resolve(path)) }

    /// A path that does not exist here is looked for beside the package that the program was built
    /// in, and beside an installed program's `share/hoso`.
    static func resolve(_ path: String) -> URL {
        let here = URL(filePath: path)
        guard !path.hasPrefix("/"), !FileManager.default.fileExists(atPath: path) else { return here }
        return roots.map { $0.appending(path: path) }
            .first { FileManager.default.fileExists(atPath: $0.path) } ?? here
    }

    /// The folders above the program that could hold `Pipelines`, nearest first.
    private static var roots: [URL] {
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
        var folder = program.deletingLastPathComponent()
        var roots = [folder.deletingLastPathComponent().appending(path: "share/hoso")]
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                roots.append(folder)
            }
            folder.deleteLastPathComponent()
        }
        return roots
    }
}
