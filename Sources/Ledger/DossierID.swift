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
        let high = UInt64.random(in: 0..<(1 << 40), using: &generator)
        let low = UInt64.random(in: 0..<(1 << 40), using: &generator)
        let letters =
            Self.letters(of: Self.milliseconds(time), 10) + Self.letters(of: high, 8) + Self.letters(of: low, 8)
        text = String(decoding: letters, as: UTF8.self)
    }

    package var description: String { text }

    /// What no name given at that time or later comes before.
    static func least(at time: Date) -> String { String(decoding: letters(of: milliseconds(time), 10), as: UTF8.self) }

    /// When a name was given; nil for one that is no ULID.
    static func time(of name: String) -> Date? {
        guard name.utf8.count == 26 else { return nil }
        var milliseconds: UInt64 = 0
        for letter in name.utf8.prefix(10) {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            milliseconds = milliseconds << 5 | UInt64(value)
        }
        return Date(milliseconds: Int64(milliseconds))
    }

    /// Before this no event of what is so named happened, in milliseconds since 1970: on a server, whose events lie in
    /// months, those before it are not looked through. The beginning of time for a name that is no ULID.
    ///
    /// For the text of a statement, where the server sees it before it plans; so it is the same a month long.
    static func beginning(of name: String) -> Int64 { time(of: name).map { Month.slackStart(before: $0) } ?? 0 }

    private static func milliseconds(_ time: Date) -> UInt64 {
        UInt64(max(0, min((time.timeIntervalSince1970 * 1000).rounded(), 281_474_976_710_655)))
    }

    private static func letters(of value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { alphabet[Int(value >> UInt64($0 * 5) & 31)] }
    }
}
