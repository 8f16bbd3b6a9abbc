internal import Foundation
internal import Hummingbird
internal import Ledger

/// What every request passes: who it is, in which language, what went wrong, what the browser is to refuse.
struct DeskFront: MiddlewareProtocol {
    let desk: Desk

    static let cookie = "hoso_session"

    func handle(
        _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.client = ClientAddress(
            peer: context.peer, headers: request.headers, trusted: desk.settings.trustedProxies)
        context.language = request.cookies[Language.cookie].flatMap { Language(rawValue: $0.value) } ?? .vietnamese
        context.isForPrograms = ProgramDoor.leads(to: request.uri.path)
        var response: Response
        do {
            if context.isForPrograms {
                try await desk.recognizeProgram(request, &context)
            } else {
                try await recognize(request, &context)
            }
            response = try await next(request, context)
        } catch {
            response =
                context.isForPrograms
                ? desk.problem(error, request, context) : desk.failure(error, request, context)
        }
        SecurityHeaders.add(to: &response.headers, isSecure: desk.settings.isSecure)
        let taken = start.duration(to: .now)
        desk.metrics.count(
            context.endpointPath ?? "none", status: response.status.code,
            seconds: Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
        return response
    }

    private func recognize(_ request: Request, _ context: inout DeskContext) async throws {
        guard !request.uri.path.hasPrefix("/static/"),
            let key = request.cookies[Self.cookie].flatMap({ SessionKey(presented: $0.value) })
        else { return }
        context.key = key
        context.session = try await desk.ledger.session(
            key.digest, idle: desk.settings.idleSeconds, now: desk.clock())
        if let account = context.session?.account { context.session?.account = try await desk.present(account) }
    }
}
