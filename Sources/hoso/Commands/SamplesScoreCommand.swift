import ArgumentParser
import Foundation
import Print
import Reading

struct SamplesScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Scores a reading of sample scans against what is printed on them: recall and precision of words.",
        discussion: """
            Words are counted as multisets a page: in NFC, case-sensitive, without punctuation. What is written by hand
            is not counted as printed. Any recogniser's text can be scored, if it is written as one file a scan, with a
            form feed after each page, as hoso read, pdftotext and ocrmypdf --sidecar write it.
            """)

    @Argument(help: "A folder that `hoso samples make` wrote, with its truth.jsonl.")
    var directory: String

    @Option(help: ArgumentHelp("The folder with the texts: <scan's file name>.txt", valueName: "dir"))
    var texts: String

    @Option(help: "Score only the first lines of a page, as many as named; precision then says nothing.")
    var lines: Int?

    @Flag(help: "One JSON object a page.")
    var json = false

    func run() async throws {
        var scores: [String: (pages: Int, words: WordRecall)] = [:]
        for truth in try SampleTruth.read(from: directory) {
            for (index, content) in truth.contents.enumerated() {
                let file = truth.files.map { $0[index] } ?? truth.file
                let text = try page(truth.files == nil ? content.number : 1, of: file)
                let score = WordRecall(of: text, printed: counted(content.text))
                if json { try show(score, file: file, page: content.number, truth) }
                for name in [truth.profile.rawValue, "all"] {
                    scores[name, default: (0, WordRecall())].pages += 1
                    scores[name, default: (0, WordRecall())].words += score
                }
            }
        }
        if !json { show(scores) }
    }

    private func counted(_ text: String) -> String {
        guard let lines else { return text }
        return text.split(separator: "\n").prefix(lines).joined(separator: "\n")
    }

    private func page(_ number: Int, of file: String) throws -> String {
        let path = "\(texts)/\(file).txt"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("no \(path)")
        }
        let pages = text.split(separator: "\u{c}", omittingEmptySubsequences: false)
        return number <= pages.count ? String(pages[number - 1]) : ""
    }

    private struct PageScore: Encodable {
        var file: String
        var page: Int
        var profile: ScannerProfile
        var printed: Int
        var read: Int
        var hits: Int
    }

    private func show(_ score: WordRecall, file: String, page: Int, _ truth: SampleTruth) throws {
        Console.say(
            try JSONLine.text(
                PageScore(
                    file: file, page: page, profile: truth.profile, printed: score.printed, read: score.read,
                    hits: score.hits)))
    }

    private func show(_ scores: [String: (pages: Int, words: WordRecall)]) {
        var rows = [["profile", "pages", "words", "recall", "precision"]]
        for name in ScannerProfile.allCases.map(\.rawValue) + ["all"] {
            guard let score = scores[name] else { continue }
            rows.append([
                name, "\(score.pages)", "\(score.words.printed)", String(format: "%.4f", score.words.recall),
                String(format: "%.4f", score.words.precision),
            ])
        }
        TextTable.lines(rows).forEach(Console.say)
    }
}
