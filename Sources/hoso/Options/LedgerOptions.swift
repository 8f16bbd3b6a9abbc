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

    @Option(
        name: .customLong("cold-blobs"),
        help: ArgumentHelp(
            """
            A colder place for the scans of closed dossiers, looked into where the first has not: file:DIR or \
            s3://BUCKET/PREFIX?class=STANDARD_IA. `hoso scans move` fills it. Default: $HOSO_COLD_BLOBS, else none.
            """, valueName: "url"))
    var coldBlobsURL: String?

    func validate() throws {
        _ = try ledgerPlace
        _ = try blobPlace
        _ = try coldBlobPlace
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
        get throws { try namedBlobPlace ?? .folder(dataFolder.appending(path: "blobs")) }
    }

    /// Nil where it is the data folder's own.
    var namedBlobPlace: BlobPlace? {
        get throws { try (blobsURL ?? Self.named("HOSO_BLOBS")).map { try BlobPlace($0, "--blobs") } }
    }

    /// - Throws: `ValidationError` for an address of another kind of store.
    var coldBlobPlace: BlobPlace? {
        get throws {
            try (coldBlobsURL ?? Self.named("HOSO_COLD_BLOBS")).map { try BlobPlace($0, "--cold-blobs") }
        }
    }

    /// For a few writes, also beside a process that works on the ledger.
    ///
    /// - Parameter patience: seconds to wait where nobody may write: mostly that is only for a moment.
    func openForWriting(now: Date, patience: Double = 3) async throws -> Ledger {
        try await opening(patience) {
            try await Ledger.openAsGuest(at: ledgerPlace, dataFolder: dataFolder, now: now)
        }
    }

    /// Keeps other working processes out of the ledger and of the data folder until the ledger is let go; of a server's
    /// ledger nobody is kept out.
    func openAlone(now: Date) async throws -> Ledger {
        try await opening(3) { try await Ledger.open(at: ledgerPlace, dataFolder: dataFolder, now: now) }
    }

    private func opening(_ patience: Double, _ open: () async throws -> Ledger) async throws -> Ledger {
        let end = Date().addingTimeInterval(patience)
        while true {
            do {
                return try await open()
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

    /// The scans' store, with the colder one behind it where there is one.
    ///
    /// - Throws: `LedgerError` where the store cannot be had; the colder one may be away.
    func openBlobs() async throws -> any BlobStore {
        if let stores = try await openTieredBlobs() { return stores }
        return try await blobPlace.open(copies: copies)
    }

    /// Nil where there is no colder store.
    func openTieredBlobs() async throws -> TieredBlobStore? {
        guard let cold = try coldBlobPlace else { return nil }
        return TieredBlobStore(
            first: try await blobPlace.open(copies: copies), colder: try cold.openBehind(copies: copies))
    }

    private var copies: URL { dataFolder.appending(path: "copies") }
}
