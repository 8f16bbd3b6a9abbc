import ArgumentParser
import Print

struct PrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Prints sheets as PDF.",
        subcommands: [PrintSeparatorCommand.self, PrintReceiptCommand.self])
}

struct PrintSeparatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "separator", abstract: "The sheet that lies in front of each dossier of a batch.")

    @Option(name: [.short, .long], help: "The PDF file to write.")
    var output: String

    func run() async throws {
        try SeparatorSheet.write(to: output)
    }
}
