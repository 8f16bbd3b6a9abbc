internal import Foundation

/// A row as a database hands it out.
protocol StoredRow {
    /// Nil where the result has no such column.
    ///
    /// - Throws: `ResultRow.wrongType` for a value of a type that the schema has nowhere.
    func value(_ column: String) throws -> Value?
}

/// One row of a statement's result, lent while the statement stands on it.
struct ResultRow {
    private let row: any StoredRow

    init(_ row: any StoredRow) {
        self.row = row
    }

    /// - Throws: `LedgerError.damaged` where the column is NULL, missing or of another type.
    func text(_ column: String) throws -> String { try present(textOrNil(column), column) }

    func textOrNil(_ column: String) throws -> String? {
        switch try stored(column) {
        case .null: nil
        case .text(let text): text
        default: throw Self.wrongType(column)
        }
    }

    /// - Throws: `LedgerError.damaged` where the column is NULL, missing or of another type.
    func integer(_ column: String) throws -> Int { try present(integerOrNil(column), column) }

    func integerOrNil(_ column: String) throws -> Int? {
        switch try stored(column) {
        case .null: nil
        case .integer(let number): Int(number)
        default: throw Self.wrongType(column)
        }
    }

    func realOrNil(_ column: String) throws -> Double? {
        switch try stored(column) {
        case .null: nil
        case .real(let number): number
        case .integer(let number): Double(number)
        default: throw Self.wrongType(column)
        }
    }

    /// - Throws: `LedgerError.damaged` where the column is NULL, missing or of another type.
    func time(_ column: String) throws -> Date { try present(timeOrNil(column), column) }

    func timeOrNil(_ column: String) throws -> Date? {
        try integerOrNil(column).map { Date(milliseconds: Int64($0)) }
    }

    /// A column whose texts are the cases of an enumeration.
    ///
    /// - Throws: `LedgerError.damaged` for any other text.
    func word<Word: RawRepresentable<String>>(_ column: String, as: Word.Type = Word.self) throws -> Word {
        try present(Word(rawValue: text(column)), column)
    }

    /// - Throws: `LedgerError.damaged` for a text that is no case of the enumeration.
    func wordOrNil<Word: RawRepresentable<String>>(_ column: String, as: Word.Type = Word.self) throws -> Word? {
        try textOrNil(column) == nil ? nil : word(column)
    }

    func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

    /// As it is.
    func stored(_ column: String) throws -> Value {
        guard let value = try row.value(column) else {
            throw LedgerError.damaged("a statement's result has no column \(column)")
        }
        return value
    }

    private func present<Wrapped>(_ value: Wrapped?, _ column: String) throws -> Wrapped {
        guard let value else { throw LedgerError.damaged("column \(column) holds no value that this version knows") }
        return value
    }

    static func wrongType(_ column: String) -> LedgerError {
        LedgerError.damaged("column \(column) holds a value of another type")
    }
}
