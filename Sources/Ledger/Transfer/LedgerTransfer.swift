package import Foundation

/// Carries a ledger in a file over to a server: every table, row by row, as it is.
///
/// Each portion is one transaction with the place reached, so that a transfer that was killed goes on where it was. The
/// file is only read, and kept for this process meanwhile; the new ledger is nobody's until `finish`.
package final class LedgerTransfer: Sendable {
    /// Read only.
    package let source: Ledger
    /// As far as it is filled.
    package let target: Ledger
    /// In the order in which they are carried over.
    let tables: [StoredTable]

    /// One portion of rows, or a table that was looked through.
    package struct Step: Hashable, Sendable {
        package var table: String
        /// Of this table so far.
        package var rows: Int
    }

    /// A table that is the same on both sides.
    package struct Verified: Hashable, Sendable {
        package var table: String
        package var rows: Int
        /// SHA-256 over its rows.
        package var digest: String
    }

    private init(source: Ledger, target: Ledger, tables: [StoredTable]) {
        self.source = source
        self.target = target
        self.tables = tables
    }

    /// Begins a transfer, or goes on with one that was begun.
    ///
    /// - Throws: `LedgerError.unavailable` where there is no ledger in the file, or where the server has one that is not
    ///   this transfer's own half; `.busy` where another process writes to the file; `.otherVersion` for a file whose
    ///   schema is another; `.illegalMove` where the file was written to since the transfer began.
    package static func open(from file: URL, to address: PostgresAddress, now: Date) async throws -> LedgerTransfer {
        let source = try await Ledger.openForReading(at: file, keepingOthersOut: true)
        let (tables, fingerprint, months) = try await source.driver.read { transaction in
            (try transaction.tablesOfFile(), try transaction.fingerprint(), try transaction.monthsOfFile(until: now))
        }
        let driver = try await PostgresDriver(address)
        try await driver.write { transaction in
            guard try transaction.isBeingFilled() else {
                try transaction.prepare(for: tables, from: fingerprint, at: driver.now, place: address.place)
                return try transaction.make(months)
            }
            guard try transaction.transferSource() == fingerprint else {
                throw LedgerError.illegalMove(
                    """
                    \(address.place) holds half of another ledger, or the file was written to since the transfer began: \
                    begin again with an empty database (drop the schema and create it anew)
                    """)
            }
        }
        return LedgerTransfer(source: source, target: Ledger(filling: driver), tables: tables)
    }

    /// Carries over what is left, in portions.
    ///
    /// - Parameter onStep: Told after each.
    package func copy(onStep: (Step) throws -> Void) async throws {
        var lines = try await target.driver.read { try $0.transferLines() }
        for table in tables {
            guard var line = lines.removeValue(forKey: table.name) else {
                throw LedgerError.otherVersion("table \(table.name) was not there when the transfer began: begin again")
            }
            var reading = RowReading(of: table, after: line.after)
            while !line.isCopied {
                let rows = try await reading.next(from: source.driver)
                let before = line.rows
                line.after = reading.after
                line.rows += rows.count
                line.isCopied = reading.isAtEnd
                let reached = line
                try await target.driver.write { transaction in
                    try transaction.advance(reached, from: before)
                    try transaction.append(rows, to: table.name, table.columns)
                    // The server has yet to learn how its tables have grown.
                    if reached.isCopied { try transaction.script("ANALYZE \(table.name)") }
                }
                try onStep(Step(table: table.name, rows: line.rows))
            }
        }
    }

    /// Reads both sides through, table by table, and holds one against the other: count and digest. Tables that an earlier
    /// try found the same are not read again.
    ///
    /// - Parameter onStep: Told after each table.
    /// - Throws: `LedgerError.damaged` for the first table that differs.
    /// - Complexity: reads everything twice; holds some megabytes.
    package func verify(onStep: (Step) throws -> Void) async throws -> [Verified] {
        let lines = try await target.driver.read { try $0.transferLines() }
        var verified: [Verified] = []
        for table in tables {
            guard var line = lines[table.name], line.isCopied else {
                throw LedgerError.illegalMove("table \(table.name) is not carried over yet")
            }
            if line.digest == nil {
                line.digest = try await digest(of: table, rows: line.rows)
                let seen = line
                try await target.driver.write { try $0.advance(seen, from: seen.rows) }
            }
            verified.append(Verified(table: table.name, rows: line.rows, digest: line.digest ?? ""))
            try onStep(Step(table: table.name, rows: line.rows))
        }
        return verified
    }

    private func digest(of table: StoredTable, rows: Int) async throws -> String {
        async let there = Self.digest(of: table, in: target.driver)
        let here = try await Self.digest(of: table, in: source.driver)
        let found = try await there
        guard here.rows == found.rows, here.rows == rows, here.text == found.text else {
            throw LedgerError.damaged(
                """
                table \(table.name) is not the same on both sides (\(here.rows) rows in the file, \(found.rows) on the \
                server, \(rows) carried over): one of them was written to meanwhile, so begin again with an empty database
                """)
        }
        return here.text
    }

    private static func digest(of table: StoredTable, in driver: any LedgerDriver) async throws -> RowDigest {
        var reading = RowReading(of: table)
        var digest = RowDigest()
        while !reading.isAtEnd { digest.add(try await reading.next(from: driver)) }
        return digest
    }

    /// Opens the new ledger to everybody.
    ///
    /// - Throws: `LedgerError.illegalMove` where not all of it was verified.
    package func finish() async throws {
        let names = tables.map(\.name)
        try await target.driver.write { transaction in
            let lines = try transaction.transferLines()
            guard names.allSatisfy({ lines[$0]?.digest != nil }) else {
                throw LedgerError.illegalMove("not all of the ledger was verified")
            }
            try transaction.script("DROP TABLE \(TransferMark.table)")
        }
    }
}

extension Transaction {
    /// Changes with every event, arrival and migration.
    fileprivate func fingerprint() throws -> String {
        let counters = try rows("SELECT name, value FROM counters ORDER BY name") {
            "\(try $0.text("name"))=\(try $0.integer("value"))"
        }
        let last = try row("SELECT hash FROM events ORDER BY sequence DESC LIMIT 1") { try $0.text("hash") }
        let migrations = try rows("SELECT number, applied_at FROM migrations ORDER BY number") {
            "\(try $0.integer("number"))@\(try $0.integer("applied_at"))"
        }
        return ([last ?? ChainedEvent.beginning] + counters + migrations).joined(separator: " ")
    }

    /// The months in which something happened, from the first event on.
    fileprivate func monthsOfFile(until now: Date) throws -> [Month] {
        let first = try row("SELECT happened_at FROM events ORDER BY sequence LIMIT 1") { try $0.time("happened_at") }
        guard let first, first < now else { return [] }
        // A clock that stood at nothing makes no thousand months.
        return Array(Month(of: first).through(Month(of: now)).suffix(Self.mostMonths))
    }

    private static let mostMonths = 240

    /// Makes the server's tables where they are missing, and empties them of what the schema itself has put there.
    fileprivate func prepare(for tables: [StoredTable], from fingerprint: String, at now: Date, place: String) throws {
        try migrate(at: now.milliseconds)
        let columns = try columnsOfServer()
        for table in tables {
            guard columns[table.name] == Set(table.columns) else {
                throw LedgerError.otherVersion("table \(table.name) has other columns in \(place) than in the file")
            }
            // The counters stand at nothing, and the migrations are the schema's.
            let isLedgersOwn = table.name == "counters" || table.name == "migrations"
            let condition = table.name == "counters" ? "WHERE value > 0" : ""
            let used = try row("SELECT 1 AS found FROM \(table.name) \(condition) LIMIT 1") { try $0.flag("found") }
            guard used == nil || table.name == "migrations" else {
                throw LedgerError.unavailable(
                    "there is a ledger at \(place) already: carry this one over to an empty database or schema")
            }
            if isLedgersOwn { try run("DELETE FROM \(table.name)") }
        }
        try beginTransfer(of: tables, from: fingerprint)
    }
}
