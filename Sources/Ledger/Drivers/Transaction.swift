internal import GRDB

/// A transaction in progress: what the ledger's operations are written against.
///
/// Statements use the SQL that SQLite and PostgreSQL share and number their parameters `$1`, `$2`, …
/// in the order of `values`.
struct Transaction {
    private let database: Database
    /// What its events come to in the tallies, written when it ends.
    let pending: PendingTallies

    init(_ database: Database, pending: PendingTallies = PendingTallies()) {
        self.database = database
        self.pending = pending
    }

    /// A second count on the same connection.
    init(sharingConnectionOf other: Transaction) {
        self.init(other.database)
    }

    /// Runs a statement.
    ///
    /// - Returns: The number of rows that it inserted, updated or deleted.
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws -> Int { try run(sql, values) }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws -> Int {
        let statement = try database.cachedStatement(sql: sql)
        let before = database.totalChangesCount
        try statement.execute(arguments: arguments(values))
        return database.totalChangesCount - before
    }

    /// Runs statements that take no parameters, one after the other.
    func script(_ sql: String) throws {
        try database.execute(sql: sql)
    }

    /// Every row of the result, made into a value while the statement stands on it.
    func rows<Element>(_ sql: String, _ values: Value..., make: (ResultRow) throws -> Element) throws -> [Element] {
        try rows(sql, values, make: make)
    }

    func rows<Element>(_ sql: String, _ values: [Value], make: (ResultRow) throws -> Element) throws -> [Element] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments(values))
        var elements: [Element] = []
        while let row = try cursor.next() {
            elements.append(try make(ResultRow(row)))
        }
        return elements
    }

    /// The first row of the result; nil for none.
    func row<Element>(_ sql: String, _ values: Value..., make: (ResultRow) throws -> Element) throws -> Element? {
        try rows(sql, values, make: make).first
    }

    func row<Element>(_ sql: String, _ values: [Value], make: (ResultRow) throws -> Element) throws -> Element? {
        try rows(sql, values, make: make).first
    }

    /// What ends the selection of a row that this transaction is about to claim.
    ///
    /// Here a writing transaction has the whole database to itself (`BEGIN IMMEDIATE`), so nothing is
    /// needed; a server would be told to lock the row and to pass over locked ones.
    var lockingClause: String { "" }

    /// By name and not by position: SQLite numbers `$2` before `$1` where it comes first in the text.
    private func arguments(_ values: [Value]) -> StatementArguments {
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        for (index, value) in values.enumerated() {
            named[String(index + 1)] = value.databaseValue
        }
        return StatementArguments(named)
    }
}

extension Value {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        }
    }
}
