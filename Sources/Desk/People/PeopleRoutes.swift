internal import Foundation
internal import Hummingbird
internal import Ledger

extension Desk {
    /// Logging in and out, the language, the first page.
    var peopleRoutes: [DeskRoute] {
        [
            .get("/login", .everyone) { request, context in
                guard context.account == nil else { return .redirect(to: "/") }
                return try logInPage(request, context, next: request.uri.queryParameters["next"].map(String.init))
            },
            .post("/login", .everyone, needsToken: false, logIn),
            .post("/logout", .people) { _, context in
                if let key = context.key { try await ledger.endSession(key.digest, now: clock()) }
                var response = Response.redirect(to: "/login")
                response.setCookie(sessionCookie("", seconds: 0))
                return response
            },
            .post("/language", .everyone, needsToken: false) { _, context in
                var response = Response.redirect(to: LocalPath.checked(context.form?["back"]) ?? "/")
                if let language = context.form?["language"].flatMap(Language.init(rawValue:)) {
                    response.setCookie(
                        Cookie(
                            name: Language.cookie, value: language.rawValue, maxAge: 31_536_000, path: "/",
                            secure: settings.isSecure, httpOnly: true, sameSite: .lax))
                }
                return response
            },
            .get("/", .people) { request, context in
                if Access.overseers.admits(context.account) { return try await todayPage(request, context) }
                return try page("home", title: "home", HomeContent(), request, context)
            },
        ]
    }

    private struct HomeContent: Sendable {}

    private struct LogInContent: Sendable {
        var problem: String?
        /// What the single sign-on calls somebody who has no account.
        var stranger: String?
        var name: String
        var next: String
        /// Where the single sign-on begins; nil where there is none.
        var signOn: String?
    }

    /// - Parameter stranger: What somebody is called whom the single sign-on vouches for, and who has no account.
    func logInPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil, stranger: String? = nil, next: String?,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let next = LocalPath.checked(next) ?? "/"
        let query =
            next == "/" ? "" : "?next=" + (next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        let content = LogInContent(
            problem: problem.map { Texts.text($0, in: context.language) }, stranger: stranger,
            name: context.form?["name"] ?? "", next: next,
            signOn: provider == nil ? nil : "/sign-on" + query)
        return try page(
            "login", title: "log_in", content, request, context, status: status, here: "/login" + query)
    }

    private func logIn(_ request: Request, _ context: DeskContext) async throws -> Response {
        let next = context.form?["next"]
        let now = clock()
        guard let name = context.form?["name"], let password = context.form?.exactly("password"), !password.isEmpty
        else {
            return try logInPage(
                request, context, problem: "log_in_missing", next: next, status: .unprocessableContent)
        }
        guard brake.admits(context.client.brakeName, now: now) else {
            return try logInPage(request, context, problem: "log_in_often", next: next, status: .tooManyRequests)
        }
        let known = try await ledger.credentials(of: name)
        // A locked account is not checked, but answers as late and in the same words as any wrong password.
        let isLocked = known?.account.lockedUntil.map { $0 > now } ?? false
        let hash = isLocked ? nil : known.map { PasswordHash(stored: $0.password) }
        guard await passwords.matches(password, hash), let known else {
            if known != nil, !isLocked {
                try await ledger.countFailure(of: name, now: now, lock: LogInBrake.lock)
            }
            return try logInPage(request, context, problem: "log_in_wrong", next: next, status: .unauthorized)
        }
        let cookie = try await openSession(of: known.account.name, context)
        var response = Response.redirect(to: LocalPath.checked(next) ?? "/")
        response.setCookie(cookie)
        return response
    }

    /// For somebody who has shown who they are. Whatever the browser held before is worth nothing from here on.
    func openSession(of account: String, _ context: DeskContext) async throws -> Cookie {
        let key = SessionKey.make()
        let now = clock()
        try await ledger.startSession(
            key.digest, of: account, replacing: context.key?.digest, now: now,
            until: now.addingTimeInterval(settings.sessionSeconds))
        return sessionCookie(key.text, seconds: Int(settings.sessionSeconds))
    }

    private func sessionCookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: DeskFront.cookie, value: value, maxAge: seconds, path: "/", secure: settings.isSecure,
            httpOnly: true, sameSite: .strict)
    }
}
