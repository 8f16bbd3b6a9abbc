package import Foundation

/// Where the scans' bytes are kept, each by its digest. What is in a store never changes, and is there whole or not at
/// all, whatever was killed in between.
package protocol BlobStore: Sendable {
    /// Asks whether the store is there and may be used.
    ///
    /// - Throws: `LedgerError.unavailable`, `.busy`.
    func check() async throws

    /// Copies a file into the store; where its bytes are there already, nothing is written over them.
    ///
    /// - Throws: `LedgerError.unreadableSource` where the file cannot be read; `.unavailable` where the store cannot be
    ///   written; `.busy` where it may be later; `.damaged` where it has other bytes under this digest.
    func put(_ file: URL) async throws -> Blob

    /// A file of this machine with a blob's bytes, for programs that are handed one. It may go when it is let go.
    ///
    /// - Throws: `LedgerError.unknown` where the store has no such blob; `.unavailable` and `.busy` where it cannot be
    ///   asked; `.damaged` where its bytes are others.
    func file(of digest: String) async throws -> URL

    /// Says that this process needs a blob's file no longer.
    func letGo(_ digest: String) async

    func contains(_ digest: String) async throws -> Bool

    /// Whether a blob is there and its bytes still have their digest.
    ///
    /// - Complexity: reads the whole blob.
    func verify(_ digest: String) async throws -> Bool

    /// Deletes a blob for good: for whoever has made sure that it is kept elsewhere. One that is not there is no error.
    func remove(_ digest: String) async throws

    /// Deletes what killed processes left behind on this machine.
    ///
    /// - Parameter age: How old it must be: nothing for the only process that writes, at its start; where others may be
    ///   writing, longer than the largest file takes.
    /// - Returns: The number of half-written files deleted.
    @discardableResult
    func clearLeftovers(olderThan age: Duration) throws -> Int
}

/// A file as a blob store keeps it.
package struct Blob: Hashable, Sendable {
    /// SHA-256, 64 lower-case hexadecimal digits.
    package var digest: String
    package var bytes: Int
    /// Whether this call put it there.
    package var isNew: Bool
}
