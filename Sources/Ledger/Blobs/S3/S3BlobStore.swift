internal import Crypto
package import Foundation
internal import WebClient

/// Scans in a store that speaks S3, for several machines, with copies in a folder of this one while they are in work.
///
/// What is put is copied into the folder first: so what is sent is what was hashed, whatever happens to the file.
package final class S3BlobStore: BlobStore {
    private let client: S3Client
    private let copies: FolderBlobStore

    /// - Parameter copies: A folder for the copies; processes of this machine may share it.
    /// - Throws: `LedgerError.unavailable` where the folder cannot be made.
    package init(_ place: S3Place, copies: URL, patience: Duration = .seconds(60)) throws {
        client = try S3Client(place, patience: patience)
        self.copies = try FolderBlobStore(in: copies)
    }

    /// Asks once whether the bucket is there and the key is good, so that it is said before there is work.
    ///
    /// - Throws: `LedgerError`.
    package func check() async throws {
        let listing = [(name: "list-type", value: "2"), ("max-keys", "1"), ("prefix", client.place.prefix)]
        guard case .found = try await client.send(.get, nil, query: listing) else {
            throw LedgerError.unavailable("there is no bucket \(client.place.bucket): make it, or correct --blobs")
        }
    }

    package func put(_ file: URL) async throws -> Blob {
        let copy = try await copies.put(file)
        let isNew = try await hasSent(copy)
        return Blob(digest: copy.digest, bytes: copy.bytes, isNew: isNew)
    }

    /// Whether the blob had to be sent.
    private func hasSent(_ blob: Blob) async throws -> Bool {
        if let bytes = try await size(of: blob.digest) {
            guard bytes == blob.bytes else {
                throw LedgerError.damaged("blob \(blob.digest) has another size than its digest's bytes")
            }
            return false
        }
        let source = try copies.file(of: blob.digest)
        let (isNew, isConfirmed) =
            blob.bytes > S3Client.part
            ? try await MultipartUpload(client: client, digest: blob.digest).send(source)
            : try await client.put(Array(try Self.reading { try Data(contentsOf: source) }), as: blob.digest)
        if isNew, !isConfirmed { try await readBack(blob.digest) }
        guard try await size(of: blob.digest) == blob.bytes else {
            throw LedgerError.busy("blob \(blob.digest) did not arrive whole: try again")
        }
        return isNew
    }

    /// Where the store does not say that it has what was sent, or says something else.
    private func readBack(_ digest: String) async throws {
        guard try await verify(digest) else {
            // What was damaged on its way must not stay: its name says that it is whole.
            _ = try await client.send(.delete, client.place.key(of: digest))
            throw LedgerError.busy("blob \(digest) was damaged on its way to the store: try again")
        }
    }

    package func file(of digest: String) async throws -> URL {
        if let copy = try? copies.file(of: digest) {
            copies.touch(digest)
            return copy
        }
        // A second try, because what was damaged on the way need not be damaged in the store.
        do {
            try await fetch(digest)
        } catch LedgerError.damaged {
            try await fetch(digest)
        }
        return try copies.file(of: digest)
    }

    private func fetch(_ digest: String) async throws {
        try await copies.settle(digest) { file, hash in
            for try await part in S3Parts(client: client, digest: digest) {
                hash.add(part)
                try file.append(part)
            }
        }
    }

    package func letGo(_ digest: String) { copies.forget(digest) }

    package func remove(_ digest: String) async throws {
        copies.forget(digest)
        _ = try await client.send(.delete, client.place.key(of: digest))
    }

    package func contains(_ digest: String) async throws -> Bool { try await size(of: digest) != nil }

    package func verify(_ digest: String) async throws -> Bool {
        guard try await contains(digest) else { return false }
        var hash = ContentDigest.Running()
        for try await part in S3Parts(client: client, digest: digest) { hash.add(part) }
        return hash.text == digest
    }

    /// Of the copies; uploads that were begun and never ended are the store's to clear, by a rule of the bucket.
    @discardableResult
    package func clearLeftovers(olderThan age: Duration) throws -> Int {
        copies.forget(untouchedFor: age)
        return try copies.clearLeftovers(olderThan: age)
    }

    /// Nil where it is not there.
    private func size(of digest: String) async throws -> Int? {
        switch try await client.send(.head, client.place.key(of: digest)) {
        case .missing, .alreadyThere, .outOfRange: return nil
        case .found(let answer):
            guard let bytes = answer.headers["content-length"].flatMap({ Int($0) }) else {
                throw LedgerError.unavailable("the blob store does not tell the size of what it has")
            }
            return bytes
        }
    }

    static func reading<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw LedgerError.unavailable("a copy of this machine cannot be read: check the rights of the data folder")
        }
    }
}

extension S3Client {
    /// Sends a blob of one part, unless it is there.
    ///
    /// - Returns: Whether it was not, and whether the store has said that it arrived as it was sent.
    fileprivate func put(_ body: [UInt8], as digest: String) async throws -> (isNew: Bool, isConfirmed: Bool) {
        let headers =
            [
                (name: "Content-Type", value: "application/octet-stream"), ("If-None-Match", "*"),
                ("x-amz-checksum-sha256", Data(SHA256.hash(data: body)).base64EncodedString()),
            ] + place.classHeaders
        switch try await send(.put, place.key(of: digest), headers: headers, body: body, bodyDigest: digest) {
        case .alreadyThere, .outOfRange: return (false, true)
        case .missing: throw LedgerError.unavailable("there is no bucket \(place.bucket): make it, or correct --blobs")
        case .found(let answer): return (true, S3Tag(answer)?.isMD5(of: body) == true)
        }
    }
}

/// The bytes of an object, asked for part by part.
struct S3Parts: AsyncSequence {
    let client: S3Client
    let digest: String

    func makeAsyncIterator() -> Iterator { Iterator(client: client, digest: digest) }

    struct Iterator: AsyncIteratorProtocol {
        let client: S3Client
        let digest: String
        private var start = 0
        private var total: Int?

        init(client: S3Client, digest: String) {
            self.client = client
            self.digest = digest
        }

        /// - Throws: `LedgerError.unknown` where the store does not have it.
        mutating func next() async throws -> Data? {
            if let total, start >= total { return nil }
            let range = (name: "Range", value: "bytes=\(start)-\(start + S3Client.part - 1)")
            let answer: WebAnswer
            switch try await client.send(.get, client.place.key(of: digest), headers: [range]) {
            case .found(let found): answer = found
            // Of nothing there is no part.
            case .outOfRange where start == 0: return nil
            case .missing, .alreadyThere, .outOfRange:
                throw LedgerError.unknown("the blob store has no blob \(digest)")
            }
            guard !answer.isCut, let total = Self.total(answer, from: start) else {
                throw LedgerError.unavailable("the blob store does not hand out parts of what it has")
            }
            self.total = total
            start += answer.body.count
            return answer.body.isEmpty ? nil : Data(answer.body)
        }

        /// The object's size; nil where the answer is not the part that was asked for.
        private static func total(_ answer: WebAnswer, from start: Int) -> Int? {
            // A small object may come as a whole.
            if answer.status == 200 { return start == 0 ? answer.body.count : nil }
            guard let text = answer.headers["content-range"],
                let match = text.wholeMatch(of: #/bytes (\d+)-\d+/(\d+)/#), Int(match.1) == start
            else { return nil }
            return Int(match.2)
        }
    }
}

/// What a store calls the bytes of an object or part: their MD5, unless it encrypts with a key of its own.
struct S3Tag {
    let text: String

    /// Nil for an answer without one.
    init?(_ answer: WebAnswer) {
        guard let text = answer.headers["etag"] else { return nil }
        self.text = text
    }

    func isMD5(of body: [UInt8]) -> Bool {
        let digest = Insecure.MD5.hash(data: body).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        return text.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) == digest
    }
}
