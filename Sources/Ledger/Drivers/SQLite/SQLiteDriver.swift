internal import Foundation
internal import GRDB

/// The embedded ledger: one SQLite file, one writer at a time, readers beside it.
///
/// Write-ahead log, every commit on the disk before it returns (`synchronous = FULL`), foreign keys held.
/// Statements run on the pool's own threads, never on the cooperative ones.
final class SQLiteDriver: LedgerDriver {
    private let pool: DatabasePool
    let path: String
    private let bulk = BulkWriting()

    /// Seconds that a statement waits for another process to let go of the file.
    static let patience: TimeInterval = 10

    /// - Throws: `LedgerError` where the file cannot be opened, or is no ledger.
    init(path: String, readOnly: Bool) throws {
        self.path = path
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(Self.patience)
        configuration.foreignKeysEnabled = true
        // A bulk stays open from one statement's call to the next.
        configuration.allowsUnsafeTransactions = true
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            if !readOnly {
                // The pool lowers this to NORMAL when it turns the write-ahead log on, and NORMAL may
                // lose the last commits in a power cut.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, at: path)
        }
    }

    /// The pool would interrupt the statement of a task that is cancelled, so it runs in a task of its own.
    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        do {
            return try await Task { [pool, bulk] in
                if bulk.isOpen {
                    return try await pool.writeWithoutTransaction {
                        try body(Transaction(SQLiteConnection($0), pending: bulk.pending))
                    }
                }
                return try await pool.write { database in
                    let transaction = Transaction(SQLiteConnection(database))
                    let result = try body(transaction)
                    try transaction.writeTallies()
                    return result
                }
            }.value
        } catch let error as DatabaseError {
            throw LedgerError(error, at: path)
        }
    }

    /// A file has one writer at a time anyway.
    func claim<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await write(body)
    }

    func beginBulk() async throws {
        try await pool.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
        bulk.open()
    }

    func endBulk() async throws {
        try await pool.writeWithoutTransaction { [bulk] database in
            try Transaction(SQLiteConnection(database), pending: bulk.pending).writeTallies()
            try database.commit()
        }
        bulk.close()
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        do {
            if bulk.isOpen {
                // What was just written is to be seen, and is not committed yet.
                return try await pool.writeWithoutTransaction { [bulk] in
                    try body(Transaction(SQLiteConnection($0), pending: bulk.pending))
                }
            }
            return try await pool.read { try body(Transaction(SQLiteConnection($0))) }
        } catch let error as DatabaseError {
            throw LedgerError(error, at: path)
        }
    }

    /// A file has one working process, whose tasks look often: a look costs little.
    func announce() {}

    func waitForNews() async { try? await Task.sleep(for: .milliseconds(20)) }

    /// The file is on this machine.
    var now: Date { Date() }

    /// What SQLite finds wrong with the file and with the references in it.
    func damage() async throws -> [String] {
        try await read { transaction in
            let pages = try transaction.rows("PRAGMA integrity_check(20)") { try $0.text("integrity_check") }
            let references = try transaction.rows("PRAGMA foreign_key_check") { try $0.text("table") }
            return pages.filter { $0 != "ok" } + references.map { "table \($0) refers to a row that is not there" }
        }
    }
}

extension LedgerError {
    /// SQLite's own message may name tables and columns; it never quotes a bound value.
    fileprivate init(_ error: DatabaseError, at path: String) {
        let place = URL(filePath: path).lastPathComponent
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                .busy("another process has been writing to \(place) for \(Int(SQLiteDriver.patience)) s")
            case .SQLITE_FULL:
                .busy("the disk that holds \(place) is full; make room")
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                .damaged("\(place) is not a whole SQLite file")
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
                .unavailable("\(path) cannot be opened; check that the folder is there and may be written to")
            case .SQLITE_CONSTRAINT:
                .refused("the ledger refuses it: \(error.message ?? "a constraint")")
            default:
                .damaged("\(place): \(error.message ?? "SQLite code \(error.resultCode.rawValue)")")
            }
    }
}
