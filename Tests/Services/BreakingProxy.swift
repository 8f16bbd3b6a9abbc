import Foundation

/// A proxy on this machine that cuts connections where a test wants it: `breaking_proxy.py`.
package final class BreakingProxy: Sendable {
    package let port: Int
    private let folder: URL
    private let server: ServerProcess

    package init(to port: Int) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "proxy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        server = try ServerProcess("Tests/Services/breaking_proxy.py", [String(port), folder.path])
        self.port = server.words.first.flatMap { Int($0) } ?? 0
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// What can be broken, by the names that the script knows.
    package enum Fault: String, Sendable {
        /// The next transaction's commit reaches the server, and its answer nobody.
        case commit = "break-commit"
        /// A byte of the next request's body changes.
        case request = "flip-up"
        /// A byte of the next answer's body changes.
        case answer = "flip-down"
        /// Nothing gets through, until it is put right.
        case line = "cut"
    }

    package func `break`(_ fault: Fault) {
        _ = FileManager.default.createFile(atPath: file(of: fault).path, contents: nil)
    }

    package func putRight(_ fault: Fault) {
        try? FileManager.default.removeItem(at: file(of: fault))
    }

    /// Whether it is still to come.
    package func isPending(_ fault: Fault) -> Bool { FileManager.default.fileExists(atPath: file(of: fault).path) }

    private func file(of fault: Fault) -> URL { folder.appending(path: fault.rawValue) }
}
