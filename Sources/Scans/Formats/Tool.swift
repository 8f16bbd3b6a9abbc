import Foundation
internal import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A program of Debian's run as a child under limits, so that a hostile file costs a child and not the house.
struct Tool: Sendable {
    var name: String
    /// The Debian package that brings it.
    var package: String
    /// Seconds of processor and, twice that, of wall time.
    var seconds: Int = 60
    /// Bytes of address space and of any file it writes.
    var memory: Int = 1 << 30

    struct Output: Sendable {
        var succeeded: Bool
        var text: String
        var complaints: String
    }

    /// - Throws: `toolMissing`, `tookTooLong`; a program's own failure is in the output.
    func run(_ arguments: [String], outputLimit: Int = 4 << 20) async throws(ScanError) -> Output {
        let limits = ["--as=\(memory)", "--fsize=\(memory)", "--cpu=\(seconds)", "--core=0", name]
        let finished = await withTaskGroup(of: Output?.self) { group in
            group.addTask { await start(limits + arguments, outputLimit: outputLimit) }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds * 2))
                return nil
            }
            let first = await group.next() ?? nil
            // Cancelling a running child kills it.
            group.cancelAll()
            return first
        }
        guard let finished else { throw .tookTooLong(tool: name, seconds: seconds * 2) }
        // prlimit's own status when there is no such program.
        if !finished.succeeded, finished.complaints.contains("failed to execute \(name)") {
            throw .toolMissing(name, package: package)
        }
        return finished
    }

    private func start(_ arguments: [String], outputLimit: Int) async -> Output? {
        do {
            let result = try await Subprocess.run(
                .name("prlimit"), arguments: Arguments(arguments),
                environment: .inherit.updating(["LC_ALL": "C.UTF-8"]),
                output: .bytes(limit: outputLimit), error: .bytes(limit: 1 << 20))
            return Output(
                succeeded: result.terminationStatus.isSuccess,
                text: String(decoding: result.standardOutput, as: UTF8.self),
                complaints: String(decoding: result.standardError, as: UTF8.self))
        } catch is CancellationError {
            return nil
        } catch {
            return Output(succeeded: false, text: "", complaints: "")
        }
    }
}
