import Foundation
import Subprocess
import SystemPackage
import Testing

/// The small version of `make faults`.
@Suite struct FaultTests {
    @Test func night_inWhichEverythingGoesWrong_endsAsOnOneMachine() async throws {
        let script = HosoCommand.packageFolder.appending(path: "Scripts/try-faults").path
        let result = try await Subprocess.run(
            .path(FilePath(script)),
            arguments: [
                "--dossiers", "40", "--workers", "2", "--faults", "11", "--pace", "0.15", "--impatient", "--hoso",
                HosoCommand.path,
            ],
            workingDirectory: FilePath(HosoCommand.packageFolder.path), output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        #expect(result.terminationStatus == .exited(0), "\(result.standardError)")
        #expect(result.standardOutput.contains("none lost, none twice"))
    }
}
