internal import Crypto
internal import CryptoExtras
internal import Foundation

/// What a password is checked against: scrypt with its costs and salt, as text.
///
/// `scrypt$15$8$1$SALT$KEY`: the cost as a power of two, block size, parallelism, then salt and key in Base64.
/// A check takes 32 MiB and about a tenth of a second: never on a thread that answers requests.
/// Source: RFC 7914.
package struct PasswordHash: Hashable, Sendable {
    package let text: String

    /// The least number of letters a password may have.
    package static let leastLength = 10

    private static let costExponent = 15
    private static let blockSize = 8
    private static let parallelism = 1
    private static let keyBytes = 32

    /// - Parameter salt: 16 random bytes.
    package init(of password: String, salt: [UInt8]) throws {
        let key = try Self.key(
            of: password, salt: salt, exponent: Self.costExponent, blockSize: Self.blockSize,
            parallelism: Self.parallelism)
        text = [
            "scrypt", String(Self.costExponent), String(Self.blockSize), String(Self.parallelism),
            Data(salt).base64EncodedString(), Data(key).base64EncodedString(),
        ].joined(separator: "$")
    }

    package init(stored text: String) {
        self.text = text
    }

    /// Whether this is the password. Takes as long for a wrong one as for the right one.
    package func matches(_ password: String) -> Bool {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]), (10...20).contains(exponent),
            let blockSize = Int(parts[2]), (1...32).contains(blockSize), let parallelism = Int(parts[3]),
            (1...16).contains(parallelism), let salt = Data(base64Encoded: String(parts[4])),
            let stored = Data(base64Encoded: String(parts[5])),
            let key = try? Self.key(
                of: password, salt: Array(salt), exponent: exponent, blockSize: blockSize, parallelism: parallelism)
        else { return false }
        return Secret.isSame(key, Array(stored))
    }

    /// Composed and decomposed marks are the same password: keyboards differ.
    private static func key(
        of password: String, salt: [UInt8], exponent: Int, blockSize: Int, parallelism: Int
    ) throws -> [UInt8] {
        let letters = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: letters, salt: salt, outputByteCount: keyBytes, rounds: 1 << exponent, blockSize: blockSize,
            parallelism: parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}
