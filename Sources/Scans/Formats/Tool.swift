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
    /// Seconds of processor.
    var seconds: Int = 60
    /// Seconds of wall time to each of processor.
    var patience: Int = 2
    /// Bytes of address space and of any file it writes.
    var memory: Int = 1 << 30

    struct Output: Sendable {
        var succeeded: Bool
        var text: String
        var complaints: String
    }

    /// - Throws: `toolMissing`, `tookTooLong`; a program's own failure is in the output.
    func run(_ arguments: [String], outputLimit: Int = 4 << 20) async throws(ScanError) -> Output {
        let wall = seconds * patience
        // The wall time is kept by a process of its own: a timer in here would count the time that a busy
        // machine lets a finished child wait to be looked at.
        let limits = [
            "--as=\(memory)", "--fsize=\(memory)", "--cpu=\(seconds)", "--core=0",
            "timeout", "--foreground", "--kill-after=5", "\(wall)", name,
        ]
        let (output, status) = await start(limits + arguments, outputLimit: outputLimit)
        switch status {
        case .exited(Self.outOfTime), .exited(Self.killed): throw .tookTooLong(tool: name, seconds: wall)
        // The processor time that `prlimit` allows is used up.
        case .signaled(SIGXCPU), .signaled(SIGKILL): throw .tookTooLong(tool: name, seconds: seconds)
        case .exited(Self.noProgram): throw .toolMissing(name, package: package)
        default: return output
        }
    }

    // What `timeout` of coreutils ends with.
    private static let outOfTime: Int32 = 124
    private static let killed: Int32 = 137
    private static let noProgram: Int32 = 127

    private func start(_ arguments: [String], outputLimit: Int) async -> (Output, TerminationStatus) {
        var options = PlatformOptions()
        // `timeout` hands a TERM on to the program; a KILL would leave the program running.
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        do {
            let result = try await Subprocess.run(
                .name("prlimit"), arguments: Arguments(arguments),
                environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), platformOptions: options,
                output: .bytes(limit: outputLimit), error: .bytes(limit: 1 << 20))
            let output = Output(
                succeeded: result.terminationStatus.isSuccess,
                text: String(decoding: result.standardOutput, as: UTF8.self),
                complaints: String(decoding: result.standardError, as: UTF8.self))
            return (output, result.terminationStatus)
        } catch {
            return (Output(succeeded: false, text: "", complaints: ""), .exited(1))
        }
    }
}
