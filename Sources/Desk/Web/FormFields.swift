internal import Foundation
internal import Hummingbird
internal import NIOCore

/// The fields of a form that a browser sends (`application/x-www-form-urlencoded`), the first of each name.
struct FormFields: Sendable {
    private var values: [String: String] = [:]

    /// Bytes of a form; no form of the desk needs more.
    static let limit = 65_536

    init(_ text: String) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), values[name] == nil else { continue }
            values[name] = parts.count > 1 ? Self.decoded(parts[1]) : ""
        }
    }

    /// - Throws: `HTTPError` where the body is no form or too long.
    init(of request: inout Request) async throws {
        let kind = request.headers[.contentType] ?? ""
        guard kind.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let body = try await request.collectBody(upTo: Self.limit)
        self.init(String(buffer: body))
    }

    /// Trimmed of spaces; nil where it is missing or empty.
    subscript(_ name: String) -> String? {
        guard let value = values[name]?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else {
            return nil
        }
        return value
    }

    /// As it was sent, for passwords.
    func exactly(_ name: String) -> String? { values[name] }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
