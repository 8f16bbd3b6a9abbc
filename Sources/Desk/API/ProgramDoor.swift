internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Logging
internal import NIOCore

/// How programs come in: by a token in a header field. No cookie opens this door, so no page of another site can come in
/// by somebody's browser, and no form needs a token.
enum ProgramDoor {
    static func leads(to path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    static func hasToken(_ request: Request) -> Bool { request.headers[.authorization] != nil }
}

/// What a program sent, after it was held against the description.
struct SentValue: Sendable {
    /// Bytes of it; no request of the API needs more.
    static let limit = 65_536

    fileprivate var bytes: Data

    /// - Throws: `Problem`.
    fileprivate init(of request: Request, _ schema: Schema) async throws {
        guard (request.headers[.contentType] ?? "").lowercased().hasPrefix("application/json") else {
            throw Problem(.wrongType, "application/json")
        }
        var request = request
        do {
            bytes = Data(try await request.collectBody(upTo: Self.limit).readableBytesView)
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            throw Problem(.badRequest, "the body breaks off")
        }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: bytes) else {
            throw Problem(.badRequest, "the body is no JSON")
        }
        let faults = schema.faults(in: value)
        guard faults.isEmpty else { throw Problem(.badRequest, errors: faults) }
    }
}

extension DeskContext {
    /// What the program sent, as the description of the route has it.
    ///
    /// - Throws: `Problem` where the two differ, which is an error in the program.
    func sent<Value: Decodable>(_ kind: Value.Type = Value.self) throws -> Value {
        guard let sent else { throw Problem(.failed, id) }
        return try JSONDecoder().decode(kind, from: sent.bytes)
    }

    /// Whoever the program comes for.
    func known() throws -> Account {
        guard let account else { throw Problem(.unauthorized) }
        return account
    }
}

extension Desk {
    /// Whom a program comes for; nobody where its token opens nothing.
    ///
    /// - Throws: `Problem` where it has asked too often.
    func recognizeProgram(_ request: Request, _ context: inout DeskContext) async throws {
        guard let field = request.headers[.authorization], let key = ProgramKey(authorization: field) else { return }
        let now = clock()
        let digest = key.digest
        guard let found = try await ledger.account(byToken: digest, now: now) else { return }
        if let wait = programBrake.wait(
            digest, rate: settings.programRate, most: settings.programsMost, now: now)
        {
            throw Problem(.tooMany, retryAfter: wait)
        }
        context.program = (account: try await present(found.account), until: found.until)
    }

    /// Lets through who may and what is as described.
    func answer(_ request: Request, _ context: DeskContext, by route: APIRoute) async throws -> Response {
        // A path that is written otherwise leads here too, but past the door.
        guard context.isForPrograms else { throw HTTPError(.notFound) }
        guard route.access.admits(context.account) else {
            throw Problem(context.account == nil ? .unauthorized : .forbidden)
        }
        try route.check(request.uri.queryParameters)
        var context = context
        if case .json(let schema) = route.body { context.sent = try await SentValue(of: request, schema) }
        return try await route.handler(self, request, context)
    }

    /// A problem as the program is told of it.
    func problem(_ error: any Error, _ request: Request, _ context: DeskContext) -> Response {
        let problem = Problem(error, number: context.id)
        if problem.kind == .failed {
            // The kind of error, never its text, which may quote what was asked for.
            context.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
        }
        return (try? problem.response(hadToken: ProgramDoor.hasToken(request)))
            ?? .text(problem.kind.title, HTTPResponse.Status(code: problem.kind.status))
    }
}
