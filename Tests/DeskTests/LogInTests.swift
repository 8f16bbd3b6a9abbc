import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing

@Suite struct LogInTests {
    @Test func logIn_opensASessionUnderANewKeyInACookieThatScriptsCannotRead() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            let planted = String(repeating: "a", count: 64)
            browser.cookies["hoso_session"] = planted
            let response = try await browser.logIn("reception")
            #expect(response.status == .seeOther)
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Strict"))
            #expect(browser.cookies["hoso_session"] != planted)
            #expect(try await browser.get("/").status == .ok)
            browser.cookies["hoso_session"] = planted
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func logOut_endsTheSessionForWhoeverHoldsTheKey() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let key = browser.cookies["hoso_session"]
            #expect(try await browser.post("/logout").headers[.location] == "/login")
            browser.cookies["hoso_session"] = key
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func session_endsWhenIdleAndAtItsEnd() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            for _ in 0..<7 {
                fixture.clock.turn(by: 6_000)
                #expect(try await browser.get("/").status == .ok)
            }
            fixture.clock.turn(by: 6_000)
            #expect(try await browser.get("/").status == .seeOther, "twelve hours are over")
            _ = try await browser.logIn("supervisor")
            fixture.clock.turn(by: 7_300)
            #expect(try await browser.get("/").status == .seeOther, "two hours without a request")
        }
    }

    @Test func wrongPasswords_lockTheAccountAndAnswerAlikeForNobody() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            let nobody = try await browser.logIn("nobody", password: "wrong password")
            var bodies: Set<String> = []
            for _ in 0..<5 {
                let response = try await browser.logIn("unit", password: "wrong password")
                #expect(response.status == .unauthorized)
                bodies.insert(String(buffer: response.body).replacing("unit", with: "nobody"))
            }
            #expect(bodies == [String(buffer: nobody.body)])
            #expect(try await browser.logIn("unit").status == .unauthorized, "locked")
            fixture.clock.turn(by: 61)
            #expect(try await browser.logIn("unit").status == .seeOther)
        }
    }

    @Test func tries_fromOneAddressAreHeldBackForAMinute() {
        let brake = LogInBrake()
        let now = DeskFixture.morning
        for _ in 0..<30 { #expect(brake.admits("192.0.2.7", now: now)) }
        #expect(!brake.admits("192.0.2.7", now: now))
        #expect(brake.admits("192.0.2.8", now: now))
        #expect(brake.admits("192.0.2.7", now: now.addingTimeInterval(60)))
    }

    @Test(arguments: [
        "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/a\r\nSet-Cookie: x=1",
    ])
    func logIn_leadsToPathsOfTheDeskOnly(next: String) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            let response = try await browser.post(
                "/login", ["name": "unit", "password": DeskFixture.password, "next": next], token: "")
            #expect(response.headers[.location] == "/")
            #expect(response.headers[values: .setCookie].count == 1)
        }
    }

    @Test func password_isTheSameHoweverItsMarksAreTyped() throws {
        let hash = try PasswordHash(of: "mật khẩu dài", salt: [UInt8](0..<16))
        #expect(hash.matches("mật khẩu dài".decomposedStringWithCanonicalMapping))
        #expect(!hash.matches("mat khau dai"))
        #expect(!PasswordHash(stored: "").matches(""))
    }
}
