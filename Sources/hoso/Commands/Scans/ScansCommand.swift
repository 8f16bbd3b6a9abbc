import ArgumentParser

/// `hoso scans`: where the scans' files lie.
struct ScansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scans", abstract: "Where the scans' files are kept.", subcommands: [ScansMoveCommand.self])
}
