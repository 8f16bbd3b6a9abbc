import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Desk

/// Logging in by the office's single sign-on, held against a provider that does as it is told.
@Suite struct SignOnTests {
    /// A desk that knows a provider, with an account that a person of it is invited to.
    private static func visit(
        _ change: @escaping @Sendable (inout SignOnSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (DeskFixture, MadeProvider, any TestClientProtocol) async throws -> Void
    ) async throws {
        let clock = Clock()
        let provider = MadeProvider(clock: clock)
        try await provider.serve { issuer in
            var settings = try #require(provider.settings(issuer))
            change(&settings)
            let fixture = try await DeskFixture(settings: { $0.signOn = settings })
            fixture.clock.turn(by: clock.now.timeIntervalSince(fixture.clock.now))
            try await fixture.ledger.addAccount(
                "an", role: .supervisor, unit: nil, password: nil, signOn: "an.nguyen", by: nil, now: fixture.clock.now)
            try await fixture.visit { client in try await body(fixture, provider, client) }
        }
    }

    /// As far as the provider, and where that is.
    private static func setOut(_ browser: inout Browser, next: String = "/") async throws -> String {
        let response = try await browser.get("/sign-on?next=\(Browser.escaped(next))")
        #expect(response.status == .seeOther)
        return try #require(response.headers[.location])
    }

    @Test func signOn_opensTheAccountThatThePersonIsInvitedTo() async throws {
        try await Self.visit { fixture, provider, client in
            var browser = Browser(client)
            let login = try await browser.get("/login?next=/late").text
            #expect(login.contains("href=\"/sign-on?next=%2Flate\""))
            let planted = SessionKey.make().text
            browser.cookies["hoso_session"] = planted
            let entrance = try await Self.setOut(&browser, next: "/late")
            let back = try provider.letIn(entrance, as: "7", called: "an.nguyen")
            let response = try await browser.get(back)
            // A page that leads on: after a redirection browsers would not send the cookie along.
            #expect(response.status == .ok)
            #expect(response.text.contains("content=\"0; url=/late\""))
            let cookie = try #require(response.headers[values: .setCookie].first { $0.hasPrefix("hoso_session=") })
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            #expect(browser.cookies["hoso_session"] != planted && browser.cookies["hoso_sign_on"] == "")
            #expect(try await browser.get("/late").status == .ok)
            #expect(try await browser.get(back).status == .badRequest, "used up")
        }
    }

    @Test func entrance_asksForACodeThatOnlyThisBrowserCanTurnIn() async throws {
        try await Self.visit { _, _, client in
            var (first, second) = (Browser(client), Browser(client))
            let entrance = try await Self.setOut(&first)
            let items = try #require(URLComponents(string: entrance)?.queryItems)
            let query = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
            #expect(query["tenant"] == "a b" && query["response_type"] == "code")
            #expect(query["client_id"] == MadeProvider.client)
            #expect(query["redirect_uri"] == "https://desk.example/sign-on/callback")
            #expect(query["scope"]?.split(separator: " ").contains("openid") == true)
            #expect(query["code_challenge_method"] == "S256" && query["ui_locales"] == "vi")
            let secrets = ["state", "nonce", "code_challenge"].compactMap { query[$0] }
            #expect(Set(secrets).count == 3 && secrets.allSatisfy { $0.count == 43 })
            let cookie = try #require(first.cookies["hoso_sign_on"])
            let attempt = try #require(SignOnAttempt(presented: cookie))
            #expect(attempt.state == query["state"] && !entrance.contains(attempt.verifier))
            _ = try await Self.setOut(&second)
            #expect(second.cookies["hoso_sign_on"] != cookie)
            let header = try await first.get("/sign-on").headers[.setCookie] ?? ""
            #expect(header.contains("HttpOnly") && header.contains("SameSite=Lax") && header.contains("Max-Age=600"))
        }
    }

    @Test func person_isKnownByTheirSubjectAndNotByWhatTheyAreCalled() async throws {
        try await Self.visit { fixture, provider, client in
            for (subject, name, status) in [
                ("7", "an.nguyen", HTTPResponse.Status.ok), ("7", "an.le", .ok), ("8", "an.nguyen", .forbidden),
                ("9", "binh.<b>", .forbidden),
            ] {
                var browser = Browser(client)
                let entrance = try await Self.setOut(&browser)
                let response = try await browser.get(try provider.letIn(entrance, as: subject, called: name))
                #expect(response.status == status, "\(subject) \(name)")
                let isIn = try await browser.get("/late").status == .ok
                #expect(isIn == (status == .ok))
                if status == .forbidden {
                    let html = response.text
                    #expect(html.contains(name.replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
                }
            }
            try await fixture.ledger.closeAccount("an", by: nil, now: fixture.clock.now)
            var browser = Browser(client)
            let entrance = try await Self.setOut(&browser)
            let response = try await browser.get(try provider.letIn(entrance, as: "7", called: "an.nguyen"))
            #expect(response.status == .forbidden)
        }
    }

    /// What is wrong with a token, by name.
    private static let wrongs: [(String, MadeProvider.Mischief)] = [
        ("another issuer", { $0.claims["iss"] = "https://elsewhere.example" }),
        ("no issuer", { $0.claims["iss"] = nil }),
        ("another audience", { $0.claims["aud"] = "another desk" }),
        ("no audience", { $0.claims["aud"] = nil }),
        ("several audiences, none of them the party", { $0.claims["aud"] = ["x", .text(MadeProvider.client)] }),
        ("another party", { $0.claims["azp"] = "another desk" }),
        ("over", { $0.claims["exp"] = .integer(Int(DeskFixture.morning.timeIntervalSince1970) - 121) }),
        ("without an end", { $0.claims["exp"] = nil }),
        ("from the future", { $0.claims["iat"] = .integer(Int(DeskFixture.morning.timeIntervalSince1970) + 121) }),
        ("another attempt's", { $0.claims["nonce"] = "x" }),
        ("no attempt's", { $0.claims["nonce"] = nil }),
        ("nobody's", { $0.claims["sub"] = nil }),
        ("nobody's, said", { $0.claims["sub"] = "" }),
        ("signed by a stranger", { $0.key = P256.Signing.PrivateKey() }),
        ("of a key that is not there", { $0.head["kid"] = "third" }),
        (
            "unsigned",
            {
                $0.head["alg"] = "none"
                $0.seal = []
            }
        ),
        ("signed and called unsigned", { $0.head["alg"] = "none" }),
        (
            "signed by what everybody knows",
            {
                // A verifier that takes the public key for a shared secret would be content.
                $0.head["alg"] = "HS256"
                let parts = [$0.head, $0.claims].compactMap { try? JSONEncoder().encode($0) }
                    .map { Base64URL.text(Array($0)) }
                let code = HMAC<SHA256>.authenticationCode(
                    for: Data(parts.joined(separator: ".").utf8),
                    using: SymmetricKey(data: $0.key.publicKey.x963Representation))
                $0.seal = Array(code)
            }
        ),
        ("with what must be understood", { $0.head["crit"] = ["b64"] }),
        ("broken", { $0.seal = [1, 2, 3] }),
    ]

    @Test(arguments: wrongs.map(\.0))
    func token_thatIsNotTrueLetsNobodyIn(wrong: String) async throws {
        let mischief = try #require(Self.wrongs.first { $0.0 == wrong }?.1)
        try await Self.visit { fixture, provider, client in
            provider.doWrong(mischief)
            var browser = Browser(client)
            let entrance = try await Self.setOut(&browser)
            let response = try await browser.get(try provider.letIn(entrance, as: "7", called: "an.nguyen"))
            #expect(response.status == .unauthorized)
            #expect(browser.cookies["hoso_session"] == nil)
            #expect(try await fixture.ledger.signOns()["an"]?.boundAt == nil)
        }
    }

    @Test func audiences_areManyWhereThePartyIsTheDesk() async throws {
        try await Self.visit { _, provider, client in
            provider.doWrong {
                $0.claims["aud"] = ["x", .text(MadeProvider.client)]
                $0.claims["azp"] = .text(MadeProvider.client)
                $0.head["kid"] = nil
            }
            var browser = Browser(client)
            let entrance = try await Self.setOut(&browser)
            #expect(try await browser.get(try provider.letIn(entrance, as: "7", called: "an.nguyen")).status == .ok)
        }
    }

    @Test func answer_isTakenFromTheBrowserThatSetOutOnly() async throws {
        try await Self.visit { _, provider, client in
            var (victim, other) = (Browser(client), Browser(client))
            let foreign = try provider.letIn(try await Self.setOut(&other), as: "7", called: "an.nguyen")
            #expect(try await victim.get(foreign).status == .badRequest, "never set out")
            _ = try await Self.setOut(&victim)
            #expect(try await victim.get(foreign).status == .badRequest, "set out for itself")
            #expect(victim.cookies["hoso_session"] == nil)
            let entrance = try await Self.setOut(&victim)
            let state = try #require(URLComponents(string: entrance)?.queryItems?.first { $0.name == "state" }?.value)
            for answer in ["error=access_denied&state=\(state)", "state=\(state)", "code=&state=\(state)"] {
                let cookie = victim.cookies
                #expect(try await victim.get("/sign-on/callback?\(answer)").status == .unauthorized)
                victim.cookies = cookie
            }
            #expect(try await victim.get("/sign-on/callback?code=x&state=\(state)").status == .badRequest)
        }
    }

    @Test func answer_inAnotherProvidersNameIsRefused() async throws {
        try await Self.visit { _, provider, client in
            var browser = Browser(client)
            let back = try provider.letIn(try await Self.setOut(&browser), as: "7", called: "an.nguyen")
            #expect(try await browser.get(back + "&iss=https%3A%2F%2Felsewhere.example").status == .badRequest)
        }
    }

    @Test func keys_areLookedUpAnewForOneThatIsNotKnown_butNotForEveryInvention() async throws {
        try await Self.visit { fixture, provider, client in
            for wanted in [1, 1] {
                var browser = Browser(client)
                let back = try provider.letIn(try await Self.setOut(&browser), as: "7", called: "an.nguyen")
                #expect(try await browser.get(back).status == .ok)
                #expect(provider.looks == wanted)
            }
            provider.takeAnotherKey()
            for (seconds, status, wanted) in [
                (1.0, HTTPResponse.Status.unauthorized, 1), (30, .ok, 2), (1, .ok, 2),
            ] {
                fixture.clock.turn(by: seconds)
                var browser = Browser(client)
                let back = try provider.letIn(try await Self.setOut(&browser), as: "7", called: "an.nguyen")
                #expect(try await browser.get(back).status == status)
                #expect(provider.looks == wanted)
            }
        }
    }

    @Test(arguments: ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"])
    func provider_thatDescribesItselfUnsoundlyIsNotUsed(member: String) async throws {
        try await Self.visit { _, provider, client in
            provider.describeItself { $0[member] = "http://elsewhere.example/" }
            var browser = Browser(client)
            let response = try await browser.get("/sign-on")
            #expect(response.status == .serviceUnavailable)
            // Whoever has a password still gets in.
            #expect(response.text.contains("name=\"password\""))
            #expect(try await browser.logIn("reception").status == .seeOther)
        }
    }

    @Test func provider_thatIsAwayIsSaid() async throws {
        let settings = try #require(
            SignOnSettings(issuer: "http://127.0.0.1:1", client: "x", secret: nil, desk: "https://desk.example"))
        let fixture = try await DeskFixture(settings: { $0.signOn = settings })
        try await fixture.visit { client in
            var browser = Browser(client)
            let response = try await browser.get("/sign-on?next=/late")
            #expect(response.status == .serviceUnavailable)
            #expect(response.text.contains("value=\"/late\""))
        }
    }

    @Test func addressOfMail_countsWhereTheProviderHasSeenThatItIsTheirs() async throws {
        try await Self.visit({ $0.claim = "email" }) { fixture, provider, client in
            try await fixture.ledger.invite("an@office.example", as: "an", by: nil, now: fixture.clock.now)
            let claims: [String: JSONValue] = ["email": "an@office.example"]
            for (more, status) in [
                ([:], HTTPResponse.Status.forbidden), (["email_verified": false], .forbidden),
                (["email_verified": true], .ok),
            ] as [([String: JSONValue], HTTPResponse.Status)] {
                var browser = Browser(client)
                let entrance = try await Self.setOut(&browser)
                let back = try provider.letIn(entrance, as: "7", called: "an.nguyen", claims.merging(more) { $1 })
                #expect(try await browser.get(back).status == status)
            }
        }
    }

    @Test(arguments: ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"])
    func signOn_leadsToPathsOfTheDeskOnly(next: String) async throws {
        try await Self.visit { _, provider, client in
            var browser = Browser(client)
            let back = try provider.letIn(
                try await Self.setOut(&browser, next: next), as: "7", called: "an.nguyen")
            #expect(try await browser.get(back).text.contains("url=/\""))
        }
    }

    @Test func signOn_isNotThereWhereTheOfficeHasNone() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            #expect(try await browser.get("/sign-on").status == .notFound)
            #expect(try await browser.get("/sign-on/callback?code=x&state=y").status == .notFound)
            let page = try await browser.get("/login").text
            #expect(!page.contains("/sign-on"))
        }
    }

    @Test func accountsPage_invitesAndShowsHowPeopleLogIn() async throws {
        try await Self.visit { fixture, _, client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            var fields = ["name": "binh", "role": "reception", "identity": "binh.le", "password": ""]
            #expect(try await browser.post("/accounts", fields).status == .seeOther)
            #expect(try await fixture.ledger.signOns()["binh"]?.identity == "binh.le")
            #expect(try await fixture.ledger.credentials(of: "binh") == nil)
            #expect(try await browser.get("/accounts").text.contains("binh.le"))
            fields["name"] = "chi"
            #expect(try await browser.post("/accounts", fields).status == .unprocessableContent, "taken")
            fields["identity"] = ""
            #expect(try await browser.post("/accounts", fields).status == .unprocessableContent, "no way in")
        }
    }

    @Test func settings_areOfAddressesThatNobodyListensInOn() {
        let make = { SignOnSettings(issuer: $0, client: "x", secret: nil, desk: $1) }
        #expect(make("http://id.example", "https://desk.example") == nil)
        #expect(make("https://id.example", "http://desk.example") == nil)
        #expect(make("https://a:b@id.example", "https://desk.example") == nil)
        #expect(make("id.example", "https://desk.example") == nil)
        let settings = make("https://id.example/realms/office", "https://desk.example/login?x=1#y")
        #expect(settings?.callback == "https://desk.example/sign-on/callback")
        #expect(
            make("http://localhost:9400", "http://127.0.0.1:8080")?.callback.hasPrefix("http://127.0.0.1:8080/") == true
        )
    }
}
