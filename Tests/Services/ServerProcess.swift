import Foundation

/// A server that a script starts: it says one line about itself when it is ready, and ends when its standard input does,
/// so with this process, however that ends.
final class ServerProcess: Sendable {
    /// Of the line.
    let words: [String]
    private let input: FileHandle

    /// - Parameter script: Its path in the package.
    /// - Throws: `NotStarted` in the script's words. Blocks until the server answers.
    init(_ script: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = Self.packageFolder.appending(path: script)
        process.arguments = arguments
        let (input, output, complaints) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        words = Self.line(from: output.fileHandleForReading).split(separator: " ").map(String.init)
        guard !words.isEmpty else {
            let reason = try complaints.fileHandleForReading.readToEnd() ?? Data()
            throw NotStarted(description: String(decoding: reason, as: UTF8.self))
        }
        self.input = input.fileHandleForWriting
    }

    deinit { try? input.close() }

    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    private static let packageFolder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func line(from handle: FileHandle) -> String {
        var line = Data()
        while let byte = try? handle.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
