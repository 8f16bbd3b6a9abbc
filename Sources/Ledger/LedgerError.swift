/// Why the ledger does not do what it is asked. The texts carry identifiers, kinds and places only.
package enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process holds it, or the disk is full: the same call may succeed later.
    case busy(String)
    /// There is no ledger, or it may not be opened.
    case unavailable(String)
    /// The file to be kept cannot be read to its end; the ledger itself is well.
    case unreadableSource(String)
    /// A newer version has written it, or an older one that must be brought up to date first.
    case otherVersion(String)
    /// What is stored is not what this version could have stored.
    case damaged(String)
    /// The schema refuses the values.
    case refused(String)
    /// The claim's lease was lost: another worker has the page, or its result is in.
    case staleClaim(String)
    /// No such row.
    case unknown(String)
    /// The state of things does not allow it.
    case illegalMove(String)

    package var description: String {
        switch self {
        case .busy(let text), .unavailable(let text), .unreadableSource(let text), .otherVersion(let text),
            .refused(let text), .staleClaim(let text), .unknown(let text), .illegalMove(let text):
            text
        case .damaged(let text):
            "\(text): the ledger is damaged; keep a copy of its folder and restore the last backup"
        }
    }
}
