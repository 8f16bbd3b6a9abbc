internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
    static func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        made(Array(text.utf8), "text/plain; charset=utf-8", status)
    }

    static func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        made(Array(text.utf8), "text/html; charset=utf-8", status)
    }

    static func made(_ bytes: [UInt8], _ kind: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: kind], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// A path of this desk to go to next.
enum LocalPath {
    /// The path where it is one of this desk; nil for an address that leads elsewhere, however it is dressed up.
    static func checked(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 500,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return text
    }
}
