package import Foundation

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A folder kept for one process that works on it.
///
/// Beside it others may write for a moment (an account, an officer's move): SQLite lets one transaction after the other
/// at the file, whoever begins it. What they may not do beside it is work that reckons with nobody else: give leases
/// back, clear away files that were left, change the schema. Such guests share a second lock, which is only held alone by
/// who can bear no guest.
///
/// The kernel's lock on an open file: it dies with the process however that ends, and children that are
/// started do not inherit it.
package final class DataLock: Sendable {
    private let descriptor: Int32

    /// The file that is locked; it stays when the lock is gone, and tells the last holder's process number.
    package static let fileName = "hoso.lock"

    package enum Kind: Sendable {
        /// For whoever works on the folder.
        case alone
        /// Held by many at once.
        case guest
        /// While nobody else may write at all.
        case withoutGuests

        fileprivate var fileName: String { self == .alone ? DataLock.fileName : "hoso.guests.lock" }
        fileprivate var operation: Int32 { self == .guest ? LOCK_SH : LOCK_EX }
    }

    /// - Throws: `LedgerError.busy` with the holder's process number where the folder is taken.
    package init(on folder: URL, _ kind: Kind = .alone) throws {
        let path = folder.appending(path: kind.fileName).path(percentEncoded: false)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerError.unavailable("\(path) cannot be opened: check that the folder may be written to")
        }
        guard flock(descriptor, kind.operation | LOCK_NB) == 0 else {
            let holder = Self.holder(in: descriptor)
            close(descriptor)
            throw LedgerError.busy(
                """
                \(folder.path(percentEncoded: false)) is being written to by \
                \(holder.map { "process \($0)" } ?? "another process"): wait until it ends, or use another --data
                """)
        }
        let line = Array("\(getpid())\n".utf8)
        // Only information for people: a lock whose file does not name its holder holds just as well.
        if kind != .guest, ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, line, line.count, 0) }
        self.descriptor = descriptor
    }

    deinit {
        // A child that is being started has the descriptor too until it becomes another program; closing alone would
        // leave the folder locked that long.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func holder(in descriptor: Int32) -> Int32? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
