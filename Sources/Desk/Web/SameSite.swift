internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Whether a request that changes something comes from the desk's own pages, by what the browser says about it.
enum SameSite {
    /// Programs send neither header; they are told from browsers by that, and have no cookies to be abused.
    static func admits(_ request: Request) -> Bool {
        if let site = field("Sec-Fetch-Site", of: request), site != "same-origin", site != "none" { return false }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let url = URL(string: origin), let name = url.host() else {
            return false
        }
        let port = url.port.map { ":\($0)" } ?? ""
        return host.lowercased() == (name + port).lowercased()
    }

    private static func field(_ name: String, of request: Request) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }
}
