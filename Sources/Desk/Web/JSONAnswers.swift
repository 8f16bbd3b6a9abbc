internal import Foundation
internal import Hummingbird

extension Response {
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return made(Array(try encoder.encode(value)), "application/json; charset=utf-8", status)
    }
}
