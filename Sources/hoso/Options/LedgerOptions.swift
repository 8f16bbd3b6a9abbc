import ArgumentParser
import Foundation
import Ledger

/// Where a command finds what must not be lost.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder of ledger and scans. Default: $HOSO_DATA, else hoso in $XDG_DATA_HOME or ~/.local/share.",
            valueName: "dir"))
    var dataPath: String?

    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp("The ledger, as sqlite:PATH. Default: ledger.sqlite in the data folder.", valueName: "url"))
    var ledgerURL: String?

    func validate() throws {
        _ = try ledgerFile
    }

    var dataFolder: URL {
        let environment = ProcessInfo.processInfo.environment
        let named = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = dataPath ?? named("HOSO_DATA") { return URL(filePath: path, directoryHint: .isDirectory) }
        // The specification of the base directories: a relative path is to be ignored.
        if let path = named("XDG_DATA_HOME"), path.hasPrefix("/") {
            return URL(filePath: path, directoryHint: .isDirectory).appending(path: "hoso")
        }
        return FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/share/hoso")
    }

    /// - Throws: `ValidationError` for an address of another kind of ledger.
    var ledgerFile: URL {
        get throws {
            guard let address = ledgerURL else { return dataFolder.appending(path: "ledger.sqlite") }
            let scheme = "sqlite:"
            if address.hasPrefix(scheme), address.count > scheme.count {
                return URL(filePath: String(address.dropFirst(scheme.count)))
            }
            if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
                // The address may hold a password, so it is not repeated.
                throw ValidationError("--ledger: this version has no PostgreSQL ledger; use sqlite:PATH")
            }
            throw ValidationError("--ledger should be sqlite:PATH")
        }
    }

    /// Keeps other writing processes out of the ledger and of the data folder until the ledger is let go.
    ///
    /// - Parameter patience: seconds to wait where another process writes: many write only for a moment.
    func openForWriting(now: Date, patience: Double = 3) async throws -> Ledger {
        let end = Date().addingTimeInterval(patience)
        while true {
            do {
                return try await Ledger.open(at: ledgerFile, dataFolder: dataFolder, now: now)
            } catch LedgerError.busy(let holder) {
                guard Date() < end else { throw LedgerError.busy(holder) }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Also beside a process that writes.
    func openForReading() async throws -> Ledger {
        try await Ledger.openForReading(at: ledgerFile)
    }

    func openBlobs() throws -> BlobStore {
        try BlobStore(in: dataFolder.appending(path: "blobs"))
    }
}
