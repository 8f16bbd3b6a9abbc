import Foundation
import Subprocess
import SystemPackage
import Testing

/// A folder that a scanner fills while `hoso watch` looks on.
struct WatchTests {
    @Test func watch_takesInWhatComes_onceEach_andStopsWhenAsked() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
        let inFolder = folder.path("in")
        let result = try await Subprocess.run(
            .path(FilePath(HosoCommand.path)),
            arguments: ["watch", inFolder, "--data", folder.path("data"), "--json", "--every", "0.1"],
            workingDirectory: FilePath(HosoCommand.packageFolder.path),
            input: .none, output: .bytes(limit: 1 << 20), error: .bytes(limit: 1 << 20)
        ) { execution in
            // No scans, so that nothing has to be recognised; each must end in quarantine all the same.
            for name in ["first.pdf", "second.pdf"] {
                try folder.write(Data("no PDF: \(name)".utf8), to: "in/\(name)")
                try await Task.sleep(for: .seconds(5))
            }
            try execution.send(signal: .terminate)
        }
        let lines = String(decoding: result.standardOutput, as: UTF8.self).split(separator: "\n")
        #expect(result.terminationStatus == .exited(0))
        #expect(lines.count { $0.contains("\"source\":\"first.pdf\"") } == 1)
        #expect(lines.count { $0.contains("\"source\":\"second.pdf\"") } == 1)
        #expect(lines.last?.contains("\"summary\"") == true)
        #expect(FileManager.default.fileExists(atPath: folder.path("in/first.pdf")))
    }

    @Test func watch_ofNoFolder_saysSo() async throws {
        let outcome = try await HosoCommand.run("watch", "/nowhere/at-all")
        #expect(outcome.status == 64)
        #expect(outcome.complaints.contains("is no folder"))
    }
}
