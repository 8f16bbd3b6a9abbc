import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Desk

@Suite struct TokenPageTests {
    @Test func token_isShownOnce_opensUntilItIsRevoked() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let form = ["account": "unit", "purpose": "<b>kho lưu trữ</b>", "until": "2026-12-31"]
            let page = try await browser.post("/tokens", form).text
            let token = try #require(page.firstMatch(of: #/hoso_[0-9a-f]{64}/#).map { String($0.output) })
            #expect(page.contains("&lt;b&gt;kho lưu trữ") && !page.contains("<b>kho"))
            #expect(!(try await browser.get("/tokens").text.contains(token)))
            let program = Program(client, token: token)
            #expect(try await program.get("/account").json["unit"]?.text == "van-phong")

            let known = try #require(try await fixture.ledger.tokens().first)
            #expect(!known.digest.contains(token.dropFirst(5)) && known.purpose == form["purpose"])
            let revoked = try await browser.post("/tokens/\(known.digest.prefix(12))/revoke")
            #expect(revoked.headers[.location] == "/tokens")
            #expect(try await program.get("/account").status == .unauthorized)
        }
        let kinds = try await fixture.ledger.events(EventFilter(actor: "administrator"), limit: 9).map(\.kind)
        #expect(kinds.contains(.tokenIssued) && kinds.contains(.tokenRevoked))
    }

    @Test(arguments: [
        ["account": "unit", "purpose": "", "until": "2026-12-31"],
        ["account": "unit", "purpose": "x", "until": "2026-08-01"], ["account": "unit", "purpose": "x"],
        ["account": "nobody", "purpose": "x", "until": "2026-12-31"],
    ])
    func token_withoutPurposeEndOrAccount_isRefused(form: [String: String]) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let response = try await browser.post("/tokens", form)
            #expect(response.status == (form["account"] == "nobody" ? .notFound : .unprocessableContent))
        }
        #expect(try await fixture.ledger.tokens().isEmpty)
    }
}
