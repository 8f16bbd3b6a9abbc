internal import CPostgres

/// A statement's whole result, freed with its last row.
final class PostgresResult {
    private let result: OpaquePointer
    private let columns: PostgresColumns

    /// - Parameter columns: Where the columns stand; nil to find out.
    init(_ result: OpaquePointer, columns: PostgresColumns? = nil) {
        self.result = result
        self.columns = columns ?? PostgresColumns(of: result)
    }

    deinit { PQclear(result) }

    var count: Int32 { PQntuples(result) }

    func value(_ column: String, inRow row: Int32) throws -> Value? {
        guard let place = columns.places[column] else { return nil }
        guard PQgetisnull(result, row, place.index) == 0, let start = PQgetvalue(result, row, place.index) else {
            return .null
        }
        let length = Int(PQgetlength(result, row, place.index))
        let text = String(
            decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(start), count: length), as: UTF8.self)
        switch place.type {
        case .text: return .text(text)
        case .integer:
            guard let number = Int64(text) else { throw ResultRow.wrongType(column) }
            return .integer(number)
        case .real:
            guard let number = Double(text) else { throw ResultRow.wrongType(column) }
            return .real(number)
        case .other: throw ResultRow.wrongType(column)
        }
    }
}

/// The names and types of a statement's columns: the same at every run of it.
final class PostgresColumns {
    enum ColumnType {
        case text, integer, real, other

        /// By the fixed numbers of `pg_type`.
        init(oid: Oid) {
            switch oid {
            case 25, 1043, 19, 705: self = .text
            case 20, 21, 23: self = .integer
            case 700, 701: self = .real
            default: self = .other
            }
        }
    }

    let places: [String: (index: Int32, type: ColumnType)]

    init(of result: OpaquePointer) {
        var places: [String: (index: Int32, type: ColumnType)] = [:]
        for index in 0..<PQnfields(result) {
            guard let name = PQfname(result, index) else { continue }
            places[String(cString: name)] = (index, ColumnType(oid: PQftype(result, index)))
        }
        self.places = places
    }
}

struct PostgresRow: StoredRow {
    let result: PostgresResult
    let index: Int32

    func value(_ column: String) throws -> Value? { try result.value(column, inRow: index) }
}
