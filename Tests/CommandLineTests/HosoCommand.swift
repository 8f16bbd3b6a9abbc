import Foundation
import Subprocess
import SystemPackage

/// The built `hoso`, run as people and scripts run it.
struct HosoCommand {
    struct Outcome {
        var status: Int32?
        var output: String
        var complaints: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Beside the test bundle: the package manager builds both into one folder.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "hoso").path
    }()

    static let packageFolder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @discardableResult
    static func run(_ arguments: String..., environment: [Environment.Key: String] = [:]) async throws -> Outcome {
        try await run(arguments, environment: environment)
    }

    static func run(_ arguments: [String], environment: [Environment.Key: String] = [:]) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .inherit.updating(environment.mapValues(Optional.some)),
            workingDirectory: FilePath(packageFolder.path),
            output: .bytes(limit: 64 << 20), error: .bytes(limit: 4 << 20))
        return Outcome(
            status: Self.status(of: result.terminationStatus),
            output: String(decoding: result.standardOutput, as: UTF8.self),
            complaints: String(decoding: result.standardError, as: UTF8.self))
    }

    /// Variables by their names, as they are handed to `run`.
    static func environment(_ variables: [String: String]) -> [Environment.Key: String] {
        variables.reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }
    }

    /// Starts a command and ends it with SIGKILL after some milliseconds, or lets it end by itself before.
    ///
    /// - Returns: Whether it was killed.
    static func runAndKill(_ arguments: [String], after milliseconds: Int) async throws -> Bool {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            workingDirectory: FilePath(packageFolder.path), input: .none, output: .discarded, error: .discarded
        ) { execution in
            try await Task.sleep(for: .milliseconds(milliseconds))
            try? execution.send(signal: .kill)
        }
        if case .signaled = result.terminationStatus { return true }
        return false
    }

    /// Starts a command and ends it with SIGKILL once something holds, or after a minute in which it did not.
    ///
    /// - Returns: Whether it was killed while it worked.
    static func run(
        _ arguments: [String], environment: [Environment.Key: String] = [:],
        killedOnce holds: @escaping @Sendable () -> Bool
    ) async throws -> Bool {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .inherit.updating(environment.mapValues(Optional.some)),
            workingDirectory: FilePath(packageFolder.path), input: .none, output: .discarded, error: .discarded
        ) { execution in
            let end = ContinuousClock.now + .seconds(60)
            while !holds(), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
            try? execution.send(signal: .kill)
        }
        if case .signaled = result.terminationStatus { return true }
        return false
    }

    /// Starts a command and asks it to stop (SIGTERM) when a file is there.
    ///
    /// - Parameter complaints: A file for what it complains of, to be looked into meanwhile.
    static func runUntilStopped(
        _ arguments: [String], environment: [Environment.Key: String], whenThereIs file: String,
        complaints: String = "/dev/null"
    ) async throws -> Outcome {
        let descriptor = try FileDescriptor.open(
            FilePath(complaints), .writeOnly, options: .create, permissions: .ownerReadWrite)
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .inherit.updating(environment.mapValues(Optional.some)),
            workingDirectory: FilePath(packageFolder.path), input: .none, output: .discarded,
            error: .fileDescriptor(descriptor, closeAfterSpawningProcess: true)
        ) { execution in
            while !FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(20)) }
            try? execution.send(signal: .terminate)
        }
        return Outcome(status: status(of: result.terminationStatus), output: "", complaints: "")
    }

    private static func status(of termination: TerminationStatus) -> Int32? {
        if case .exited(let code) = termination { code } else { nil }
    }
}

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hoso-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ data: some Sequence<UInt8>, to name: String) throws {
        try Data(data).write(to: url.appending(path: name))
    }
}
