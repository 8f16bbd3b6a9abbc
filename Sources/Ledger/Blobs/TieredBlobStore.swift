package import Foundation

/// A store with a colder one behind it, for scans whose dossiers are long closed. What is put goes into the first; what is
/// asked for is looked for in the first, then in the colder one.
package final class TieredBlobStore: BlobStore {
    package let first: any BlobStore
    package let colder: any BlobStore

    package init(first: any BlobStore, colder: any BlobStore) {
        self.first = first
        self.colder = colder
    }

    package func check() async throws {
        try await first.check()
        try await colder.check()
    }

    package func put(_ file: URL) async throws -> Blob { try await first.put(file) }

    package func file(of digest: String) async throws -> URL {
        do {
            return try await first.file(of: digest)
        } catch LedgerError.unknown {
            return try await fromColder { try await colder.file(of: digest) }
        }
    }

    package func letGo(_ digest: String) async {
        await first.letGo(digest)
        await colder.letGo(digest)
    }

    package func contains(_ digest: String) async throws -> Bool {
        if try await first.contains(digest) { return true }
        return try await colder.contains(digest)
    }

    package func verify(_ digest: String) async throws -> Bool {
        if try await first.contains(digest) { return try await first.verify(digest) }
        return try await colder.verify(digest)
    }

    package func remove(_ digest: String) async throws {
        try await first.remove(digest)
        try await colder.remove(digest)
    }

    @discardableResult
    package func clearLeftovers(olderThan age: Duration) throws -> Int {
        // The colder store need not be there for the day's work.
        try first.clearLeftovers(olderThan: age) + ((try? colder.clearLeftovers(olderThan: age)) ?? 0)
    }

    /// What a store that is away does not have is not lost.
    private func fromColder<Found>(_ look: () async throws -> Found) async throws -> Found {
        do {
            return try await look()
        } catch LedgerError.unknown(let what) {
            try await colder.check()
            throw LedgerError.unknown(what)
        }
    }
}
