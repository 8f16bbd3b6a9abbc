import ArgumentParser
import Dossiers
import Foundation
import Reading
import Triage

struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads a scan and prints what it says; decides and stores nothing.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case codes
        case pdf
    }

    @Argument(help: "A PDF, TIFF, JPEG, PNG, BMP, GIF, WebP, JPEG 2000 or PNM file.")
    var file: String

    @Option(
        help: """
            text; json: one object a page with words, boxes, confidences and the page's quality; \
            codes: the same with QR codes and barcodes only, quickly; or pdf: the pages as they \
            are with invisible text over them, to be searched (needs --output).
            """)
    var format: Format = .text

    @Option(name: [.short, .long], help: "The searchable PDF to write; whole or not there.")
    var output: String?

    @Option(help: ArgumentHelp("Also write the page after every step of reading, as PNG files.", valueName: "dir"))
    var explain: String?

    @Flag(help: "Only the first lines, where a form says what it is; codes are not looked for.")
    var titleZone = false

    func validate() throws {
        if format == .pdf, output == nil { throw ValidationError("--format pdf needs --output FILE") }
        if format != .pdf, output != nil { throw ValidationError("--output goes with --format pdf; the others print") }
    }

    func run() async throws {
        if let explain { try FileManager.default.createDirectory(atPath: explain, withIntermediateDirectories: true) }
        let launcher = ReaderLauncher(
            executable: Executable.path,
            settings: ReaderSettings(
                limits: PageLimits(pixelsPerPage: 80_000_000), memory: 1 << 30, secondsPerPage: 60, steps: explain))
        let workspace = FileManager.default.temporaryDirectory.appending(path: "hoso-read-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: workspace) }
        do {
            try await launcher.withReader { reader in
                let scan = try await ScanFile.open(
                    file, limits: .init(pagesPerFile: 5000, pixelsPerPage: 80_000_000), reader: reader)
                if let output {
                    try await SearchableScan(reader: reader, pixelLimit: 80_000_000, workspace: workspace)
                        .write(scan, to: output)
                    return
                }
                for number in 1...scan.pageCount {
                    try show(try await page(number, of: scan, with: reader, workspace: workspace))
                }
            }
        } catch let error as ScanFile.Unreadable {
            Console.complain("\(file): \(error.reason)")
            throw ExitCode(65)
        }
    }

    private func page(
        _ number: Int, of scan: ScanFile, with reader: ReaderProcess, workspace: String
    ) async throws -> RecognizedPage {
        format == .codes
            ? try await reader.codes(on: scan, page: number, pixelLimit: 80_000_000, workspace: workspace)
            : try await reader.read(
                scan, page: number, pixelLimit: 80_000_000, workspace: workspace,
                extent: titleZone ? .titleZone : .wholePage)
    }

    private func show(_ page: RecognizedPage) throws {
        switch format {
        case .text:
            Console.say(page.text + "\u{c}")
        case .json, .codes:
            Console.say(try JSONLine.text(page))
        case .pdf: break
        }
    }
}
