import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Testing
import Triage

@testable import Desk

/// What programs are refused.
@Suite struct APISecurityTests {
    @Test(arguments: [
        "/%61pi/v1/account", "/api/v1/%61ccount", "//api/v1/account", "/api/v1/../v1/account", "/API/v1/account",
        "/api/v1/account/", "/api", "/api/v1", "/api/v2/account",
    ])
    func path_thatIsWrittenOtherwise_opensToNoCookie(path: String) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let response = try await browser.get(path)
            #expect([.notFound, .unauthorized].contains(response.status), "\(response.status)")
            #expect(response.headers.contains { $0.name.canonicalName == "content-security-policy" })
        }
    }

    @Test(arguments: [
        "hoso_", "Bearer", "Bearer ", "Basic aG9zbzpob3Nv", "Bearer hoso_\(String(repeating: "g", count: 64))",
        "Bearer \(String(repeating: "a", count: 64))", "Bearer hoso_\(String(repeating: "a", count: 64)) x",
        "Bearer hoso_\(String(repeating: "a", count: 100_000))", "Bearer ' OR 1=1 --",
    ])
    func authorization_thatIsNoToken_isRefused(field: String) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            let response = try await client.execute(
                uri: "/api/v1/account", method: .get, headers: [.authorization: field])
            #expect(response.status == .unauthorized)
            #expect(response.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
        }
    }

    @Test func unit_findsOthersDossiersNowhere() async throws {
        let fixture = try await DeskFixture()
        let (dossier, item) = try await fixture.receive("a.tif", unit: "kinh-te", name: "Lò Thị Mẩy")
        try await fixture.visit { client in
            let program = try await fixture.program("unit", client)
            for path in ["", "/history", "/pages/1/picture", "/pages/1/words"] {
                #expect(try await program.get("/dossiers/\(dossier)\(path)").status == .notFound)
            }
            #expect(try await program.get("/queue/\(item ?? "")").status == .notFound)
            #expect(try await program.post("/queue/\(item ?? "")/accept").status == .notFound)
            #expect(try await program.post("/search", #"{"words": "mẩy"}"#).json.rows.isEmpty)
            #expect(try await program.get("/queue").json.rows.isEmpty)
        }
        #expect(try await fixture.ledger.queueItem(item ?? "").state == .proposed)
    }

    @Test func look_isAnEventOfTheTokensAccount() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto)
        try await fixture.visit { client in
            let program = try await fixture.program("unit", client)
            _ = try await program.get("/dossiers/\(dossier)")
            _ = try await program.get("/dossiers/\(dossier)/pages/1/words")
        }
        let looks = try await fixture.ledger.events(ofDossier: dossier).filter { $0.kind == .dossierViewed }
        #expect(looks.map(\.actor) == ["unit"])
    }

    @Test(arguments: [
        "a%0d%0aSet-Cookie:%20x=1.tif", "..%2f..%2fetc%2fpasswd", "%00%1b%5b2J.tif", "<script>alert(1)<%2fscript>.tif",
        "%e2%80%aefit.exe", String(repeating: "%c4%91", count: 400),
    ])
    func fileName_ofAnySort_isKeptAsANameAndNoHeader(name: String) async throws {
        let fixture = try await DeskFixture()
        let field = HTTPField.Name("X-File-Name") ?? .accept
        let file = ByteBuffer(bytes: try Data(contentsOf: DeskFixture.sample))
        try await fixture.visit { client in
            let program = try await fixture.program("reception", client)
            let response = try await program.send(.post, "/scans", [field: name], file)
            #expect(response.status == .created)
            #expect(response.headers[.setCookie] == nil)
            let kept = try await program.get(response.headers[.location] ?? "").json["name"]?.text ?? ""
            #expect((1...120).contains(kept.count) && !kept.contains("/"))
            #expect(kept.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x202e })
        }
    }

    @Test func tooMuch_isRefusedAndNothingIsKept() async throws {
        let fixture = try await DeskFixture { $0.limits.bytesPerFile = 2_000 }
        let file = ByteBuffer(bytes: try Data(contentsOf: DeskFixture.sample))
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            let program = try await fixture.program("supervisor", client)
            #expect(try await program.send(.post, "/scans", [:], file).status == .contentTooLarge)
            #expect(
                try await program.send(.post, "/scans", [:], ByteBuffer(string: "<html>")).status
                    == .unprocessableContent)
            #expect(try await program.send(.post, "/scans", [:], ByteBuffer()).status == .badRequest)
            let long = String(repeating: "x", count: 70_000)
            #expect(try await program.post("/search", "{\"words\": \"\(long)\"}").status == .contentTooLarge)
            #expect(try await program.post("/search", "{\"words\": \"\(long.prefix(600))\"}").status == .badRequest)
            let deep = String(repeating: "[", count: 30_000)
            #expect(try await program.post("/search", deep).status == .badRequest)
            #expect(try await program.post("/dossiers/\(dossier)/confirm", deep).status == .badRequest)
        }
        #expect(try await fixture.ledger.uploads(limit: 9).isEmpty)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func whatIsNotDescribed_isRefusedWithoutBeingQuoted() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            let program = try await fixture.program("supervisor", client)
            let secret = "Lò Thị Mẩy"
            let wrong = [
                try await program.get("/review?limit=0"), try await program.get("/review?limit=9999999999999999999"),
                try await program.get("/review?cursor=x"), try await program.get("/review?oredr=oldest"),
                try await program.get("/units?on=\(Browser.escaped(secret))"), try await program.get("/procedures"),
                try await program.get("/review?cursor=eyJzZXF1ZW5jZSI6MX0"),
                try await program.post("/search", "{\"\(secret)\": 1}"), try await program.post("/search", secret),
                try await program.post("/dossiers/\(dossier)/confirm", "{\"procedure\": 7}"),
                try await program.post(
                    "/dossiers/\(dossier)/confirm",
                    "{\"procedure\": \"1.001193\", \"fields\": {\"\(secret)\": {\"value\": \"x\"}}}"),
                try await program.post(
                    "/dossiers/\(dossier)/confirm",
                    "{\"procedure\": \"1.001193\", \"fields\": {\"applicant.name\": {\"value\": \"x\", \"page\": 1, \"box\": [1]}}}"
                ),
            ]
            for response in wrong {
                #expect(response.status == .badRequest, "\(response.text)")
                #expect(!response.text.contains(secret))
            }
            let unknown = try await program.post("/dossiers/\(dossier)/confirm", "{\"procedure\": \"\(secret)\"}")
            #expect(unknown.status == .unprocessableContent && !unknown.text.contains(secret))
            let elsewhere = try await program.post(
                "/dossiers/\(dossier)/confirm",
                "{\"procedure\": \"1.001193\", \"fields\": {\"applicant.name\": {\"value\": \"x\", \"page\": 9, \"box\": [1, 1, 1, 1]}}}"
            )
            #expect(elsewhere.status == .unprocessableContent)
            let form = try await program.post(
                "/search", "words=x", [.contentType: "application/x-www-form-urlencoded"])
            #expect(form.status == .unsupportedMediaType)
        }
        #expect(try await fixture.ledger.confirmation(of: dossier) == nil)
    }

    /// Over a socket, because only there a connection can end too early.
    @Test(arguments: ["Content-Length: 60000", "Transfer-Encoding: chunked"])
    func bytes_thatBreakOff_areNoScan(framing: String) async throws {
        let fixture = try await DeskFixture()
        let file = try Data(contentsOf: DeskFixture.sample).prefix(30_000)
        let key = try await fixture.token(of: "reception")
        var logger = Logger(label: "desk-tests")
        logger.logLevel = .critical
        try await fixture.desk.application(logger: logger).test(.live) { client in
            let head =
                "POST /api/v1/scans HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer \(key.text)\r\n\(framing)\r\n\r\n"
            let chunk = framing.contains("chunked") ? "\(String(file.count, radix: 16))\r\n" : ""
            let answer = try Wire.answer(
                to: Data(head.utf8) + Data(chunk.utf8) + file, at: try #require(client.port))
            // The server may close before its answer is out.
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "), "\(answer.prefix(60))")
        }
        #expect(try await fixture.ledger.uploads(limit: 9).isEmpty)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func programThatAsksTooOften_waits_andOthersDoNot() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            let hasty = try await fixture.program("unit", client)
            let other = try await fixture.program("unit", client)
            for _ in 0..<fixture.desk.settings.programsMost {
                #expect(try await hasty.get("/account").status == .ok)
            }
            let refused = try await hasty.get("/account")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "1")
            #expect(try await other.get("/account").status == .ok)
            fixture.clock.turn(by: 1)
            #expect(try await hasty.get("/account").status == .ok)
        }
    }

    @Test func account_followsSoManyScansAtOnce_andOthersTheirOwn() async throws {
        let fixture = try await DeskFixture()
        let scan = try await fixture.ledger.sheet(of: fixture.dossier()).scan.id
        let followers = fixture.desk.followers
        try await fixture.visit { client in
            let program = try await fixture.program("reception", client)
            for _ in 0..<Followers.most { #expect(followers.join("reception")) }
            let refused = try await program.get("/scans/\(scan)/events")
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "5")
            let other = try await fixture.program("supervisor", client)
            #expect(try await other.get("/scans/\(scan)/events").status == .ok)
            // Whoever has ended makes room for one, as often as it ends.
            followers.leave("reception")
            for _ in 0..<3 { #expect(try await program.get("/scans/\(scan)/events").status == .ok) }
        }
    }

    @Test func token_isNoKeyToThePages() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            let program = try await fixture.program("administrator", client)
            let token = try #require(program.token)
            let response = try await client.execute(
                uri: "/accounts", method: .get,
                headers: [.authorization: "Bearer \(token)", .cookie: "hoso_session=\(token)"])
            #expect(response.status == .found || response.status == .seeOther)
        }
    }
}
