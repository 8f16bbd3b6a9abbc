import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// As much of a browser as a test without one needs: it keeps cookies and sends forms.
struct Browser {
    let client: any TestClientProtocol
    var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    mutating func get(_ path: String) async throws -> TestResponse {
        try await send(.get, path)
    }

    /// - Parameter token: Nil for the token that the session's pages carry; "" for none.
    mutating func post(
        _ path: String, _ fields: [String: String] = [:], token: String? = nil, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var fields = fields
        let known = if let token { token } else { try await formToken() }
        if !known.isEmpty { fields["token"] = known }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }.joined(separator: "&")
        return try await send(.post, path, headers, body)
    }

    /// Sends files as browsers do.
    ///
    /// - Parameter token: Nil for the session's; "" for none.
    mutating func upload(
        _ files: [(name: String, bytes: [UInt8])], token: String? = nil, path: String = "/scans"
    ) async throws -> TestResponse {
        let known = if let token { token } else { try await formToken() }
        var body = ByteBuffer()
        let line = "------boundary-of-a-test"
        if !known.isEmpty {
            body.writeString("\(line)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(known)\r\n")
        }
        for file in files {
            let name = file.name.replacing("\"", with: "%22")
            body.writeString("\(line)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n")
            body.writeString("Content-Type: application/octet-stream\r\n\r\n")
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("\(line)--\r\n")
        let headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=----boundary-of-a-test",
            .cookie: cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
        ]
        return try await client.execute(uri: path, method: .post, headers: headers, body: body)
    }

    mutating func logIn(_ name: String, password: String = DeskFixture.password) async throws -> TestResponse {
        try await post("/login", ["name": name, "password": password], token: "")
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: String? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        return response
    }

    /// The token on the session's first page; empty for nobody's.
    mutating func formToken() async throws -> String {
        let html = String(buffer: try await get("/").body)
        guard let start = html.range(of: "name=\"token\" value=\"") else { return "" }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
