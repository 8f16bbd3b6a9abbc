internal import Foundation
internal import GRDB

/// A transaction of SQLite, lent by the pool.
struct SQLiteConnection: LedgerConnection {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    var dialect: SQLDialect { .sqlite }

    func now() -> Date? { nil }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        let statement = try database.cachedStatement(sql: sql)
        let before = database.totalChangesCount
        try statement.execute(arguments: arguments(values))
        return database.totalChangesCount - before
    }

    func script(_ sql: String) throws {
        try database.execute(sql: sql)
    }

    func append(_ rows: [[Value]], to table: String, _ columns: [String]) throws {
        let parameters = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(parameters))"
        for row in rows { _ = try run(sql, row) }
    }

    func forEachRow(_ sql: String, _ values: [Value], _ body: (ResultRow) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments(values))
        while let row = try cursor.next() { try body(ResultRow(SQLiteRow(row: row))) }
    }

    /// By name and not by position: SQLite numbers `$2` before `$1` where it comes first in the text.
    private func arguments(_ values: [Value]) -> StatementArguments {
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        for (index, value) in values.enumerated() {
            named[String(index + 1)] = value.databaseValue
        }
        return StatementArguments(named)
    }
}

private struct SQLiteRow: StoredRow {
    let row: Row

    func value(_ column: String) throws -> Value? {
        guard let value: DatabaseValue = row[column] else { return nil }
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .double(let number): return .real(number)
        case .string(let text): return .text(text)
        case .blob: throw ResultRow.wrongType(column)
        }
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
