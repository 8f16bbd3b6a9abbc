package import Foundation

/// A name for a dossier, a scan or a queue item: a ULID, which sorts by the time it was given.
///
/// 48 bits of milliseconds and 80 random bits in 26 letters of Crockford's Base32, which has no I, L, O
/// and U, so that a name read aloud over the telephone is not misheard.
/// Source: ULID specification, github.com/ulid/spec.
package struct DossierID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// - Parameter time: 1970 to 10889, to the millisecond; times outside are drawn to the nearer end.
    package init(at time: Date, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, min((time.timeIntervalSince1970 * 1000).rounded(), 281_474_976_710_655)))
        let high = UInt64.random(in: 0..<(1 << 40), using: &generator)
        let low = UInt64.random(in: 0..<(1 << 40), using: &generator)
        let letters = Self.letters(of: milliseconds, 10) + Self.letters(of: high, 8) + Self.letters(of: low, 8)
        text = String(decoding: letters, as: UTF8.self)
    }

    package var description: String { text }

    private static func letters(of value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { alphabet[Int(value >> UInt64($0 * 5) & 31)] }
    }
}
