internal import Foundation

/// A database that keeps a ledger. Two there are: one SQLite file, and a PostgreSQL server.
///
/// A body may be run more than once (a server that went away takes its transaction along), so it must do nothing but
/// work on its transaction.
protocol LedgerDriver: Sendable {
    /// Runs `body` in one transaction: all of it is committed, or none. One writer at a time, on either database,
    /// because the events are a chain: whoever appends one must know the one before.
    ///
    /// A task that is cancelled still gets its work recorded.
    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result

    /// Runs `body` in a transaction that takes work for a limited time. It appends no event, so on a server it goes
    /// beside writers and other claims: rows are selected with `Transaction.lockingClause`.
    func claim<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result

    /// Runs `body` on one unchanging view of what is committed.
    func read<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result

    /// Puts the writes that follow into one transaction, until `endBulk`: for filling a ledger, where the disk would
    /// have to be waited for a million times. An error on the way leaves all of it unwritten.
    func beginBulk() async throws
    func endBulk() async throws

    /// Tells other processes, and other tasks of this one, that there is new work.
    func announce() async

    /// Waits for such news, at most a second or so.
    func waitForNews() async

    /// The time by the database's clock, as well as this process knows it.
    var now: Date { get }

    /// What the database itself finds wrong with what it keeps, in words; empty when it is whole.
    func damage() async throws -> [String]
}

/// What a transaction's statements run on; used by one thread at a time.
protocol LedgerConnection {
    var dialect: SQLDialect { get }

    /// The time by which leases are counted; nil where that is the time which the operation was given.
    func now() throws -> Date?

    /// - Returns: The number of rows that the statement inserted, updated or deleted.
    func run(_ sql: String, _ values: [Value]) throws -> Int

    /// Runs statements that take no parameters, one after the other.
    func script(_ sql: String) throws

    /// Adds rows to a table, each with its values in the order of `columns`, as fast as the database can.
    func append(_ rows: [[Value]], to table: String, _ columns: [String]) throws

    /// Hands out the rows of a result, each lent for the call.
    func forEachRow(_ sql: String, _ values: [Value], _ body: (ResultRow) throws -> Void) throws
}

/// Whose words a text is in, where the SQL that both databases share has none.
enum SQLDialect {
    case sqlite
    case postgres
}
