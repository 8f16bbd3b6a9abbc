import ArgumentParser
import Classification
import Dossiers
import Extraction
import Foundation
import Triage

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Shows the fields that are found on a scan; decides and stores nothing.",
        discussion: """
            With --form the scan is read as that form, whatever it is: to try a form file of the office's own. \
            Pages that `hoso read --format json` printed are taken as well (*.jsonl), so that a scan is read only once.
            """)

    @Argument(help: "Scans, each one dossier; or pages that were read before (*.jsonl).")
    var inputs: [String]

    @Option(help: "A form file (*.yaml) to read the scan as.")
    var form: String?

    @Flag(help: "One JSON object an input.")
    var json = false

    @OptionGroup var pipelineOptions: PipelineOptions

    func run() async throws {
        try await reporting {
            let pipeline = try pipelineOptions.load()
            let fields = try reader(under: pipeline)
            var unreadable = false
            for input in inputs {
                guard let pages = try await pages(of: input, under: pipeline) else {
                    Console.complain("\(input): cannot be read; `hoso read` says why")
                    unreadable = true
                    continue
                }
                try show(fields(pages), of: input)
            }
            if unreadable { throw ExitStatus.unreadableInput.exitCode }
        }
    }

    /// What finds the fields of pages: the one form that was named, or whatever the model takes each page for.
    private func reader(under pipeline: Pipeline) throws -> ([RecognizedPage]) -> [ExtractedField] {
        if let form {
            let template = try FormFile.form(at: URL(filePath: form))
            let extractor = Extractor(forms: [template])
            return { extractor.extract(papers: [ReadPaper(form: template.id, pages: $0)]) }
        }
        let model = try ModelDirectory(path: pipeline.modelDirectory.path).model()
        let understanding = try pipeline.understanding(with: model)
        return { understanding.fields(of: $0, understanding.judge.judge($0)) }
    }

    private func pages(of input: String, under pipeline: Pipeline) async throws -> [RecognizedPage]? {
        if input.hasSuffix(".jsonl") {
            guard let text = try? String(contentsOfFile: input, encoding: .utf8) else { return nil }
            return try? text.split(separator: "\n").map {
                try JSONDecoder().decode(RecognizedPage.self, from: Data($0.utf8))
            }
        }
        let workspace = FileManager.default.temporaryDirectory.appending(path: "hoso-extract-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: workspace) }
        let reading = ReadThrough(
            launcher: ReaderLauncher(executable: Executable.path, settings: pipeline.readerSettings),
            limits: ScanFile.Limits(
                pagesPerFile: pipeline.limits.pagesPerFile, pixelsPerPage: pipeline.limits.pixelsPerPage),
            jobs: 1, workspace: workspace)
        return try await reading.pages(of: [input]).first ?? nil
    }

    private func show(_ fields: [ExtractedField], of input: String) throws {
        if json {
            let objects = fields.map { ($0.name.rawValue, FieldObject(field: $0)) }
            Console.say(
                try JSONLine.text(
                    Extracted(source: input, fields: Dictionary(objects, uniquingKeysWith: { first, _ in first }))))
            return
        }
        if inputs.count > 1 { Console.say(input) }
        for field in fields {
            let name = field.name.rawValue.padding(toLength: 26, withPad: " ", startingAt: 0)
            let sure = String(format: "%.2f  page %d  ", field.confidence, field.page)
            Console.say(name + sure + (field.value ?? "(written by hand)"))
        }
        if fields.isEmpty { Console.complain("\(input): no field was found") }
    }

    private struct Extracted: Encodable {
        var source: String
        var fields: [String: FieldObject]
    }
}
