package import Foundation

/// What must not be lost: scans, pages, dossiers, the units' queues, and every event.
///
/// Each operation is one transaction that holds its events too: a kill at any moment loses no more than
/// the work in hand. Times and identifiers come from the caller.
package final class Ledger: Sendable {
    /// Makes a name that no other scan, dossier or item has.
    package typealias IdentifierSource = @Sendable (Date) -> String

    let driver: any LedgerDriver
    let newIdentifier: IdentifierSource
    /// Held as long as this ledger may write; none for one that only reads.
    private let locks: [DataLock]

    private init(driver: any LedgerDriver, locks: [DataLock], identifiers: @escaping IdentifierSource) {
        self.driver = driver
        self.locks = locks
        newIdentifier = identifiers
    }

    /// A ledger that is being filled from another, and is nobody else's.
    convenience init(filling driver: PostgresDriver) {
        self.init(driver: driver, locks: [], identifiers: Self.randomIdentifier)
    }

    /// Opens the ledger at a place for writing, and brings its schema up to date.
    ///
    /// - Parameter dataFolder: As in `open(at:dataFolder:now:)`; a server's ledger is for many processes, so nothing
    ///   is kept for one.
    /// - Throws: `LedgerError.unavailable` where a server cannot be reached; otherwise as below.
    package static func open(
        at place: LedgerPlace, dataFolder: URL? = nil, now: Date,
        identifiers: @escaping IdentifierSource = Ledger.randomIdentifier
    ) async throws -> Ledger {
        switch place {
        case .file(let file):
            return try await open(at: file, dataFolder: dataFolder, now: now, identifiers: identifiers)
        case .server(let address, let leases):
            let driver = try await PostgresDriver(address, leasesByServer: leases == .byServer)
            // A look first: an account that may not change the schema can still work with it.
            if try await driver.schemaVersion() != Migration.newest {
                let now = leases == .byServer ? driver.now : now
                try await driver.write { try $0.migrate(at: now.milliseconds) }
            }
            return Ledger(driver: driver, locks: [], identifiers: identifiers)
        }
    }

    /// Opens the ledger at a place for reading.
    ///
    /// - Throws: As `openForReading(at:)` for a file.
    package static func openForReading(at place: LedgerPlace) async throws -> Ledger {
        switch place {
        case .file(let file): return try await openForReading(at: file)
        case .server(let address, let leases):
            let driver = try await PostgresDriver(address, leasesByServer: leases == .byServer)
            guard let version = try await driver.schemaVersion() else {
                throw LedgerError.unavailable(
                    "there is no ledger at \(address.place): check --ledger, or triage something first")
            }
            try check(version)
            return Ledger(driver: driver, locks: [], identifiers: randomIdentifier)
        }
    }

    /// Whether other processes may be at work with it too.
    package var isShared: Bool { driver is PostgresDriver }

    /// The time by the database's clock: of a server's ledger the server's, whatever the clock of this host says.
    package var now: Date { driver.now }

    /// Opens the ledger for writing: makes the file and its folder where they are missing, brings the
    /// schema up to date, and keeps every other writing process out until the ledger is let go.
    ///
    /// - Parameter dataFolder: A folder to keep for this process as well, where scans and passing files lie;
    ///   nil where that is the ledger's own.
    /// - Throws: `LedgerError.busy` where another process writes; `.otherVersion` for a newer schema.
    package static func open(
        at file: URL, dataFolder: URL? = nil, now: Date,
        identifiers: @escaping IdentifierSource = Ledger.randomIdentifier
    ) async throws -> Ledger {
        let locks = try lock([file.deletingLastPathComponent()] + (dataFolder.map { [$0] } ?? []))
        makePrivateFile(file)
        let driver = try SQLiteDriver(path: file.path(percentEncoded: false), readOnly: false)
        let isNewest = (try? await driver.read { try $0.schemaVersion() }) == Migration.newest
        // A guest is of this version, and would write as it is used to.
        let withoutGuests = isNewest ? nil : try DataLock(on: file.deletingLastPathComponent(), .withoutGuests)
        try await driver.write { try $0.migrate(at: now.milliseconds) }
        withExtendedLifetime(withoutGuests) {}
        return Ledger(driver: driver, locks: locks, identifiers: identifiers)
    }

    /// Opens the ledger for a few writes, also beside a process that works on it; as `open(at:)` where the file is missing
    /// or of an older schema.
    ///
    /// - Throws: `LedgerError.busy` where nobody may write.
    package static func openAsGuest(
        at place: LedgerPlace, dataFolder: URL? = nil, now: Date
    ) async throws -> Ledger {
        if case .file(let file) = place, let ledger = try await guestLedger(at: file) { return ledger }
        return try await open(at: place, dataFolder: dataFolder, now: now)
    }

    /// Nil for a file that is missing, or whose schema is older.
    private static func guestLedger(at file: URL) async throws -> Ledger? {
        let path = file.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let lock = try DataLock(on: file.deletingLastPathComponent(), .guest)
        let driver = try SQLiteDriver(path: path, readOnly: false)
        guard (try? await driver.read({ try $0.schemaVersion() })) == Migration.newest else { return nil }
        return Ledger(driver: driver, locks: [lock], identifiers: randomIdentifier)
    }

    /// Opens the ledger for reading, also beside a process that writes.
    ///
    /// - Parameter keepingOthersOut: Whether nobody is to write to it until the ledger is let go.
    /// - Throws: `LedgerError.unavailable` where there is none; `.otherVersion` where its schema is another; `.busy` where
    ///   others are to be kept out and one is in.
    package static func openForReading(at file: URL, keepingOthersOut: Bool = false) async throws -> Ledger {
        let path = file.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
            throw LedgerError.unavailable("there is no ledger at \(path): check --data, or triage something first")
        }
        let folder = file.deletingLastPathComponent()
        let locks = keepingOthersOut ? try lock([folder]) + [DataLock(on: folder, .withoutGuests)] : []
        let driver = try SQLiteDriver(path: path, readOnly: true)
        let version = try await driver.read { try $0.schemaVersion() }
        try check(version)
        return Ledger(driver: driver, locks: locks, identifiers: randomIdentifier)
    }

    private static func check(_ version: Int) throws {
        guard version == Migration.newest else {
            throw LedgerError.otherVersion(
                version < Migration.newest
                    ? "the ledger has schema \(version), not \(Migration.newest): run a command that writes to it once"
                    : "the ledger has schema \(version), this hoso knows \(Migration.newest): use a newer hoso")
        }
    }

    /// A ULID of the given time with bits from the system's generator.
    @Sendable package static func randomIdentifier(at time: Date) -> String {
        var generator = SystemRandomNumberGenerator()
        return DossierID(at: time, using: &generator).text
    }

    /// What is wrong with the stored ledger, in words; empty when it is whole.
    ///
    /// Looks at the file, at its references, at the gaplessness of the events, and at the page counts.
    /// - Complexity: reads the whole file.
    package func damage() async throws -> [String] {
        let stored = try await driver.damage()
        let told = try await driver.read { transaction in
            try transaction.missingEvents() + transaction.miscountedScans()
        }
        return stored + told
    }

    /// Makes the folders where they are missing and locks each, once by whatever names it is given.
    private static func lock(_ folders: [URL]) throws -> [DataLock] {
        var locked: Set<String> = []
        return try folders.compactMap { folder in
            try makePrivateFolder(folder)
            let place = folder.resolvingSymlinksInPath().standardizedFileURL.pathComponents.joined(separator: "/")
            return locked.insert(place).inserted ? try DataLock(on: folder) : nil
        }
    }

    /// SQLite gives a new file whatever rights the account gives by default, and its log the file's own; an
    /// empty file is a database without tables. Where it cannot be made, opening it says so.
    private static func makePrivateFile(_ file: URL) {
        let path = file.path(percentEncoded: false)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }

    /// Scans of citizens' papers and what was read off them are for this account's eyes only.
    private static func makePrivateFolder(_ folder: URL) throws {
        guard !FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else { return }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LedgerError.unavailable(
                "the folder \(folder.path(percentEncoded: false)) cannot be made: choose another with --data")
        }
    }
}
