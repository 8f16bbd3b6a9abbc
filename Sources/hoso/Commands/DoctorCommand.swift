import ArgumentParser
import Classification
import Foundation
import Ledger
import Triage

/// `hoso doctor`: what is there, what is missing, and how to get it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what is installed, what is missing, and how to get it.",
        discussion: "Exit status 69 says that something is missing that runs need.")

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    /// A program that HoSo runs, and the Debian package that brings it.
    private static let programs = [
        ("pdfinfo", "poppler-utils"), ("pdfimages", "poppler-utils"), ("pdftoppm", "poppler-utils"),
        ("pdftotext", "poppler-utils"), ("qpdf", "qpdf"), ("prlimit", "util-linux"), ("gzip", "gzip"),
    ]

    private struct Finding {
        var what: String
        /// Nil where all is well.
        var remedy: String?
    }

    func run() async throws {
        var findings = Self.programs.map { program, package in
            Finding(what: program, remedy: Self.isOnPath(program) ? nil : "apt-get install \(package)")
        }
        findings += await pipelineFindings()
        findings += await storeFindings()
        for finding in findings {
            Console.say("\(finding.remedy == nil ? "ok      " : "missing ") \(finding.what)")
            if let remedy = finding.remedy { Console.say("         \(remedy)") }
        }
        if findings.contains(where: { $0.remedy != nil }) { throw ExitStatus.unavailable.exitCode }
    }

    private func pipelineFindings() async -> [Finding] {
        do {
            let pipeline = try pipelineOptions.load()
            var findings = [Finding(what: "pipeline \(pipeline.name)", remedy: nil)]
            findings.append(
                finding("model \(pipeline.modelDirectory.lastPathComponent)") {
                    _ = try ModelDirectory(path: pipeline.modelDirectory.path).model()
                })
            findings.append(await reader(under: pipeline))
            return findings
        } catch {
            return [Finding(what: "pipeline \(pipelineOptions.path)", remedy: "\(error)")]
        }
    }

    /// The stores that were named. What lies in the data folder is made when it is needed.
    private func storeFindings() async -> [Finding] {
        let copies = FileManager.default.temporaryDirectory.appending(path: "hoso-doctor-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copies) }
        let named = [
            ("store of the scans", try? ledgerOptions.namedBlobPlace),
            ("colder store", try? ledgerOptions.coldBlobPlace),
        ]
        var findings: [Finding] = []
        for case (let name, let place?) in named {
            do {
                try await place.openBehind(copies: copies).check()
                findings.append(Finding(what: name, remedy: nil))
            } catch {
                findings.append(Finding(what: name, remedy: "\(error)"))
            }
        }
        return findings
    }

    /// A reader that starts has its recogniser and the language data.
    private func reader(under pipeline: Pipeline) async -> Finding {
        let name = "reader with its language data"
        do {
            try await ReaderLauncher(executable: Executable.path, settings: pipeline.readerSettings).withReader { _ in }
            return Finding(what: name, remedy: nil)
        } catch {
            return Finding(what: name, remedy: "\(error)")
        }
    }

    private func finding(_ what: String, _ check: () throws -> Void) -> Finding {
        do {
            try check()
            return Finding(what: what, remedy: nil)
        } catch {
            return Finding(what: what, remedy: "\(error)")
        }
    }

    private static func isOnPath(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
}
