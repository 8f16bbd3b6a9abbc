internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Style, script and signs, compiled into the program: a name outside this table is not there, whatever its path.
enum StaticFiles {
    private static let files: [String: (bytes: [UInt8], kind: String)] = [
        "desk.css": (PackageResources.desk_css, "text/css; charset=utf-8"),
        "oversight.css": (PackageResources.oversight_css, "text/css; charset=utf-8"),
        "desk.js": (PackageResources.desk_js, "text/javascript; charset=utf-8"),
        "dossier.css": (PackageResources.dossier_css, "text/css; charset=utf-8"),
        "dossier.js": (PackageResources.dossier_js, "text/javascript; charset=utf-8"),
        "reception.css": (PackageResources.reception_css, "text/css; charset=utf-8"),
        "reception.js": (PackageResources.reception_js, "text/javascript; charset=utf-8"),
        "icon.svg": (PackageResources.icon_svg, "image/svg+xml"),
    ]

    /// Twelve digits over all of them.
    static let version: String = {
        var hash = SHA256()
        for name in files.keys.sorted() { hash.update(data: Data(files[name]?.bytes ?? [])) }
        return String(Array(hash.finalize()).hexadecimal.prefix(12))
    }()

    /// - Throws: `HTTPError` for any other name.
    static func answer(_ name: String) throws -> Response {
        guard let file = files[name] else { throw HTTPError(.notFound) }
        var response = Response.made(file.bytes, file.kind)
        // Pages name them with their version, so a new program's are fetched at once.
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
