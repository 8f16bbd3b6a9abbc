import Foundation
import Ledger
import Testing

@Suite final class FolderBlobStoreTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blobs-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(arguments: [
        (Data(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Data("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (Data(repeating: 0x61, count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func digest_isThatOfTheStandard(bytes: Data, digest: String) async throws {
        let blob = try await FolderBlobStore(in: folder).put(try file(bytes))
        #expect(blob.digest == digest)
        #expect(blob.bytes == bytes.count)
    }

    @Test func blob_longerThanAChunk_isTheSameBytes() async throws {
        let store = try FolderBlobStore(in: folder)
        let bytes = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let blob = try await store.put(try file(bytes))
        #expect(try Data(contentsOf: store.url(of: blob.digest)) == bytes)
        #expect(try await store.verify(blob.digest))
    }

    @Test func sameBytes_areStoredOnce_andNeverWrittenOver() async throws {
        let store = try FolderBlobStore(in: folder)
        let first = try await store.put(try file(Data("a scan".utf8)))
        let before = try FileManager.default.attributesOfItem(atPath: store.url(of: first.digest).path)
        let second = try await store.put(try file(Data("a scan".utf8)))
        let after = try FileManager.default.attributesOfItem(atPath: store.url(of: first.digest).path)
        #expect(first.isNew)
        #expect(!second.isNew)
        #expect(before[.systemFileNumber] as? NSNumber == after[.systemFileNumber] as? NSNumber)
        #expect(try store.clearLeftovers(olderThan: .zero) == 0)
    }

    @Test func blobThatChanged_isFound() async throws {
        let store = try FolderBlobStore(in: folder)
        let file = try file(Data("a scan".utf8))
        let blob = try await store.put(file)
        try Data("b scan".utf8).write(to: store.url(of: blob.digest))
        #expect(try await !store.verify(blob.digest))
        try Data("cut".utf8).write(to: store.url(of: blob.digest))
        await #expect(throws: LedgerError.self) { try await store.put(file) }
        #expect(try await !store.verify(String(repeating: "0", count: 64)))
    }

    @Test func halfWrittenFile_isNoBlob_andIsCleared() async throws {
        let store = try FolderBlobStore(in: folder)
        let blob = try await store.put(try file(Data("a scan".utf8)))
        // What a process killed in the middle of a copy leaves behind.
        try Data("half a sc".utf8).write(to: folder.appending(path: "arriving/leftover"))
        let again = try FolderBlobStore(in: folder)
        #expect(try again.clearLeftovers(olderThan: .zero) == 1)
        #expect(try await again.verify(blob.digest))
    }

    @Test func fileThatCannotBeRead_leavesNothing() async throws {
        let store = try FolderBlobStore(in: folder)
        await #expect(throws: LedgerError.self) { try await store.put(folder.appending(path: "missing.pdf")) }
        #expect(try store.clearLeftovers(olderThan: .zero) == 0)
    }

    @Test func blobs_areForThisAccountOnly() async throws {
        let store = try FolderBlobStore(in: folder)
        let blob = try await store.put(try file(Data("a scan".utf8)))
        let rights = try FileManager.default.attributesOfItem(atPath: store.url(of: blob.digest).path)
        #expect((rights[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    private func file(_ bytes: Data) throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "input-\(UUID().uuidString)")
        try bytes.write(to: file)
        return file
    }
}
