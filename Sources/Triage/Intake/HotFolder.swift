package import Foundation

/// A folder that a scanner fills: each look hands out what came to rest since the last one.
///
/// It remembers only what this process has handed out; that a file was triaged before stands in the ledger.
package struct HotFolder: Sendable {
    private let path: String
    private var handedOut: [InputFile: FileStamp] = [:]
    private var complaints: Set<RefusedInput> = []

    package init(path: String) {
        self.path = path
    }

    /// Files that are new or have changed since they were handed out, and are whole, in order; and complaints not made before.
    ///
    /// - Parameter limit: Files handed out at once; the others wait for the next look, so that a person who stops the
    ///   watch in the middle of a thousand files is not kept waiting for the last.
    package mutating func look(at now: Date, limit: Int) -> InputListing {
        let listing = InputListing(of: [path])
        var found = InputListing(of: [])
        found.refused = listing.refused.filter { complaints.insert($0).inserted }
        // What went away and comes back is complained of again.
        complaints.formIntersection(listing.refused)
        let present = Set(listing.files)
        handedOut = handedOut.filter { present.contains($0.key) }
        for file in listing.files where found.files.count < limit {
            guard let stamp = FileStamp(of: file.path), stamp.isResting(at: now), handedOut[file] != stamp else {
                continue
            }
            handedOut[file] = stamp
            found.files.append(file)
        }
        return found
    }
}
