import Testing

@testable import Scans

@Suite struct ToolTests {
    @Test func program_thatDoesNotEnd_isStopped_andSaid() async {
        await #expect(throws: ScanError.tookTooLong(tool: "sleep", seconds: 2)) {
            try await Tool(name: "sleep", package: "coreutils", seconds: 1).run(["600"])
        }
    }

    @Test func program_thatIsBusyWithoutEnd_isStoppedAtItsProcessorTime() async {
        // A busy machine may take its time to give the second away.
        await #expect(throws: ScanError.tookTooLong(tool: "sh", seconds: 1)) {
            try await Tool(name: "sh", package: "dash", seconds: 1, patience: 300).run(["-c", "while :; do :; done"])
        }
    }

    @Test func program_thatIsNotThere_isNamedWithItsPackage() async {
        await #expect(throws: ScanError.toolMissing("no-such-program", package: "its-package")) {
            try await Tool(name: "no-such-program", package: "its-package").run([])
        }
    }

    @Test func failureOfTheProgram_isInItsOutput() async throws {
        let output = try await Tool(name: "pdfinfo", package: "poppler-utils").run(["/no/such/file"])
        #expect(!output.succeeded)
        #expect(output.complaints.contains("/no/such/file"))
    }
}
