internal import Crypto
package import Foundation

/// A file's SHA-256, which names it in the blob store and in the ledger.
package enum ContentDigest {
    /// Bytes read at a time, so that a scan of any size needs no more memory than this.
    static let chunk = 1 << 20

    /// 64 lower-case hexadecimal digits.
    package static func ofFile(_ file: URL) throws -> String {
        try ofFile(file) { _ in }
    }

    /// Hands out each chunk as it is read, so that a copy holds exactly the bytes that were hashed.
    static func ofFile(_ file: URL, _ chunkRead: (Data) throws -> Void) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let data = try handle.read(upToCount: chunk), !data.isEmpty {
            hash.update(data: data)
            try chunkRead(data)
        }
        return text(hash.finalize())
    }

    /// 64 lower-case hexadecimal digits.
    package static func of(_ data: Data) -> String { text(SHA256.hash(data: data)) }

    /// A digest of bytes that come one after the other.
    struct Running {
        private var hash = SHA256()

        mutating func add(_ data: some DataProtocol) { hash.update(data: data) }

        /// 64 lower-case hexadecimal digits.
        var text: String { ContentDigest.text(hash.finalize()) }
    }

    // Byte by byte: every event of a ledger has such a text, and a verified chain makes all of them anew.
    private static func text(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
            var end = 0
            for byte in digest {
                text[end] = digits[Int(byte >> 4)]
                text[end + 1] = digits[Int(byte & 15)]
                end += 2
            }
            return end
        }
    }
}
