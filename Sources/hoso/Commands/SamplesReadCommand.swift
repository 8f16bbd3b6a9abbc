import ArgumentParser
import Dossiers
import Foundation
import Print
import Triage

struct SamplesReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads sample scans and prints labelled texts of their pages as the recogniser returned them.",
        discussion: "With them a model learns what recognition does to print.")

    @Argument(help: "A folder that `hoso samples make` wrote, with its truth.jsonl.")
    var directory: String

    @Option(help: "Reader processes at work at once. Default: one a processor core.")
    var jobs: Int?

    @OptionGroup var forms: FormsOption
    @OptionGroup var pipelineOptions: PipelineOptions

    func run() async throws {
        try await reporting {
            let forms = try forms.load()
            let truths = try SampleTruth.read(from: directory)
            let pipeline = try pipelineOptions.load()
            let files = Set(truths.flatMap(\.allFiles)).sorted()
            let workspace = FileManager.default.temporaryDirectory.appending(path: "hoso-samples-\(getpid())").path
            defer { try? FileManager.default.removeItem(atPath: workspace) }
            let reading = ReadThrough(
                launcher: ReaderLauncher(executable: Executable.path, settings: pipeline.readerSettings),
                limits: ScanFile.Limits(
                    pagesPerFile: pipeline.limits.pagesPerFile, pixelsPerPage: pipeline.limits.pixelsPerPage),
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, workspace: workspace)
            let read = try await reading.pages(of: files.map { "\(directory)/\($0)" })
            let pages = Dictionary(uniqueKeysWithValues: zip(files, read))
            for truth in truths { try show(truth, pages: pages, forms: forms) }
        }
    }

    private func show(_ truth: SampleTruth, pages: [String: [RecognizedPage]?], forms: SampleForms) throws {
        var whole: [String: (text: [String], decides: Bool)] = [:]
        for (index, content) in truth.contents.enumerated() {
            guard let form = content.form else { continue }
            // Several files: a page each. One file: the truth's page numbers are the file's.
            let file = truth.files.map { $0[index] } ?? truth.file
            let number = truth.files == nil ? content.number : 1
            guard let page = (pages[file] ?? nil)?.first(where: { $0.number == number }), page.content == .text else {
                continue
            }
            guard content.role == .application, forms.isShared(form) else {
                try show(page.text, form: form, procedure: content.role == .application ? truth.procedure : nil, forms)
                continue
            }
            whole[form, default: ([], false)].text.append(page.text)
            whole[form, default: ([], false)].decides = whole[form]?.decides ?? false || content.decides
        }
        // An application whose pages say nothing of the procedure would teach what is not there.
        for (form, application) in whole.sorted(by: { $0.key < $1.key }) where application.decides {
            try show(application.text.joined(separator: "\n"), form: form, procedure: truth.procedure, forms)
        }
    }

    private func show(_ text: String, form: String, procedure: String?, _ forms: SampleForms) throws {
        Console.say(
            try JSONLine.text(LabeledText(text: text, label: forms.label(of: form, in: procedure), family: form)))
    }
}

extension SampleTruth {
    /// What `hoso samples make` wrote beside the scans.
    static func read(from directory: String) throws -> [SampleTruth] {
        let path = "\(directory)/truth.jsonl"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("no \(path): name a folder that `hoso samples make` wrote")
        }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(SampleTruth.self, from: Data($0.utf8)) }
    }

    fileprivate var allFiles: [String] { files ?? [file] }
}
