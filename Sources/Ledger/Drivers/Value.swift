internal import Foundation

/// A value on its way into or out of a statement, in the types that SQLite and PostgreSQL share.
enum Value: Hashable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)

    static func integer(_ value: Int) -> Value { .integer(Int64(value)) }

    static func flag(_ value: Bool) -> Value { .integer(value ? 1 as Int64 : 0) }

    /// Milliseconds since 1970, UTC.
    static func time(_ value: Date) -> Value { .integer(value.milliseconds) }

    static func text(_ value: String?) -> Value { value.map { .text($0) } ?? .null }

    static func integer(_ value: Int?) -> Value { value.map { .integer(Int64($0)) } ?? .null }

    static func real(_ value: Double?) -> Value { value.map { .real($0) } ?? .null }

    static func time(_ value: Date?) -> Value { value.map { .integer($0.milliseconds) } ?? .null }
}

extension Date {
    /// Milliseconds since 1970, UTC: how the ledger keeps times, so that they compare as numbers.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
