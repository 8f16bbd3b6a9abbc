internal import Foundation
internal import WebClient

/// A large blob sent part by part; it is there when all of them are.
struct MultipartUpload {
    let client: S3Client
    let digest: String

    private var key: String { client.place.key(of: digest) }

    /// - Returns: Whether it was not there before, and whether the store has said of each part that it arrived as it was
    ///   sent.
    /// - Throws: `LedgerError`; then the parts sent so far are given up.
    func send(_ file: URL) async throws -> (isNew: Bool, isConfirmed: Bool) {
        let begun = try await client.send(
            .post, key, query: [("uploads", "")],
            headers: [("Content-Type", "application/octet-stream")] + client.place.classHeaders)
        guard case .found(let answer) = begun, let upload = S3Text.first("UploadId", in: answer.body) else {
            throw LedgerError.unavailable("the blob store takes no large objects")
        }
        do {
            let (tags, isConfirmed) = try await sendParts(of: file, to: upload)
            return (try await finish(upload, parts: tags), isConfirmed)
        } catch {
            _ = try? await client.send(.delete, key, query: [("uploadId", upload)])
            throw error
        }
    }

    private func sendParts(of file: URL, to upload: String) async throws -> (tags: [S3Tag], isConfirmed: Bool) {
        let handle = try S3BlobStore.reading { try FileHandle(forReadingFrom: file) }
        defer { try? handle.close() }
        var tags: [S3Tag] = []
        var isConfirmed = true
        while let part = try S3BlobStore.reading({ try handle.read(upToCount: S3Client.part) }), !part.isEmpty {
            let body = Array(part)
            let query = [(name: "partNumber", value: String(tags.count + 1)), ("uploadId", upload)]
            let sent = try await client.send(
                .put, key, query: query, headers: [("Content-Type", "application/octet-stream")], body: body)
            guard case .found(let answer) = sent, let tag = S3Tag(answer) else {
                throw LedgerError.unavailable("the blob store does not take parts of large objects")
            }
            tags.append(tag)
            isConfirmed = isConfirmed && tag.isMD5(of: body)
        }
        return (tags, isConfirmed)
    }

    private func finish(_ upload: String, parts: [S3Tag]) async throws -> Bool {
        let list = parts.enumerated().map { index, tag in
            "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(tag.text.replacing("\"", with: "&quot;"))</ETag></Part>"
        }
        let body = Array("<CompleteMultipartUpload>\(list.joined())</CompleteMultipartUpload>".utf8)
        let headers = [(name: "Content-Type", value: "application/xml"), ("If-None-Match", "*")]
        switch try await client.send(.post, key, query: [("uploadId", upload)], headers: headers, body: body) {
        case .found: return true
        case .alreadyThere:
            _ = try await client.send(.delete, key, query: [("uploadId", upload)])
            return false
        // A completion whose answer was lost is told that there is no such upload any more.
        case .missing, .outOfRange: return false
        }
    }
}
