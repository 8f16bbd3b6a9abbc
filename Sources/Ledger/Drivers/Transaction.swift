internal import Foundation

/// A transaction in progress: what the ledger's operations are written against.
///
/// Statements use the SQL that SQLite and PostgreSQL share and number their parameters `$1`, `$2`, …
/// in the order of `values`.
struct Transaction {
    private let connection: any LedgerConnection
    /// What its events come to in the tallies, written when it ends.
    let pending: PendingTallies

    init(_ connection: any LedgerConnection, pending: PendingTallies = PendingTallies()) {
        self.connection = connection
        self.pending = pending
    }

    /// A second count on the same connection, from the first event on.
    init(recountingOn other: Transaction) {
        self.init(other.connection, pending: PendingTallies(isRecount: true))
    }

    var dialect: SQLDialect { connection.dialect }

    /// The time by which a lease is given and runs out: on a server its own, so that no host's clock matters.
    ///
    /// - Parameter told: The time by the caller's clock.
    func leaseTime(orElse told: Date) throws -> Date { try connection.now() ?? told }

    /// Runs a statement.
    ///
    /// - Returns: The number of rows that it inserted, updated or deleted.
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws -> Int { try run(sql, values) }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws -> Int { try connection.run(sql, values) }

    /// Runs statements that take no parameters, one after the other.
    func script(_ sql: String) throws {
        try connection.script(sql)
    }

    /// Adds rows to a table, each with its values in the order of `columns`.
    func append(_ rows: [[Value]], to table: String, _ columns: [String]) throws {
        if !rows.isEmpty { try connection.append(rows, to: table, columns) }
    }

    /// Tells other processes of new work, when the transaction is committed. News that is told twice is heard once.
    func announceWork() throws {
        if dialect == .postgres { _ = try row(PostgresDriver.announcing) { _ in } }
    }

    /// Every row of the result, made into a value while the statement stands on it.
    func rows<Element>(_ sql: String, _ values: Value..., make: (ResultRow) throws -> Element) throws -> [Element] {
        try rows(sql, values, make: make)
    }

    func rows<Element>(_ sql: String, _ values: [Value], make: (ResultRow) throws -> Element) throws -> [Element] {
        var elements: [Element] = []
        try connection.forEachRow(sql, values) { elements.append(try make($0)) }
        return elements
    }

    /// The first row of the result; nil for none.
    func row<Element>(_ sql: String, _ values: Value..., make: (ResultRow) throws -> Element) throws -> Element? {
        try rows(sql, values, make: make).first
    }

    func row<Element>(_ sql: String, _ values: [Value], make: (ResultRow) throws -> Element) throws -> Element? {
        try rows(sql, values, make: make).first
    }

    /// What ends the selection of rows that this transaction is about to claim: on a server the rows are locked, and
    /// those that another claim has locked are passed over.
    ///
    /// In SQLite a writing transaction has the whole database to itself (`BEGIN IMMEDIATE`).
    ///
    /// - Parameter table: The name under which the statement knows the rows' table.
    func lockingClause(_ table: String) -> String {
        switch dialect {
        case .sqlite: ""
        case .postgres: "FOR UPDATE OF \(table) SKIP LOCKED"
        }
    }
}
