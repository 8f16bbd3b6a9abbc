import Foundation
import GRDB
import Ledger

/// Multiplies the ledger in a file: into another file, or as text for PostgreSQL.
struct Multiplying {
    private let base: URL
    private let multiplication: Multiplication
    private let counters: [String: Int]

    /// - Throws: `Odd` for a base that holds something which the multiplication knows nothing of.
    init(_ base: URL, copies: Int) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let (columns, counters) = try DatabaseQueue(path: base.path, configuration: configuration).read { database in
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            for table in tables where !Multiplication.filled.contains(table) {
                guard try Row.fetchOne(database, sql: "SELECT 1 FROM \(table)") == nil else {
                    throw Odd("table \(table) has rows, and the multiplication knows nothing of it")
                }
            }
            let counters = try Row.fetchAll(database, sql: "SELECT name, value FROM counters")
            return (
                try Dictionary(uniqueKeysWithValues: tables.map { ($0, try database.columns(in: $0).map(\.name)) }),
                Dictionary(uniqueKeysWithValues: counters.map { ($0["name"] as String, $0["value"] as Int) })
            )
        }
        self.base = base
        self.counters = counters
        multiplication = Multiplication(copies: copies, columns: columns)
    }

    /// Into a file that has the schema, with one connection and nothing waited for: what is half made when this is killed
    /// is thrown away by the next run.
    func fill(_ target: URL) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: target.path, configuration: configuration)
        try queue.inDatabase { database in
            try prepare(database)
            // The base keeps its journal; what is made has none.
            try database.execute(
                sql: """
                    PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF; PRAGMA main.cache_size = -1500000;
                    PRAGMA main.locking_mode = EXCLUSIVE;
                    """)
            for rows in multiplication.rows {
                let columns = rows.columns.joined(separator: ", ")
                try database.execute(sql: "INSERT INTO main.\(rows.table) (\(columns)) \(rows.query)")
            }
            try database.execute(sql: Multiplication.counters(times: multiplication.copies, base: counters))
            try database.execute(sql: "DETACH base; PRAGMA main.journal_mode = WAL")
        }
        try queue.close()
    }

    /// For `psql`, into a database that has the schema.
    func print(to output: FileHandle) throws {
        let queue = try DatabaseQueue()
        try queue.inDatabase { database in
            try prepare(database)
            // References hold because those of the base hold.
            var text = CopyText(output: output)
            try text.line("SET session_replication_role = replica;")
            // Tables that were emptied in the same transaction need no log of what is written into them.
            try text.line("SET client_min_messages = warning;")
            try text.line("BEGIN;")
            // Sorted once, an index takes a fraction of what it takes row by row.
            try text.line(Self.shelveIndexes)
            try text.line("TRUNCATE \(multiplication.rows.map(\.table).joined(separator: ", ")) CASCADE;")
            for rows in multiplication.rows {
                try text.line("COPY \(rows.table) (\(rows.columns.joined(separator: ", "))) FROM STDIN;")
                let cursor = try Row.fetchCursor(database, sql: rows.query)
                while let row = try cursor.next() { try text.row(row) }
                try text.line("\\.")
            }
            try text.line(Multiplication.counters(times: multiplication.copies, base: counters))
            try text.line(Self.makeIndexes)
            try text.line("COMMIT;")
            // What a server does by and by in the nights after: here before anything is measured.
            try text.line("VACUUM ANALYZE;")
            try text.flush()
        }
    }

    /// Those that hold no rule, whose definitions stay behind. A divided table's is made for its parts as well.
    private static let shelveIndexes = """
        CREATE TEMPORARY TABLE shelved ON COMMIT DROP AS
            SELECT c.relname AS name, replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') AS definition
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition AND NOT i.indisunique;
        DO $$
        DECLARE index RECORD;
        BEGIN
            FOR index IN SELECT name FROM shelved LOOP EXECUTE format('DROP INDEX %I', index.name); END LOOP;
        END
        $$;
        """

    private static let makeIndexes = """
        DO $$
        DECLARE index RECORD;
        BEGIN
            FOR index IN SELECT definition FROM shelved ORDER BY name LOOP EXECUTE index.definition; END LOOP;
        END
        $$;
        """

    private func prepare(_ database: Database) throws {
        try database.execute(literal: "ATTACH \(base.path) AS base")
        let chain = EventChaining()
        database.add(function: DatabaseFunction("chained", argumentCount: 9, pure: false) { chain.next(after: $0) })
        for statement in multiplication.preparation { try database.execute(sql: statement) }
    }
}

/// PostgreSQL's text format of COPY.
private struct CopyText {
    let output: FileHandle
    private var bytes: [UInt8] = []

    init(output: FileHandle) {
        self.output = output
    }

    mutating func line(_ text: String) throws {
        bytes.append(contentsOf: text.utf8)
        try end()
    }

    mutating func row(_ row: Row) throws {
        for index in 0..<row.count {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            switch (row[index] as DatabaseValue).storage {
            case .null: bytes.append(contentsOf: "\\N".utf8)
            case .int64(let number): bytes.append(contentsOf: String(number).utf8)
            case .double(let number): bytes.append(contentsOf: String(number).utf8)
            case .string(let text): append(text)
            case .blob: preconditionFailure("a ledger holds no blobs")
            }
        }
        try end()
    }

    private mutating func append(_ text: String) {
        // Hardly any text has a sign that has to be written otherwise.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") }
        guard !isPlain else { return bytes.append(contentsOf: text.utf8) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            default: bytes.append(byte)
            }
        }
    }

    private mutating func end() throws {
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count > 1 << 20 { try flush() }
    }

    mutating func flush() throws {
        try output.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

// Unchecked because SQLite calls it on the connection's one thread only, which the compiler cannot see.
private final class EventChaining: @unchecked Sendable {
    private var previous = ChainedEvent.beginning

    /// The chain's next hash; called once for each event, in their order.
    func next(after values: [DatabaseValue]) -> String {
        previous = ChainedEvent.hash(
            of: values.map { String.fromDatabaseValue($0) ?? Self.digits($0) }, after: previous)
        return previous
    }

    private static func digits(_ value: DatabaseValue) -> String? {
        Int64.fromDatabaseValue(value).map { String($0) }
    }
}
