import Foundation
import Ledger
import TestServices
import Testing

/// Against a server that checks signatures.
@Suite final class S3BlobStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "s3-\(UUID().uuidString)")
    /// Of the keys: every test has a store of its own.
    private let prefix = UUID().uuidString
    private let small = Data("a scan".utf8)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(arguments: [0, 1, 100_000, 16 << 20, (16 << 20) + 1, 40_000_000])
    func blob_ofAnySize_comesToAnotherHostAsItWas(count: Int) async throws {
        let bytes = Self.bytes(count)
        let blob = try await store(on: "one").put(try file(bytes))
        #expect(blob.isNew && blob.bytes == count)
        let other = try await store(on: "other")
        #expect(try await other.contains(blob.digest))
        #expect(try Data(contentsOf: try await other.file(of: blob.digest)) == bytes)
        #expect(try await other.verify(blob.digest))
    }

    @Test(arguments: [100, 17 << 20]) func sameBytes_areSentOnce(count: Int) async throws {
        let bytes = Data(repeating: 7, count: count)
        let first = try await store(on: "one").put(try file(bytes))
        let again = try await store(on: "one").put(try file(bytes))
        let elsewhere = try await store(on: "other").put(try file(bytes))
        #expect([first.isNew, again.isNew, elsewhere.isNew] == [true, false, false])
        #expect(Set([first.digest, again.digest, elsewhere.digest]).count == 1)
    }

    @Test func hostsThatPutTheSameBytesAtOnce_allHaveThem_andOneHasSentThem() async throws {
        let file = try file(small)
        let new = try await withThrowingTaskGroup(of: Bool.self) { group in
            for host in 1...8 {
                let store = try await store(on: "host-\(host)")
                group.addTask { try await store.put(file).isNew }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(new == 1)
    }

    @Test func blobThatWasLetGo_isFetchedAgain() async throws {
        let store = try await store(on: "one")
        let digest = try await store.put(try file(small)).digest
        let copy = try await store.file(of: digest)
        store.letGo(digest)
        #expect(!FileManager.default.fileExists(atPath: copy.path))
        #expect(try Data(contentsOf: try await store.file(of: digest)) == small)
    }

    @Test func scanThatReadsLikeAnErrorOfTheStore_isAScan() async throws {
        let text = Data("<Error><Code>InternalError</Code></Error>".utf8)
        let digest = try await store(on: "one", patience: .zero).put(try file(text)).digest
        let other = try await store(on: "other", patience: .zero)
        #expect(try Data(contentsOf: try await other.file(of: digest)) == text)
    }

    @Test func blobThatIsNotThere_isUnknown() async throws {
        let store = try await store(on: "one")
        let digest = String(repeating: "0", count: 64)
        #expect(try await !store.contains(digest))
        #expect(try await !store.verify(digest))
        let error = await #expect(throws: LedgerError.self) { try await store.file(of: digest) }
        #expect(error == .unknown("the blob store has no blob \(digest)"))
        #expect(try store.clearLeftovers(olderThan: .zero) == 0)
    }

    @Test(arguments: [100, 17 << 20])
    func byteThatChangedOnTheWayThere_isFound_andDoesNotStay(count: Int) async throws {
        let server = try await TemporaryS3.shared
        let proxy = try BreakingProxy(to: server.port)
        let damaged = try await store(on: "one", environment: server.environment(by: proxy))
        let input = try file(Data(repeating: 9, count: count))
        proxy.break(.request)
        await #expect(throws: LedgerError.self) { try await damaged.put(input) }
        #expect(!proxy.isPending(.request))
        let blob = try await store(on: "other").put(input)
        #expect(blob.isNew)
        #expect(try await damaged.verify(blob.digest))
    }

    @Test func byteThatChangedOnTheWayBack_isFound_andAskedForAgain() async throws {
        let server = try await TemporaryS3.shared
        let proxy = try BreakingProxy(to: server.port)
        let digest = try await store(on: "one").put(try file(small)).digest
        let other = try await store(on: "other", environment: server.environment(by: proxy))
        proxy.break(.answer)
        #expect(try Data(contentsOf: try await other.file(of: digest)) == small)
        #expect(!proxy.isPending(.answer))
    }

    @Test func storeThatIsAway_isWaitedFor_butNotForEver() async throws {
        let server = try await TemporaryS3.shared
        let proxy = try BreakingProxy(to: server.port)
        let environment = server.environment(by: proxy)
        let patient = try await store(on: "one", environment: environment)
        let hasty = try await store(on: "two", environment: environment, patience: .zero)
        let input = try file(small)
        proxy.break(.line)
        let error = await #expect(throws: LedgerError.self) { try await hasty.put(input) }
        #expect(error?.description.contains("has been away") == true)
        async let blob = patient.put(input)
        try await Task.sleep(for: .milliseconds(300))
        proxy.putRight(.line)
        #expect(try await blob.isNew)
    }

    @Test(arguments: [
        ("AWS_SECRET_ACCESS_KEY", "geheim", "SignatureDoesNotMatch"),
        ("AWS_ACCESS_KEY_ID", "AKIANOBODY", "InvalidAccessKeyId"),
    ])
    func keyThatIsWrong_isSaid(variable: String, value: String, word: String) async throws {
        let environment = try await TemporaryS3.shared.environment.merging([variable: value]) { $1 }
        let store = try await store(on: "one", environment: environment)
        let error = await #expect(throws: LedgerError.self) { try await store.check() }
        #expect(error?.description.contains(word) == true)
        #expect(error?.description.contains(value) == false)
        await #expect(throws: LedgerError.self) { try await store.put(try file(small)) }
    }

    @Test func bucketThatIsNotThere_isSaid() async throws {
        let place = try S3Place("s3://nothere", environment: try await TemporaryS3.shared.environment)
        let store = try S3BlobStore(place, copies: folder.appending(path: "copies"))
        let error = await #expect(throws: LedgerError.self) { try await store.check() }
        #expect(error?.description.contains("no bucket nothere") == true)
        try await self.store(on: "one").check()
    }

    @Test(arguments: [
        "s3://", "s3://B", "s3://scans/ä", "s3://scans/a b", "s3://scans/../x", "file:/x", "s3://scans?x=y",
    ])
    func addressThatIsNone_isRefused(text: String) {
        let environment = ["AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"]
        #expect(throws: S3Place.Problem.self) { try S3Place(text, environment: environment) }
    }

    @Test func keysThatAreMissing_andAddressesThatAreNone_areSaid() {
        #expect(throws: S3Place.Problem.self) { try S3Place("s3://scans", environment: [:]) }
        let environment = ["AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s", "AWS_ENDPOINT_URL": "ftp://x"]
        #expect(throws: S3Place.Problem.self) { try S3Place("s3://scans", environment: environment) }
    }

    /// No two stretches of them alike.
    private static func bytes(_ count: Int) -> Data {
        var data = Data(capacity: count)
        while data.count < count {
            data.append(Data("\(data.count)".utf8) + Data(repeating: 0x61, count: 100_000))
        }
        return data.prefix(count)
    }

    private func store(
        on host: String, environment: [String: String]? = nil, patience: Duration = .seconds(20)
    ) async throws -> S3BlobStore {
        let shared = try await TemporaryS3.shared
        let place = try S3Place(
            "s3://\(TemporaryS3.bucket)/\(prefix)", environment: environment ?? shared.environment)
        return try S3BlobStore(place, copies: folder.appending(path: host), patience: patience)
    }

    private func file(_ bytes: Data) throws -> URL {
        let file = folder.appending(path: "input-\(UUID().uuidString)")
        try bytes.write(to: file)
        return file
    }
}
