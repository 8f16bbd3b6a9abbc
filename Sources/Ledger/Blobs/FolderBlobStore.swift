internal import Dispatch
package import Foundation

/// Scans by the digest of their bytes, in a folder: what is in it never changes and is never lost to a
/// half-finished copy.
///
/// A blob is written aside, forced to the disk, and only then given its name, which no other file can
/// have had: so a reader sees it whole or not at all, whatever was killed in between.
package final class FolderBlobStore: BlobStore {
    private let folder: URL
    /// Where blobs are written before they have a name.
    private var arriving: URL { folder.appending(path: "arriving") }
    /// Copying blocks: it has a thread of its own, one copy at a time, as befits one disk.
    private let queue = DispatchQueue(label: "blobs")

    /// Opens the store, and makes its folder, readable by this account only, where it is missing.
    ///
    /// - Throws: `LedgerError.unavailable` where it cannot be made.
    package init(in folder: URL) throws {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                at: arriving, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LedgerError.unavailable(
                "the blob store \(Self.path(folder)) cannot be made: check the folder's rights")
        }
    }

    /// Opens a store whose folder is never made: where a disk that is not mounted would belong, nothing is put instead.
    package init(standing folder: URL) {
        self.folder = folder
        try? FileManager.default.createDirectory(
            at: arriving, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    package func check() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: Self.path(folder), isDirectory: &isFolder), isFolder.boolValue
        else {
            throw LedgerError.unavailable(
                "the blob store's folder \(Self.path(folder)) is not there: mount it, or make it")
        }
        guard FileManager.default.isWritableFile(atPath: Self.path(arriving)) else {
            throw LedgerError.unavailable(
                "the blob store \(Self.path(folder)) cannot be written: check the folder's rights")
        }
    }

    /// Reads a megabyte at a time, and hashes just those bytes that it writes.
    package func put(_ file: URL) async throws -> Blob {
        try await blocking { [self] in
            let aside = arriving.appending(path: UUID().uuidString)
            var written = try AsideFile(at: aside)
            let digest: String
            do {
                digest = try ContentDigest.ofFile(file) { try written.append($0) }
            } catch let error as LedgerError {
                throw error
            } catch {
                throw LedgerError.unreadableSource("the file cannot be read to its end: check the file and its rights")
            }
            let target = url(of: digest)
            let isNew = try written.settle(as: target)
            let bytes = written.bytes
            guard isNew || Self.size(of: target) == bytes else {
                throw LedgerError.damaged("blob \(digest) has another size than its digest's bytes")
            }
            return Blob(digest: digest, bytes: bytes, isNew: isNew)
        }
    }

    /// Where a blob lies, or would lie: two hexadecimal digits make the folder, so that none grows large.
    package func url(of digest: String) -> URL {
        folder.appending(path: String(digest.prefix(2))).appending(path: digest)
    }

    /// - Throws: `LedgerError.unknown`.
    package func file(of digest: String) throws -> URL {
        guard contains(digest) else { throw LedgerError.unknown("the blob store has no blob \(digest)") }
        return url(of: digest)
    }

    /// It stays: this is the store itself.
    package func letGo(_ digest: String) {}

    /// Takes in what `write` writes aside, whole or not at all, under the digest that it must turn out to have.
    ///
    /// - Throws: What `write` throws; `LedgerError.damaged` where the bytes have another digest.
    func settle(_ digest: String, _ write: (inout AsideFile, inout ContentDigest.Running) async throws -> Void)
        async throws
    {
        var written = try AsideFile(at: arriving.appending(path: UUID().uuidString))
        var hash = ContentDigest.Running()
        try await write(&written, &hash)
        guard hash.text == digest else {
            throw LedgerError.damaged("blob \(digest) came with other bytes than its digest's")
        }
        _ = try written.settle(as: url(of: digest))
    }

    /// Says that a blob is in use, for `forget`.
    func touch(_ digest: String) {
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: Self.path(url(of: digest)))
    }

    /// Deletes a blob: for a store that only keeps copies of another's.
    func forget(_ digest: String) {
        try? FileManager.default.removeItem(at: url(of: digest))
    }

    package func remove(_ digest: String) throws {
        do {
            try FileManager.default.removeItem(at: url(of: digest))
        } catch CocoaError.fileNoSuchFile {
            return
        } catch {
            throw LedgerError.unavailable(
                "a blob of \(Self.path(folder)) cannot be deleted: check the rights of the folders in it")
        }
    }

    /// Deletes the blobs that were neither put nor touched for some time.
    func forget(untouchedFor age: Duration) {
        let limit = Date() - age / .seconds(1)
        let manager = FileManager.default
        let keys: [URLResourceKey] = [.contentModificationDateKey]
        let folders = (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        for folder in folders where folder.lastPathComponent.count == 2 {
            for file in (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)) ?? [] {
                let changed = try? file.resourceValues(forKeys: Set(keys)).contentModificationDate
                if let changed, changed < limit { try? manager.removeItem(at: file) }
            }
        }
    }

    package func contains(_ digest: String) -> Bool {
        FileManager.default.fileExists(atPath: Self.path(url(of: digest)))
    }

    package func verify(_ digest: String) async throws -> Bool {
        guard contains(digest) else { return false }
        return try await blocking { [self] in try ContentDigest.ofFile(url(of: digest)) == digest }
    }

    @discardableResult
    package func clearLeftovers(olderThan age: Duration) throws -> Int {
        let limit = Date() - age / .seconds(1)
        let left = try FileManager.default.contentsOfDirectory(
            at: arriving, includingPropertiesForKeys: [.contentModificationDateKey])
        var deleted = 0
        for file in left {
            if age > .zero {
                let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
                guard let changed, changed < limit else { continue }
            }
            try FileManager.default.removeItem(at: file)
            deleted += 1
        }
        return deleted
    }

    private func blocking<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    private static func path(_ url: URL) -> String { url.path(percentEncoded: false) }

    private static func size(of file: URL) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path(file))[.size] as? NSNumber)?.intValue
    }
}
