import ArgumentParser
import Dossiers
import Foundation
import Print
import Routing
import Triage

struct SamplesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Holds the results of a run on sample dossiers against their truth.",
        discussion: """
            By scanner profile and by field. printed: applications whose request is printed, and the share of them named \
            rightly. recall and precision: printed values that were read exactly. sure: values given with a confidence \
            above 0.9. papers: dossiers whose papers are all rightly said to be present or missing.
            """)

    @Argument(help: "A folder that `hoso samples make` wrote, with its truth.jsonl.")
    var directory: String

    @Option(help: "What `hoso run --json` printed for that folder.")
    var results: String

    @OptionGroup var pipelineOptions: PipelineOptions

    func run() throws {
        try reporting {
            let pipeline = try pipelineOptions.load()
            let check = PaperCheck(forms: try FormFile.forms(in: pipeline.formsDirectory))
            var byProfile: [String: RunTally] = [:]
            var byField: [String: RunTally] = [:]
            for (truth, result) in try pairs() {
                for profile in [truth.profile.rawValue, "all"] {
                    byProfile[profile, default: RunTally()].countDecision(result, truth)
                    byProfile[profile, default: RunTally()].countFields(result, truth)
                    byProfile[profile, default: RunTally()]
                        .countPapers(result, expected: expected(truth, result, check, pipeline))
                }
                for field in FieldName.allCases.map(\.rawValue) {
                    byField[field, default: RunTally()].countFields(result, truth, only: field)
                }
            }
            show(byProfile, byField)
        }
    }

    /// Dossiers of the truth with what the run made of the same pages.
    private func pairs() throws -> [(SampleTruth, CheckedResult)] {
        let results = try lines(of: results, as: CheckedResult.self, skipping: #"{"summary""#)
        return try lines(of: "\(directory)/truth.jsonl", as: SampleTruth.self).compactMap { truth in
            results.first { $0.source == truth.file && !Set($0.pages).isDisjoint(with: truth.pages) }.map {
                (truth, $0)
            }
        }
    }

    private func lines<Line: Decodable>(
        of path: String, as type: Line.Type, skipping start: String? = nil
    ) throws -> [Line] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("no \(path)")
        }
        return try text.split(separator: "\n").filter { line in start.map { !line.hasPrefix($0) } ?? true }
            .map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// How the papers stand if every page is taken for what it is; only where the procedure is named rightly.
    private func expected(
        _ truth: SampleTruth, _ result: CheckedResult, _ check: PaperCheck, _ pipeline: Pipeline
    ) -> [PaperStanding] {
        guard let code = truth.procedure, code == result.procedure?.code, let procedure = pipeline.catalogue[code]
        else {
            return []
        }
        let pages = truth.contents.compactMap { page in page.form.map { (form: $0, pages: [page.number]) } }
        return check.standings(of: procedure, application: truth.form, documents: pages)
    }

    private func show(_ byProfile: [String: RunTally], _ byField: [String: RunTally]) {
        let profiles = byProfile.sorted { ($0.key == "all" ? "~" : $0.key) < ($1.key == "all" ? "~" : $1.key) }
        let head = [
            "profile", "dossiers", "printed", "right", "auto", "auto wrong", "no application", "of them auto", "values",
            "recall", "precision", "sure", "sure wrong", "papers", "right",
        ]
        let rows = profiles.map { name, tally in
            [
                name, "\(tally.dossiers)", "\(tally.printed)", RunTally.share(tally.printedRight, tally.printed),
                "\(tally.auto)", "\(tally.autoWrong)", "\(tally.strangers)", "\(tally.strangersAuto)",
                "\(tally.values)", RunTally.share(tally.found, tally.values), RunTally.share(tally.found, tally.given),
                "\(tally.sure)", "\(tally.sureWrong)", "\(tally.lists)", RunTally.share(tally.listsRight, tally.lists),
            ]
        }
        for line in TextTable.lines([head] + rows) { Console.say(line) }
        Console.say("")
        let fields = byField.filter { $0.value.values + $0.value.given > 0 }.sorted { $0.key < $1.key }
        let fieldRows = fields.map { name, tally in
            [
                name, "\(tally.values)", RunTally.share(tally.found, tally.values),
                RunTally.share(tally.found, tally.given), "\(tally.sure)", "\(tally.sureWrong)",
            ]
        }
        for line in TextTable.lines([["field", "values", "recall", "precision", "sure", "sure wrong"]] + fieldRows) {
            Console.say(line)
        }
    }
}
