internal import Foundation

/// Rows of a table in the order of its key, some at a time.
struct RowReading: Sendable {
    let table: StoredTable
    /// The key of the last row that was read; nil at the beginning.
    private(set) var after: [Value]?
    private(set) var isAtEnd = false
    private var limit = 100

    /// Bytes at a time, so that neither many small rows nor a few large ones cost much memory or many round trips.
    private static let portion = 4 << 20
    private static let most = 5_000

    init(of table: StoredTable, after: [Value]? = nil) {
        self.table = table
        self.after = after
    }

    /// The next rows, each with its values in the order of the columns; none at the end.
    mutating func next(from driver: any LedgerDriver) async throws -> [[Value]] {
        guard !isAtEnd else { return [] }
        let (table, after, limit) = (table, after, limit)
        let rows = try await driver.read { try $0.rows(of: table, after: after, limit: limit) }
        isAtEnd = rows.count < limit
        if let last = rows.last {
            let places = table.key.compactMap { table.columns.firstIndex(of: $0) }
            self.after = places.map { last[$0] }
            let bytes = rows.reduce(1) { $0 + $1.reduce(0) { $0 + $1.bytes } }
            self.limit = min(max(limit * Self.portion / bytes, 10), Self.most)
        }
        return rows
    }
}

extension Transaction {
    fileprivate func rows(of table: StoredTable, after: [Value]?, limit: Int) throws -> [[Value]] {
        let key = table.key.joined(separator: ", ")
        let parameters = table.key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let condition = after == nil ? "" : "WHERE (\(key)) > (\(parameters))"
        return try rows(
            "SELECT \(table.list) FROM \(table.name) \(condition) ORDER BY \(key) LIMIT $\((after?.count ?? 0) + 1)",
            (after ?? []) + [.integer(limit)]
        ) { row in try table.columns.map { try row.stored($0) } }
    }
}

extension Value {
    /// Roughly, as it is sent.
    fileprivate var bytes: Int {
        if case .text(let text) = self { text.utf8.count } else { 8 }
    }
}

/// The digest of rows one after the other: each value with its type and its length before it, so that no two tables
/// write the same bytes.
struct RowDigest {
    private var digest = ContentDigest.Running()
    private(set) var rows = 0

    var text: String { digest.text }

    mutating func add(_ rows: [[Value]]) {
        var bytes: [UInt8] = []
        for row in rows {
            for value in row { bytes.append(canonical: value) }
            bytes.append(UInt8(ascii: "\n"))
        }
        digest.add(bytes)
        self.rows += rows.count
    }
}

extension [UInt8] {
    fileprivate mutating func append(canonical value: Value) {
        switch value {
        case .null: append(UInt8(ascii: "-"))
        case .integer(let number): append(contentsOf: "i\(number);".utf8)
        // The bits: two numbers that print alike are not always one.
        case .real(let number): append(contentsOf: "r\(number.bitPattern);".utf8)
        case .text(let text):
            append(contentsOf: "t\(text.utf8.count):".utf8)
            append(contentsOf: text.utf8)
        }
    }
}
