import Foundation

/// Whether a file has come to rest: a scanner or a copy over the network may still be writing it.
struct FileStamp: Hashable, Sendable {
    var size: Int
    /// Seconds since 1970.
    var modified: Double

    /// Nil where the file is gone.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int(status.st_size)
        modified = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }

    /// A file untouched for this many seconds is whole.
    static let restingTime = 2.0

    func isResting(at now: Date) -> Bool {
        let age = now.timeIntervalSince1970 - modified
        // A time in the future comes from another clock and says nothing.
        return age >= Self.restingTime || age < -Self.restingTime
    }
}
