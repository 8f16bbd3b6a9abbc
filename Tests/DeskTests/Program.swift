import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Synchronization
import Testing

@testable import Desk

extension DeskFixture {
    /// What a program of a role comes with.
    func token(of account: String, until end: Date? = nil) async throws -> ProgramKey {
        let key = ProgramKey.make()
        try await ledger.issueToken(
            key.digest, of: account, for: "a test", by: nil, now: clock.now,
            until: end ?? clock.now.addingTimeInterval(86_400))
        return key
    }

    /// Asks the desk as a program of a role does.
    func program(_ account: String, _ client: any TestClientProtocol) async throws -> Program {
        Program(client, token: try await token(of: account).text)
    }
}

/// A program that uses the API, and holds every answer that it gets against the description.
struct Program {
    let client: any TestClientProtocol
    /// Nil for none.
    var token: String?
    /// The routes that gave what was asked for, by name.
    let answered = Answered()

    final class Answered: Sendable {
        private let names = Mutex<Set<String>>([])
        var all: Set<String> { names.withLock { $0 } }
        func add(_ name: String) { names.withLock { _ = $0.insert(name) } }
    }

    init(_ client: any TestClientProtocol, token: String?) {
        self.client = client
        self.token = token
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers)
    }

    func post(_ path: String, _ json: String? = nil, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await send(.post, path, headers, json.map { ByteBuffer(string: $0) })
    }

    /// - Parameter path: Behind the root of the API, or whole.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: ByteBuffer? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        let whole = path.hasPrefix("/api") ? path : APIRoute.root + path
        let response = try await client.execute(uri: whole, method: method, headers: headers, body: body)
        check(response, to: method, String(whole.split(separator: "?")[0]))
        return response
    }

    /// Whether an answer is one that the description has for its route.
    private func check(_ response: TestResponse, to method: HTTPRequest.Method, _ path: String) {
        guard let route = APIRoute.all.first(where: { $0.method == method && $0.matches(path) }) else {
            #expect(response.status == .notFound, "\(method) \(path)")
            return
        }
        let status = response.status.code
        if let answer = route.answers.first(where: { $0.status == status }) {
            answered.add(route.name)
            switch answer.content {
            case .json(let schema): #expect(schema.faults(in: response.json) == [], "\(route.title)")
            case .events(let schema):
                for line in response.text.split(separator: "\n") where line.hasPrefix("data: ") {
                    let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.dropFirst(6).utf8))
                    #expect(schema.faults(in: value ?? .null) == [], "\(route.title)")
                }
            case .bytes(let type): #expect(response.headers[.contentType] == type, "\(route.title)")
            case .none: #expect(response.body.readableBytes == 0, "\(route.title)")
            }
            return
        }
        #expect(route.allProblems.contains { $0.status == status }, "\(route.title) answered \(status)")
        #expect(response.headers[.contentType] == "application/problem+json", "\(route.title)")
        #expect(ProblemObject.schema.faults(in: response.json) == [], "\(route.title)")
    }
}

extension APIRoute {
    fileprivate func matches(_ path: String) -> Bool {
        let (wanted, given) = (self.path.split(separator: "/"), path.split(separator: "/"))
        return wanted.count == given.count && zip(wanted, given).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    var json: JSONValue { (try? JSONDecoder().decode(JSONValue.self, from: Data(body.readableBytesView))) ?? .null }
}

extension JSONValue {
    subscript(_ name: String) -> JSONValue? { if case .object(let members) = self { members[name] } else { nil } }
    subscript(_ index: Int) -> JSONValue? {
        if case .list(let values) = self, values.indices.contains(index) { values[index] } else { nil }
    }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var rows: [JSONValue] { if case .list(let rows)? = self["rows"] { rows } else { [] } }
}
