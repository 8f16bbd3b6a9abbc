import ArgumentParser
import Foundation
import Ledger

/// Where scans are kept, as an option says it.
enum BlobPlace {
    case folder(URL)
    case bucket(S3Place)

    /// - Parameter option: By whose name it was given.
    /// - Throws: `ValidationError` for an address of another kind of store.
    init(_ address: String, _ option: String) throws {
        let scheme = "file:"
        if address.hasPrefix(scheme), address.count > scheme.count {
            let path = address.dropFirst(scheme.count)
            self = .folder(
                URL(filePath: String(path.hasPrefix("///") ? path.dropFirst(2) : path), directoryHint: .isDirectory))
            return
        }
        guard address.hasPrefix(S3Place.scheme) else {
            throw ValidationError("\(option) should be file:DIR or s3://BUCKET/PREFIX")
        }
        do {
            self = .bucket(try S3Place(address, environment: ProcessInfo.processInfo.environment))
        } catch {
            throw ValidationError("\(option) \(address): \(error)")
        }
    }

    /// Opens the place as one that stands behind another: a folder is not made, and nothing is asked before it is needed.
    func openBehind(copies: URL) throws -> any BlobStore {
        switch self {
        case .folder(let folder): FolderBlobStore(standing: folder)
        case .bucket(let place): try S3BlobStore(place, copies: copies)
        }
    }

    /// - Parameter copies: A folder for what a bucket's scans are copied into while they are in work.
    /// - Throws: `LedgerError` where the store cannot be had.
    func open(copies: URL) async throws -> any BlobStore {
        switch self {
        case .folder(let folder): return try FolderBlobStore(in: folder)
        case .bucket(let place):
            let store = try S3BlobStore(place, copies: copies)
            try await store.check()
            return store
        }
    }
}
