internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file written under a passing name and given its own when all of it is on the disk; else it goes away.
struct AsideFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private(set) var bytes = 0

    /// - Throws: `LedgerError.unavailable`.
    init(at url: URL) throws {
        path = url.path(percentEncoded: false)
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.cannotWrite(errno) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// - Throws: `LedgerError.busy` for a full disk, `.unavailable` for anything else.
    mutating func append(_ data: Data) throws {
        try data.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw Self.cannotWrite(errno)
                }
                rest = rest.dropFirst(count)
            }
        }
        bytes += data.count
    }

    /// Forces the bytes to the disk and gives them their name, which is never taken from another file.
    ///
    /// A second name and not a renaming: it fails where the name is taken, in one step.
    /// - Returns: Whether the name was free.
    func settle(as target: URL) throws -> Bool {
        guard fsync(descriptor) == 0 else { throw Self.cannotWrite(errno) }
        let folder = target.deletingLastPathComponent().path(percentEncoded: false)
        let parent = target.deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
        if mkdir(folder, 0o700) == 0 {
            try Self.forceNames(in: parent)
        } else if errno != EEXIST {
            throw Self.cannotWrite(errno)
        }
        let isNew = link(path, target.path(percentEncoded: false)) == 0
        guard isNew || errno == EEXIST else { throw Self.cannotWrite(errno) }
        // Also for a name that was taken: who took it may have been killed before this line.
        try Self.forceNames(in: folder)
        return isNew
    }

    /// A new name is on the disk only when its folder is.
    private static func forceNames(in folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw cannotWrite(errno) }
    }

    private static func cannotWrite(_ code: Int32) -> LedgerError {
        let why = String(cString: strerror(code))
        return code == ENOSPC || code == EDQUOT
            ? .busy("the disk that holds the blob store is full: make room")
            : .unavailable("the blob store cannot be written (\(why)): check its folder's rights and file system")
    }
}
