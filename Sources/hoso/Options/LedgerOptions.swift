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
        help: ArgumentHelp(
            """
            The ledger: sqlite:PATH, or for several machines postgres://USER@HOST/DATABASE. Default: $HOSO_LEDGER, else \
            ledger.sqlite in the data folder.
            """, valueName: "url"))
    var ledgerURL: String?

    @Option(
        name: .customLong("blobs"),
        help: ArgumentHelp(
            """
            Where the scans are kept: file:DIR, or for several machines s3://BUCKET/PREFIX (with its key in \
            $AWS_ACCESS_KEY_ID and $AWS_SECRET_ACCESS_KEY, its address in $AWS_ENDPOINT_URL). Default: $HOSO_BLOBS, \
            else blobs in the data folder.
            """, valueName: "url"))
    var blobsURL: String?

    func validate() throws {
        _ = try ledgerPlace
        _ = try blobPlace
    }

    /// A variable that is set to something.
    private static func named(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    var dataFolder: URL {
        if let path = dataPath ?? Self.named("HOSO_DATA") { return URL(filePath: path, directoryHint: .isDirectory) }
        // The specification of the base directories: a relative path is to be ignored.
        if let path = Self.named("XDG_DATA_HOME"), path.hasPrefix("/") {
            return URL(filePath: path, directoryHint: .isDirectory).appending(path: "hoso")
        }
        return FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/share/hoso")
    }

    /// - Throws: `ValidationError` for an address of another kind of ledger.
    var ledgerPlace: LedgerPlace {
        get throws {
            guard let address = ledgerURL ?? Self.named("HOSO_LEDGER") else {
                return .file(dataFolder.appending(path: "ledger.sqlite"))
            }
            return try Self.place(of: address, "--ledger")
        }
    }

    /// - Parameter option: By whose name it was given.
    /// - Throws: `ValidationError` for an address of another kind of ledger.
    static func place(of address: String, _ option: String) throws -> LedgerPlace {
        let scheme = "sqlite:"
        if address.hasPrefix(scheme), address.count > scheme.count {
            return .file(URL(filePath: String(address.dropFirst(scheme.count))))
        }
        guard PostgresAddress.schemes.contains(where: { address.hasPrefix($0) }) else {
            throw ValidationError("\(option) should be sqlite:PATH or postgres://USER@HOST/DATABASE")
        }
        guard let server = PostgresAddress(address) else {
            // The address may hold a password, so it is not repeated.
            throw ValidationError("\(option): that address is not understood; postgres://USER@HOST:PORT/DATABASE is")
        }
        return .server(server)
    }

    /// Whether many processes may work with the ledger at once.
    var isShared: Bool {
        get throws {
            if case .server = try ledgerPlace { true } else { false }
        }
    }

    /// - Throws: `ValidationError` for an address of another kind of store.
    private var blobPlace: BlobPlace {
        get throws {
            guard let address = blobsURL ?? Self.named("HOSO_BLOBS") else {
                return .folder(dataFolder.appending(path: "blobs"))
            }
            return try BlobPlace(address, "--blobs")
        }
    }

    /// Keeps other writing processes out of the ledger and of the data folder until the ledger is let go; of a server's
    /// ledger nobody is kept out.
    ///
    /// - Parameter patience: seconds to wait where another process writes: many write only for a moment.
    func openForWriting(now: Date, patience: Double = 3) async throws -> Ledger {
        let end = Date().addingTimeInterval(patience)
        while true {
            do {
                return try await Ledger.open(at: ledgerPlace, dataFolder: dataFolder, now: now)
            } catch LedgerError.busy(let holder) {
                guard Date() < end else { throw LedgerError.busy(holder) }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Also beside a process that writes.
    func openForReading() async throws -> Ledger {
        try await Ledger.openForReading(at: ledgerPlace)
    }

    /// - Throws: `LedgerError` where the store cannot be had.
    func openBlobs() async throws -> any BlobStore {
        try await blobPlace.open(copies: dataFolder.appending(path: "copies"))
    }
}
