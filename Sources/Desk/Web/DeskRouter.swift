internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger

extension Desk {
    /// Everything the desk answers to.
    var routes: [DeskRoute] {
        serviceRoutes + peopleRoutes + signOnRoutes + accountRoutes + tokenRoutes + queueRoutes + dossierRoutes
            + pictureRoutes + reviewRoutes + receptionRoutes + scanRoutes + receiptRoutes + oversightRoutes
    }

    /// Method and path of each, as `GET /accounts`.
    package var routeNames: [String] {
        routes.map { "\($0.method.rawValue) \($0.path)" } + APIRoute.all.map(\.title)
    }

    func router() -> Router<DeskContext> {
        let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: DeskFront(desk: self))
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(request, context, by: route)
            }
        }
        for route in APIRoute.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(request, context, by: route)
            }
        }
        return router
    }

    /// Lets through who may, and what came from a page of the session.
    private func answer(_ request: Request, _ context: DeskContext, by route: DeskRoute) async throws -> Response {
        guard route.access.admits(context.account) else {
            guard context.account == nil, route.method == .get else {
                throw HTTPError(context.account == nil ? .unauthorized : .forbidden)
            }
            let next = LocalPath.checked(request.uri.string).flatMap {
                $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
            }
            return .redirect(to: "/login" + (next.map { $0 == "%2F" ? "" : "?next=\($0)" } ?? ""))
        }
        guard route.method == .post else { return try await route.handler(request, context) }
        guard SameSite.admits(request) else { throw StalePage() }
        var request = request
        var context = context
        if Self.token(of: request) == nil, !route.isUpload { context.form = try await FormFields(of: &request) }
        if route.needsToken {
            guard let key = context.key, let token = Self.token(of: request) ?? context.form?["token"],
                key.accepts(token)
            else {
                guard route.isUpload, Self.token(of: request) == nil, context.key != nil else { throw StalePage() }
                return try await route.handler(request, context)
            }
            context.isTokenKnown = true
        }
        return try await route.handler(request, context)
    }

    /// As scripts send it; forms have it among their fields.
    private static func token(of request: Request) -> String? {
        HTTPField.Name("X-Form-Token").flatMap { request.headers[$0] }
    }
}
