internal import Foundation

/// How far a transfer has come, kept in the ledger that is being filled, in the transactions that fill it. While the
/// table is there, the ledger is nobody else's to use.
enum TransferMark {
    static let table = "transfer"
    /// Stands in for a table: the scans themselves.
    static let blobs = "(scans)"

    struct Line: Sendable {
        var name: String
        var after: [Value]?
        var rows: Int
        var isCopied: Bool
        /// Set once both sides were found to be the same.
        var digest: String?
    }

    /// A key as text.
    static func text(of key: [Value]?) throws -> Value {
        guard let key else { return .null }
        return .text(
            try StoredJSON.text(
                of: key.map { value in
                    switch value {
                    case .integer(let number): "i\(number)"
                    case .text(let text): "t\(text)"
                    case .null, .real: throw LedgerError.damaged("a key holds a value of another type")
                    }
                }))
    }

    static func key(in text: String?) throws -> [Value]? {
        guard let text else { return nil }
        return try StoredJSON.value([String].self, in: text, of: "the transfer's position").map { part in
            let rest = String(part.dropFirst())
            return part.hasPrefix("i") ? Int64(rest).map { .integer($0) } ?? .null : .text(rest)
        }
    }
}

extension Transaction {
    /// Whether a transfer into this ledger was begun and not ended.
    func isBeingFilled() throws -> Bool {
        try row("SELECT CASE WHEN to_regclass('\(TransferMark.table)') IS NULL THEN 0 ELSE 1 END AS found") {
            try $0.flag("found")
        } == true
    }

    /// - Parameter source: What tells the ledger that is carried over from any other, and from what it would be if it were
    ///   written to meanwhile.
    func beginTransfer(of tables: [StoredTable], from source: String) throws {
        try script(
            """
            CREATE TABLE \(TransferMark.table) (
                name TEXT NOT NULL PRIMARY KEY,
                source TEXT NOT NULL,
                after TEXT,
                rows BIGINT NOT NULL CHECK (rows >= 0),
                is_copied BIGINT NOT NULL CHECK (is_copied IN (0, 1)),
                digest TEXT
            )
            """)
        for name in tables.map(\.name) + [TransferMark.blobs] {
            try run(
                "INSERT INTO \(TransferMark.table) (name, source, rows, is_copied) VALUES ($1, $2, 0, 0)",
                .text(name), .text(source))
        }
    }

    func transferSource() throws -> String? {
        try row("SELECT MIN(source) AS source FROM \(TransferMark.table)") { try $0.textOrNil("source") } ?? nil
    }

    func transferLines() throws -> [String: TransferMark.Line] {
        let lines = try rows("SELECT * FROM \(TransferMark.table)") { row in
            TransferMark.Line(
                name: try row.text("name"), after: try TransferMark.key(in: row.textOrNil("after")),
                rows: try row.integer("rows"), isCopied: try row.flag("is_copied"),
                digest: try row.textOrNil("digest"))
        }
        return Dictionary(lines.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Puts down how far a table has come.
    ///
    /// - Parameter before: How many rows there were.
    /// - Throws: `LedgerError.busy` where another process has gone on meanwhile.
    func advance(_ line: TransferMark.Line, from before: Int) throws {
        let changed = try run(
            """
            UPDATE \(TransferMark.table) SET after = $2, rows = $3, is_copied = $4, digest = $5
            WHERE name = $1 AND rows = $6
            """,
            .text(line.name), try TransferMark.text(of: line.after), .integer(line.rows), .flag(line.isCopied),
            .text(line.digest), .integer(before))
        guard changed == 1 else {
            throw LedgerError.busy("another process is carrying a ledger over to the same place: let it finish")
        }
    }
}
