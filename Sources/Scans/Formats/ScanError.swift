/// Why a file gives no pages, in words for a person.
package enum ScanError: Error, Hashable, Sendable {
    case encrypted
    case damaged(String)
    case noPages
    case tooManyPages(Int, limit: Int)
    case toolMissing(String, package: String)
    case tookTooLong(tool: String, seconds: Int)

    package var reason: String {
        switch self {
        case .encrypted: "the PDF is locked with a password; save it without one and scan it in again"
        case .damaged(let what): "the file is damaged: \(what)"
        case .noPages: "the file has no pages"
        case .tooManyPages(let count, let limit): "the file has \(count) pages, more than the limit of \(limit)"
        case .toolMissing(let tool, let package): "\(tool) is missing; apt-get install \(package)"
        case .tookTooLong(let tool, let seconds): "\(tool) took longer than \(seconds) s on this file"
        }
    }
}
