internal import Crypto
internal import Foundation

/// What a program comes with in place of a password: `hoso_` and 256 random bits. The ledger has its digest only.
package struct ProgramKey: Hashable, Sendable {
    /// To be shown once.
    package let text: String

    /// By it scanners for lost secrets know what they have found.
    private static let mark = "hoso_"

    package static func make() -> ProgramKey {
        ProgramKey(text: mark + RandomBytes.make(32).hexadecimal)
    }

    private init(text: String) {
        self.text = text
    }

    /// Nil for anything but a key's form.
    ///
    /// - Parameter field: The header field `Authorization`: `Bearer hoso_…`.
    init?(authorization field: String) {
        let parts = field.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].hasPrefix(Self.mark) else { return nil }
        let digits = parts[1].dropFirst(Self.mark.count).utf8
        guard digits.count == 64, digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        text = String(parts[1])
    }

    /// What the ledger knows it by.
    package var digest: String { Array(SHA256.hash(data: Data(text.utf8))).hexadecimal }

    /// How much of a digest lists show, and takes a token back.
    package static let shownDigits = 12
    /// How long a token opens where nobody says.
    package static let usualDays = 365
}
