import ArgumentParser
import Print

struct PrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Prints separator sheets and the papers of a one-stop desk as PDF.",
        discussion: """
            The papers are the forms of Circular 03/2025/TT-VPCP. What the ledger does not know is left as a dotted line, \
            to be written in by hand; what stands at their heads is `letterhead` in the pipeline file.
            """,
        subcommands: [
            PrintSeparatorCommand.self, PrintReceiptCommand.self, PrintControlSlipCommand.self,
            PrintSupplementCommand.self, PrintRefusalCommand.self, PrintStopCommand.self, PrintApologyCommand.self,
            PrintRegisterCommand.self,
        ])
}

struct PrintSeparatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "separator", abstract: "The sheet that lies in front of each dossier of a batch.")

    @Option(name: [.short, .long], help: "The PDF file to write.")
    var output: String

    func run() async throws {
        try reporting { try SeparatorSheet.write(to: output) }
    }
}
