import ArgumentParser
import Dossiers
import Foundation
import Print
import Triage

struct SamplesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samples",
        abstract: "Makes sample dossiers with their truth. Every name and number in them is invented.",
        subcommands: [
            SamplesMakeCommand.self, SamplesTextsCommand.self, SamplesReadCommand.self, SamplesScoreCommand.self,
            SamplesCheckCommand.self,
        ])
}

/// Where the forms are.
struct FormsOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the form files.", valueName: "dir"))
    var forms = "Pipelines/forms"

    func load() throws -> SampleForms {
        try SampleForms(FormFile.forms(in: URL(fileURLWithPath: forms, isDirectory: true)))
    }
}

struct SamplesTextsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "Prints labelled texts of pages, one JSON object a line.",
        discussion: """
            A page of an application has the procedure's code for its label, any other page “paper:” and the form's id.
            """)

    @Option(help: "How many texts.")
    var count: Int

    @Flag(help: "Only applications of forms that several procedures share: the hardest to tell apart.")
    var shared = false

    @Option(help: "The same seed gives the same texts.")
    var seed: UInt64 = 1

    @OptionGroup var forms: FormsOption

    func validate() throws {
        if count < 0 { throw ValidationError("--count has to be 0 or more") }
    }

    func run() async throws {
        let texts = SampleTexts(forms: try forms.load(), seed: seed, sharedOnly: shared)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var left = count
        var number = 0
        while left > 0 {
            for text in try texts.texts(number: number).prefix(left) {
                var line = try encoder.encode(text)
                line.append(0x0A)
                try FileHandle.standardOutput.write(contentsOf: line)
                left -= 1
            }
            number += 1
        }
    }
}
