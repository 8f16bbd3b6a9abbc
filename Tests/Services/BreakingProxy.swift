import Foundation

/// A proxy on this machine that cuts connections where a test wants it: `breaking_proxy.py`.
package final class BreakingProxy: Sendable {
    package let port: Int
    private let folder: URL
    // Held: the proxy ends when the other end of its standard input is closed.
    private let input: FileHandle

    package init(to server: Int) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "proxy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "breaking_proxy.py")
        process.arguments = ["python3", script.path, String(server), folder.path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = TemporaryPostgres.line(from: output.fileHandleForReading)
        guard let port = Int(line) else { throw TemporaryPostgres.NotStarted(description: "the proxy did not start") }
        self.port = port
        self.input = input.fileHandleForWriting
    }

    deinit {
        try? input.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The next transaction's commit reaches the server, and its answer nobody.
    package func breakNextCommit() {
        _ = FileManager.default.createFile(atPath: folder.appending(path: "break-commit").path, contents: nil)
    }

    package var hasBroken: Bool {
        !FileManager.default.fileExists(atPath: folder.appending(path: "break-commit").path)
    }
}
