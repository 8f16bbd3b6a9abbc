internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Logging

extension Desk {
    /// Logging in by the office's single sign-on: OpenID Connect's code flow with PKCE.
    var signOnRoutes: [DeskRoute] {
        [
            .get("/sign-on", .everyone) { request, context in
                let provider = try requireProvider()
                let next = request.uri.queryParameters["next"].map(String.init)
                guard signOnBrake.admits(context.client.brakeName, now: clock()) else {
                    return try logInPage(
                        request, context, problem: "log_in_often", next: next, status: .tooManyRequests)
                }
                let attempt = SignOnAttempt.make(next: next)
                do {
                    let entrance = try await provider.entrance(for: attempt, in: context.language)
                    var response = Response.redirect(to: entrance)
                    response.setCookie(signOnCookie(attempt.text, seconds: SignOnAttempt.seconds))
                    return response
                } catch let fault as SignOnFault {
                    return try failed(fault, request, context, next: attempt.next)
                }
            },
            .get(SignOnSettings.callbackPath, .everyone, signOn),
        ]
    }

    private func requireProvider() throws -> IdentityProvider {
        guard let provider else { throw HTTPError(.notFound) }
        return provider
    }

    /// A browser comes back from the provider.
    private func signOn(_ request: Request, _ context: DeskContext) async throws -> Response {
        let provider = try requireProvider()
        let answer = request.uri.queryParameters
        guard brake.admits(context.client.brakeName, now: clock()) else {
            return try logInPage(request, context, problem: "log_in_often", next: nil, status: .tooManyRequests)
        }
        guard let attempt = request.cookies[SignOnAttempt.cookie].flatMap({ SignOnAttempt(presented: $0.value) }),
            let state = answer["state"], Secret.isSame(String(state), attempt.state),
            answer["iss"].map({ String($0) == settings.signOn?.issuer.absoluteString }) ?? true
        else {
            // Another's answer under this browser's nose would log it in as somebody else.
            return try over(
                logInPage(request, context, problem: "sign_on_stale", next: nil, status: .badRequest))
        }
        guard let code = answer["code"].map(String.init), !code.isEmpty, answer["error"] == nil else {
            return try over(
                logInPage(request, context, problem: "sign_on_refused", next: attempt.next, status: .unauthorized))
        }
        do {
            let token = try await provider.token(for: code, of: attempt)
            return try over(await admit(token, attempt, request, context))
        } catch let fault as SignOnFault {
            return try over(failed(fault, request, context, next: attempt.next))
        }
    }

    private func admit(
        _ token: IdentityToken, _ attempt: SignOnAttempt, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let person = token.person(by: settings.signOn?.claim ?? SignOnSettings.usualClaim)
        guard let account = try await ledger.account(of: person, now: clock()) else {
            // To the person alone, so that they can say for whom an account is wanted.
            return try logInPage(
                request, context, problem: "sign_on_unknown", stranger: person.identity, next: attempt.next,
                status: .forbidden)
        }
        let cookie = try await openSession(of: account.name, context)
        // Not by redirection: browsers would not send the session's cookie along, because the way began elsewhere.
        var response = try page(
            "signed-on", title: "log_in", SignedOnContent(next: attempt.next), request, context)
        response.setCookie(cookie)
        return response
    }

    private struct SignedOnContent: Sendable {
        var next: String
    }

    private func failed(
        _ fault: SignOnFault, _ request: Request, _ context: DeskContext, next: String
    ) throws -> Response {
        context.logger.warning("nobody was let in by the single sign-on: \(fault)")
        switch fault {
        case .away, .refused, .unsound:
            return try logInPage(
                request, context, problem: "sign_on_away", next: next, status: .serviceUnavailable)
        case .spent:
            return try logInPage(request, context, problem: "sign_on_stale", next: next, status: .badRequest)
        case .untrue:
            return try logInPage(request, context, problem: "sign_on_untrue", next: next, status: .unauthorized)
        }
    }

    /// An attempt is used up by whatever came of it.
    private func over(_ response: Response) -> Response {
        var response = response
        response.setCookie(signOnCookie("", seconds: 0))
        return response
    }

    /// Lax: the way back begins at the provider.
    private func signOnCookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: SignOnAttempt.cookie, value: value, maxAge: seconds, path: "/sign-on", secure: settings.isSecure,
            httpOnly: true, sameSite: .lax)
    }
}
