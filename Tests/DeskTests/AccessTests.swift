import Desk
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

/// Every route by every role and by nobody.
@Suite struct AccessTests {
    private static let everybody: Set<String> = ["nobody", "reception", "unit", "supervisor", "administrator"]
    private static let people = everybody.subtracting(["nobody"])
    private static let overseers: Set<String> = ["supervisor", "administrator"]

    /// Who may, by method and path; a test holds that no route is missing here.
    static let admitted: [String: Set<String>] = [
        "GET /healthz": everybody, "GET /readyz": everybody, "GET /metrics": everybody,
        "GET /static/:name": everybody, "GET /login": everybody, "POST /login": everybody,
        "GET /sign-on": everybody, "GET /sign-on/callback": everybody,
        "POST /language": everybody, "POST /logout": people, "GET /": people,
        "GET /accounts": ["administrator"], "POST /accounts": ["administrator"],
        "POST /accounts/:name/close": ["administrator"], "GET /tokens": ["administrator"],
        "POST /tokens": ["administrator"], "POST /tokens/:token/revoke": ["administrator"],
        "GET /queue": ["unit"],
        "POST /queue/:item/:move": ["unit"], "GET /dossiers/:id": readers,
        "GET /dossiers/:id/outlook": deciders, "GET /procedures": readers,
        "POST /dossiers/:id/confirm": deciders, "POST /dossiers/:id/dismiss": deciders,
        "GET /dossiers/:id/pages/:page": readers, "GET /dossiers/:id/words/:page": readers, "GET /review": deciders,
        "GET /review/next": deciders, "GET /dossiers/:id/receipt": deciders, "GET /reception": deciders,
        "GET /reception/list": deciders, "POST /scans": deciders, "GET /scans/:scan": deciders,
        "GET /scans/:scan/pages/:page": deciders, "GET /scans/:scan/events": deciders,
        "POST /scans/:scan/divide": deciders, "POST /scans/:scan/turn/:page": deciders,
        "GET /late": overseers, "GET /reports": overseers,
        "GET /reports/:report": overseers, "GET /reports/:report/csv": overseers, "GET /confusions": overseers,
        "GET /confusions/dossiers": overseers, "GET /log": overseers, "POST /log/check": overseers,
        "GET /search": readers, "POST /search": readers, "GET /units": overseers,
        "GET /units/reorganize/:kind": ["administrator"],
        "POST /units/reorganize/:kind": ["administrator"], "POST /units/decisions": ["administrator"],
        "POST /units/decisions/:id/withdraw": ["administrator"], "GET /models": overseers,
        "GET /models/version": overseers, "GET /models/promote": overseers, "POST /models/promote": overseers,
        "GET /models/rollback": overseers, "POST /models/rollback": overseers, "POST /models/shadow": overseers,
        "GET /samples": ["supervisor"],
        "POST /samples": ["supervisor"], "GET /samples/:id": ["supervisor"], "POST /samples/:id": ["supervisor"],
    ]

    /// The same for programs, who come with a token of such an account.
    static let admittedPrograms: [String: Set<String>] = [
        "GET /api/v1/openapi.json": everybody, "GET /api/v1/problems/:kind": everybody,
        "GET /api/v1/account": people, "GET /api/v1/units": people, "GET /api/v1/procedures": readers,
        "GET /api/v1/reports/:report": overseers, "GET /api/v1/models": overseers, "GET /api/v1/events": overseers,
        "GET /api/v1/late": overseers, "GET /api/v1/review": deciders, "POST /api/v1/search": readers,
        "POST /api/v1/scans": deciders, "GET /api/v1/scans/:scan": deciders,
        "GET /api/v1/scans/:scan/events": deciders, "POST /api/v1/scans/:scan/divide": deciders,
        "GET /api/v1/scans/:scan/pages/:page/picture": deciders,
        "POST /api/v1/scans/:scan/pages/:page/turn": deciders, "GET /api/v1/dossiers/:id": readers,
        "GET /api/v1/dossiers/:id/history": readers,
        "GET /api/v1/dossiers/:id/prospect": deciders, "GET /api/v1/dossiers/:id/pages/:page/picture": readers,
        "GET /api/v1/dossiers/:id/pages/:page/words": readers, "GET /api/v1/dossiers/:id/receipt": deciders,
        "POST /api/v1/dossiers/:id/confirm": deciders, "POST /api/v1/dossiers/:id/dismiss": deciders,
        "GET /api/v1/queue": ["unit"], "GET /api/v1/queue/:item": ["unit"],
        "POST /api/v1/queue/:item/accept": ["unit"], "POST /api/v1/queue/:item/complete": ["unit"],
        "POST /api/v1/queue/:item/resume": ["unit"], "POST /api/v1/queue/:item/pause": ["unit"],
        "POST /api/v1/queue/:item/return": ["unit"], "POST /api/v1/queue/:item/hand-over": ["unit"],
    ]
    private static let readers: Set<String> = ["reception", "unit", "supervisor"]
    private static let deciders: Set<String> = ["reception", "supervisor"]

    @Test func table_namesEveryRoute() async throws {
        let fixture = try await DeskFixture()
        #expect(
            Set(fixture.desk.routeNames) == Set(Self.admitted.keys).union(Self.admittedPrograms.keys))
    }

    /// What a program may not do is refused before anything of it is looked at.
    @Test func programsRoute_isOpenToWhomTheTableSaysAndToNoTokenThatOpensNothing() async throws {
        let fixture = try await DeskFixture()
        try await fixture.ledger.addAccount(
            "closed", role: .supervisor, unit: nil, password: "x", by: nil, now: fixture.clock.now)
        let revoked = try await fixture.token(of: "supervisor")
        try await fixture.ledger.revokeToken(String(revoked.digest.prefix(12)), by: nil, now: fixture.clock.now)
        let over = try await fixture.token(of: "supervisor", until: fixture.clock.now.addingTimeInterval(1))
        let closed = try await fixture.token(of: "closed")
        try await fixture.ledger.closeAccount("closed", by: nil, now: fixture.clock.now)
        fixture.clock.turn(by: 1)
        try await fixture.visit { client in
            var cookie = Browser(client)
            _ = try await cookie.logIn("supervisor")
            let formToken = try await cookie.formToken()
            var programs: [String: Program] = ["nobody": Program(client, token: nil)]
            for key in [revoked, over, closed, .make()] {
                programs["nobody, \(programs.count)"] = Program(client, token: key.text)
            }
            for role in Self.people { programs[role] = try await fixture.program(role, client) }
            for (route, admitted) in Self.admittedPrograms {
                let parts = route.split(separator: " ").map(String.init)
                let method: HTTPRequest.Method = parts[0] == "GET" ? .get : .post
                let path = parts[1].replacing(#/:[a-z]+/#, with: "1")
                for (who, program) in programs {
                    let response = try await program.send(method, path)
                    let role = String(who.prefix { $0 != "," })
                    let isRefused = response.status == .forbidden || response.status == .unauthorized
                    #expect(isRefused != admitted.contains(role), "\(who): \(route) -> \(response.status)")
                    #expect(role != "nobody" || response.status != .forbidden)
                    #expect(isRefused == (response.headers[.wwwAuthenticate] != nil) || response.status == .forbidden)
                }
                // The cookie of a browser opens nothing here, with the token of its forms or without.
                let field = HTTPField.Name("X-Form-Token") ?? .accept
                let browsers = try await cookie.send(method, path, [field: formToken])
                #expect(
                    browsers.status == .unauthorized || admitted == Self.everybody, "\(route) -> \(browsers.status)")
            }
        }
    }

    @Test func route_isOpenToWhomTheTableSaysAndToNobodyElse() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            for who in Self.everybody {
                var browser = Browser(client)
                if who != "nobody" { _ = try await browser.logIn(who) }
                // Logging out comes last: each log-in costs a password's check.
                for (route, admitted) in Self.admitted.sorted(by: {
                    !$0.key.contains("logout") && $1.key.contains("logout")
                }) {
                    let parts = route.split(separator: " ").map(String.init)
                    let path = parts[1].replacing(":name", with: parts[1].hasPrefix("/static") ? "desk.css" : "x")
                        .replacing(":item", with: "x").replacing(":token", with: "x").replacing(":id", with: "x")
                        .replacing(":page", with: "1")
                        .replacing(":scan", with: "x")
                        .replacing(":move", with: "accept").replacing(":report", with: "sla")
                    let response =
                        parts[0] == "GET" ? try await browser.get(path) : try await browser.post(path)
                    let isRefused =
                        response.status == .forbidden
                        || (who == "nobody" && parts[0] == "POST" && response.status == .unauthorized
                            && route != "POST /login")
                        || response.headers[.location]?.hasPrefix("/login?next") == true
                        || (who == "nobody" && route == "GET /" && response.headers[.location] == "/login")
                    #expect(isRefused != admitted.contains(who), "\(who): \(route) -> \(response.status)")
                }
            }
        }
    }

    @Test func form_withoutTheSessionsTokenChangesNothing() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var other = Browser(client)
            _ = try await other.logIn("administrator")
            let foreign = try await other.formToken()
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            for token in ["", "x", foreign] where token != (try await browser.formToken()) {
                #expect(try await browser.post("/accounts/unit/close", token: token).status == .forbidden)
            }
            for header in ["https://elsewhere.example", "null"] {
                let response = try await browser.post("/accounts/unit/close", headers: [.origin: header])
                #expect(response.status == .forbidden)
            }
        }
        #expect(try await fixture.ledger.accounts().allSatisfy { $0.closedAt == nil })
    }

    @Test(arguments: ["/static/..%2f..%2fPackage.swift", "/static/../desk.css", "/static/%2e%2e/x", "/nowhere"])
    func path_thatIsNotInTheTableIsNotThere(path: String) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            let response = try await browser.get(path)
            #expect(response.status == .notFound)
            #expect(response.headers.contains { $0.name.canonicalName == "content-security-policy" })
        }
    }
}
