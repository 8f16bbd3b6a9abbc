import Foundation
import Testing

/// Every bad input has its own clear line, and the rest goes on.
@Suite(.serialized)
struct BadInputTests {
    @Test func run_onBadInput_namesEachAndTriagesTheRest() async throws {
        let folder = try TemporaryFolder()
        let made = try await HosoCommand.run(
            "samples", "make", folder.path("in"), "--count", "2", "--seed", "401", "--format", "pdf", "--profile",
            "office")
        try #require(made.status == 0)
        let good = try Data(contentsOf: folder.url.appending(path: "in/dossier-0001.pdf"))
        try folder.write(good.prefix(good.count / 2), to: "in/half-written.pdf")
        try folder.write([], to: "in/empty.tif")
        try folder.write(Array("not a scan at all".utf8), to: "in/notes.docx")
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "in/x.pdf"), withIntermediateDirectories: true)
        try folder.write(PNG.header(width: 20_000, height: 20_000), to: "in/huge.png")
        try await lock(folder.path("in/dossier-0002.pdf"), into: folder.path("in/locked.pdf"))
        try folder.write(good, to: "in/secret.pdf")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("in/secret.pdf"))

        let outcome = try await HosoCommand.run("run", folder.path("in"), "--data", folder.path("data"), "--json")
        let output = try RunOutput(outcome)
        let reasons = Dictionary(output.results.map { ($0.source, $0.reason) }) { first, _ in first }
        let decisions = Dictionary(output.results.map { ($0.source, $0.decision) }) { first, _ in first }

        #expect(outcome.status == 2)
        #expect(output.summary.isBalanced)
        #expect(reasons["empty.tif"] == "the file is empty")
        #expect(reasons["notes.docx"]?.contains("not a picture or document") == true)
        #expect(reasons["x.pdf"]?.contains("a folder named like a file") == true)
        #expect(reasons["huge.png"]?.contains("20000 × 20000 pixels") == true)
        #expect(reasons["locked.pdf"]?.contains("password") == true)
        #expect(decisions["half-written.pdf"] != "auto")
        #expect(decisions["half-written.pdf"] != nil)
        // Root reads everything; anybody else is told.
        if getuid() != 0 { #expect(decisions["secret.pdf"] == "quarantined") }
        for name in ["dossier-0001.pdf", "dossier-0002.pdf"] {
            #expect(["auto", "review"].contains(decisions[name] ?? ""))
        }
        let words = [outcome.output, outcome.complaints].joined()
        #expect(!words.contains("fatal"))
    }

    @Test func run_onAFileStillBeingWritten_leavesItForTheNextRun() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("%PDF-1.4\n".utf8), to: "growing.pdf")
        let path = folder.path("growing.pdf")
        // A process of its own: a task of this one may wait longer for its turn than a file that is whole rests.
        let writer = Process()
        writer.executableURL = URL(filePath: "/bin/sh")
        writer.arguments = ["-c", "while echo more >> \"$0\"; do sleep 0.1; done", path]
        try writer.run()
        defer { writer.terminate() }
        let outcome = try await HosoCommand.run("run", path, "--data", folder.path("data"), "--json")
        let output = try RunOutput(outcome)

        #expect(outcome.status == 2)
        #expect(output.results.first?.reason.contains("still being written") == true)
        #expect(output.summary.refused == 1)
        #expect(output.summary.pages == 0)
    }

    @Test func run_onNothing_saysSo() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run("run", folder.path("nowhere"), "--data", folder.path("data"), "--json")

        #expect(outcome.status == 2)
        #expect(try RunOutput(outcome).results.first?.reason == "no such file or folder")
    }

    private func lock(_ file: String, into locked: String) async throws {
        let qpdf = Process()
        qpdf.executableURL = URL(filePath: "/usr/bin/qpdf")
        qpdf.arguments = ["--encrypt", "reader", "owner", "256", "--", file, locked]
        try qpdf.run()
        qpdf.waitUntilExit()
        try #require(qpdf.terminationStatus == 0)
    }
}

/// Just enough of a PNG to claim a size.
enum PNG {
    static func header(width: UInt32, height: UInt32) -> [UInt8] {
        let size = bytes(width) + bytes(height) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size) + chunk("IDAT", [0])
            + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return bytes(UInt32(data.count)) + body + bytes(crc(body))
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }

    private static func crc(_ data: [UInt8]) -> UInt32 {
        ~data.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
