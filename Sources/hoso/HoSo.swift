import ArgumentParser

@main
struct HoSo: AsyncParsableCommand {
    // Every command writes its name down: working it out from the type searches all conformances, at every start.
    static let configuration = CommandConfiguration(
        commandName: "hoso",
        abstract: "Triage of scanned dossiers for the one-stop desks of Vietnam.",
        subcommands: [
            RunCommand.self,
            WatchCommand.self,
            ServeCommand.self,
            WorkCommand.self,
            MigrateCommand.self,
            ScansCommand.self,
            ReadCommand.self,
            ExtractCommand.self,
            QueueCommand.self,
            UnitsCommand.self,
            AccountCommand.self,
            ApiCommand.self,
            DeliveriesCommand.self,
            DueCommand.self,
            ReportCommand.self,
            AuditCommand.self,
            ModelCommand.self,
            PipelineCommand.self,
            SamplesCommand.self,
            PrintCommand.self,
            DoctorCommand.self,
            ReaderCommand.self,
            TrainerCommand.self,
        ])
}
