internal import CPostgres
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One connection to a server; used by one thread at a time.
final class PostgresConnection: LedgerConnection {
    private let connection: OpaquePointer
    private let clock: ServerClock
    private var prepared: [Statement: Prepared] = [:]

    private struct Statement: Hashable {
        var sql: String
        var types: [Oid]
    }

    private struct Prepared {
        var name: String
        var columns: PostgresColumns?
    }

    /// Statements kept prepared: those of the tallies differ by which columns they change.
    private static let mostPrepared = 400

    /// Seconds of a silence after which the other side is taken for gone, from either end. Without them a worker that
    /// was cut off would keep its transaction's locks for hours.
    private static let settings = """
        SET client_min_messages = 'warning';
        SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '20s';
        SET tcp_keepalives_idle = 10;
        SET tcp_keepalives_interval = 5;
        SET tcp_keepalives_count = 3;
        SET tcp_user_timeout = '20s'
        """

    /// What the address may say otherwise.
    private static let defaults = [
        ("connect_timeout", "10"), ("application_name", "hoso"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
    ]

    /// - Throws: `PostgresFault`.
    init(_ address: PostgresAddress, clock: ServerClock) throws {
        let keywords = Self.defaults.map(\.0) + ["dbname", "client_encoding"]
        let values = Self.defaults.map(\.1) + [address.text, "UTF8"]
        let opened = CStrings.lend(keywords) { keywords in
            CStrings.lend(values) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw PostgresFault(kind: .unreachable("there is no memory for a connection")) }
        guard PQstatus(opened) == CONNECTION_OK else {
            let reason = Self.oneLine(String(cString: PQerrorMessage(opened)))
            PQfinish(opened)
            throw PostgresFault(kind: Self.isAnswering(keywords, values) ? .unreachable(reason) : .away(reason))
        }
        connection = opened
        self.clock = clock
        hoso_pg_silence(opened)
        try command(Self.settings)
        _ = try now()
    }

    deinit { PQfinish(connection) }

    /// Whether a server takes connections there, so that it is the account or the database that is wrong. One that is
    /// starting or stopping takes none.
    private static func isAnswering(_ keywords: [String], _ values: [String]) -> Bool {
        CStrings.lend(keywords) { keywords in
            CStrings.lend(values) { values in PQpingParams(keywords, values, 1) == PQPING_OK }
        }
    }

    var dialect: SQLDialect { .postgres }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        let result = try execute(sql, values).result
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func forEachRow(_ sql: String, _ values: [Value], _ body: (ResultRow) throws -> Void) throws {
        let (pointer, columns) = try execute(sql, values)
        let result = PostgresResult(pointer, columns: columns)
        for index in 0..<result.count { try body(ResultRow(PostgresRow(result: result, index: index))) }
    }

    /// By `COPY`, which costs a small part of what as many inserts would.
    func append(_ rows: [[Value]], to table: String, _ columns: [String]) throws {
        let text = try PostgresCopy.text(of: rows)
        let result = PQexec(connection, "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else { throw fault(of: result) }
        try text.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let count = min(bytes.count - start, 1 << 20)
                let piece = bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + start }
                guard PQputCopyData(connection, piece, Int32(count)) == 1 else { throw PostgresFault(kind: .lost) }
                start += count
            }
        }
        guard PQputCopyEnd(connection, nil) == 1 else { throw PostgresFault(kind: .lost) }
        let end = PQgetResult(connection)
        while let more = PQgetResult(connection) { PQclear(more) }
        PQclear(try check(end))
    }

    /// Statements that were prepared before the schema changed would fail after it.
    func script(_ sql: String) throws {
        try command(sql)
        try forgetPrepared()
    }

    /// A statement that changes nothing in the schema.
    func command(_ sql: String) throws {
        PQclear(try check(PQexec(connection, sql)))
    }

    private func forgetPrepared() throws {
        guard !prepared.isEmpty else { return }
        prepared = [:]
        try command("DEALLOCATE ALL")
    }

    /// The first column of the last statement's first row.
    func answer(_ sql: String) throws -> String? {
        let result = try check(PQexec(connection, sql))
        defer { PQclear(result) }
        guard PQntuples(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
        return String(cString: PQgetvalue(result, 0, 0))
    }

    /// Whether it was committed: a transaction in which a statement failed is rolled back instead.
    func commit() throws -> Bool {
        let result = try check(PQexec(connection, "COMMIT"))
        defer { PQclear(result) }
        return String(cString: PQcmdStatus(result)) == "COMMIT"
    }

    func now() throws -> Date? {
        let asked = ContinuousClock.now
        let text = try answer("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")
        guard let milliseconds = text.flatMap({ Int64($0) }) else { return nil }
        let time = Date(milliseconds: milliseconds)
        clock.set(to: time, askedAt: asked, answeredAt: ContinuousClock.now)
        return clock.isForLeases ? time : nil
    }

    /// From now on `hears` tells when new work is announced.
    func listen() throws {
        guard let channel = try answer("SELECT quote_ident(\(PostgresDriver.channel))") else { return }
        try command("LISTEN \(channel)")
    }

    /// Waits for an announcement.
    ///
    /// - Throws: `PostgresFault.Kind.lost`.
    func hears(within seconds: Int32) throws -> Bool {
        var descriptor = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, seconds * 1000) > 0 else { return false }
        guard PQconsumeInput(connection) == 1 else { throw PostgresFault(kind: .lost) }
        var isHeard = false
        while let notice = PQnotifies(connection) {
            PQfreemem(notice)
            isHeard = true
        }
        return isHeard
    }

    private func execute(
        _ sql: String, _ values: [Value]
    ) throws -> (result: OpaquePointer, columns: PostgresColumns) {
        let parameters = try PostgresParameters(values)
        let statement = Statement(sql: sql, types: parameters.types)
        let known = try prepared[statement] ?? prepare(statement)
        let result = try parameters.withPointers { pointers in
            try check(PQexecPrepared(connection, known.name, Int32(values.count), pointers, nil, nil, 0))
        }
        if let columns = known.columns { return (result, columns) }
        let columns = PostgresColumns(of: result)
        prepared[statement]?.columns = columns
        return (result, columns)
    }

    private func prepare(_ statement: Statement) throws -> Prepared {
        if prepared.count >= Self.mostPrepared { try forgetPrepared() }
        let fresh = Prepared(name: "s\(prepared.count)", columns: nil)
        let result = statement.types.withUnsafeBufferPointer { types in
            PQprepare(connection, fresh.name, statement.sql, Int32(types.count), types.baseAddress)
        }
        PQclear(try check(result))
        prepared[statement] = fresh
        return fresh
    }

    /// Hands a result on, or frees it and says why it is none.
    private func check(_ result: OpaquePointer?) throws -> OpaquePointer {
        guard let result else { throw PostgresFault(kind: .lost) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return result
        default: break
        }
        defer { PQclear(result) }
        throw fault(of: result)
    }

    private func fault(of result: OpaquePointer?) -> PostgresFault {
        guard PQstatus(connection) == CONNECTION_OK, let state = hoso_pg_state(result) else {
            return PostgresFault(kind: .lost)
        }
        return PostgresFault(
            kind: .refused(
                state: String(cString: state), constraint: hoso_pg_constraint(result).map { String(cString: $0) }))
    }

    private static func oneLine(_ reason: String) -> String {
        reason.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
            separator: "; ")
    }
}

/// Texts lent to C as an array that ends with a null pointer.
private enum CStrings {
    static func lend<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
        var starts: [Int] = []
        var bytes: [CChar] = []
        for text in texts {
            starts.append(bytes.count)
            bytes += text.utf8CString
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = starts.map { start in buffer.baseAddress.map { $0 + start } }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { pointers in
                // Never empty: it holds at least the null pointer that ends it.
                body(pointers.baseAddress.unsafelyUnwrapped)
            }
        }
    }
}
