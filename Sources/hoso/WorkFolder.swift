import Foundation
import Ledger

/// A folder of this process for pages on their way to a reader. What processes that are gone have left is removed.
struct WorkFolder {
    let url: URL
    /// Held as long as the folder is used; by it other processes know that it is.
    private let lock: DataLock?

    /// - Parameters:
    ///   - isShared: Whether other processes may work in the same data folder; otherwise the ledger's lock keeps them
    ///     out, and it must be held.
    /// - Throws: `LedgerError` where a folder cannot be made.
    init(in dataFolder: URL, isShared: Bool) throws {
        guard isShared else {
            url = dataFolder.appending(path: "work")
            lock = nil
            try? FileManager.default.removeItem(at: url)
            return
        }
        let all = dataFolder.appending(path: "workers")
        Self.clear(all)
        url = all.appending(path: UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LedgerError.unavailable(
                "the folder \(url.path(percentEncoded: false)) cannot be made: choose another with --data")
        }
        lock = try DataLock(on: url)
    }

    private static func clear(_ all: URL) {
        let left = (try? FileManager.default.contentsOfDirectory(at: all, includingPropertiesForKeys: nil)) ?? []
        for folder in left where (try? DataLock(on: folder)) != nil {
            try? FileManager.default.removeItem(at: folder)
        }
    }
}
