import ArgumentParser

/// `hoso units`: which units there are, and how they are reorganised.
struct UnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "The units, and their reorganisation: merge, split, rename, close on a day.",
        discussion: """
            A decision stands in the ledger beside the units file, which stays as it is. From its day on new dossiers \
            go to the successor, and open ones follow with the first command that writes to the ledger, or with `hoso \
            units apply`; what happened before keeps the old unit and its name. Each decision can be looked at with \
            --dry-run, and withdrawn before its day.
            """,
        subcommands: [
            List.self, Merge.self, Split.self, Rename.self, Close.self, Decisions.self, Withdraw.self, Apply.self,
        ], defaultSubcommand: List.self)
}
