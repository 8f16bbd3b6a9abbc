internal import Foundation
internal import GRDB

/// One row of a statement's result, lent while the statement stands on it.
struct ResultRow {
    private let row: Row

    init(_ row: Row) {
        self.row = row
    }

    /// - Throws: `LedgerError.damaged` where the column is NULL, missing or of another type.
    func text(_ column: String) throws -> String { try present(textOrNil(column), column) }

    func textOrNil(_ column: String) throws -> String? {
        switch try storage(column) {
        case .null: nil
        case .string(let text): text
        default: throw wrongType(column)
        }
    }

    /// - Throws: `LedgerError.damaged` where the column is NULL, missing or of another type.
    func integer(_ column: String) throws -> Int { try present(integerOrNil(column), column) }

    func integerOrNil(_ column: String) throws -> Int? {
        switch try storage(column) {
        case .null: nil
        case .int64(let number): Int(number)
        default: throw wrongType(column)
        }
    }

    func realOrNil(_ column: String) throws -> Double? {
        switch try storage(column) {
        case .null: nil
        case .double(let number): number
        case .int64(let number): Double(number)
        default: throw wrongType(column)
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

    private func storage(_ column: String) throws -> DatabaseValue.Storage {
        guard let value: DatabaseValue = row[column] else {
            throw LedgerError.damaged("a statement's result has no column \(column)")
        }
        return value.storage
    }

    private func present<Wrapped>(_ value: Wrapped?, _ column: String) throws -> Wrapped {
        guard let value else { throw LedgerError.damaged("column \(column) holds no value that this version knows") }
        return value
    }

    private func wrongType(_ column: String) -> LedgerError {
        LedgerError.damaged("column \(column) holds a value of another type")
    }
}
