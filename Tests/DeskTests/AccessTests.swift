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
        "POST /language": everybody, "POST /logout": people, "GET /": people,
        "GET /accounts": ["administrator"], "POST /accounts": ["administrator"],
        "POST /accounts/:name/close": ["administrator"], "GET /queue": ["unit"],
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
        "GET /search": readers, "POST /search": readers, "GET /units": overseers, "GET /samples": ["supervisor"],
        "POST /samples": ["supervisor"], "GET /samples/:id": ["supervisor"], "POST /samples/:id": ["supervisor"],
    ]
    private static let readers: Set<String> = ["reception", "unit", "supervisor"]
    private static let deciders: Set<String> = ["reception", "supervisor"]

    @Test func table_namesEveryRoute() async throws {
        let fixture = try await DeskFixture()
        #expect(Set(fixture.desk.routeNames) == Set(Self.admitted.keys))
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
                        .replacing(":item", with: "x").replacing(":id", with: "x").replacing(":page", with: "1")
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
