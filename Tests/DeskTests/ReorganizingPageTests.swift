import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Routing
import Testing
import Triage

@testable import Desk

/// Units that merge, split, change their name or close, decided at the desk.
@Suite struct ReorganizingPageTests {
    /// What the page that shows what would change sends to decide it.
    private static func plan(in html: String) throws -> [String: String] {
        var fields: [String: String] = [:]
        for name in ["kind", "day", "plan"] {
            let mark = "name=\"\(name)\" value=\""
            let start = try #require(html.range(of: mark, options: .backwards)).upperBound
            fields[name] = String(html[start...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        }
        return fields
    }

    @Test func merge_isLookedAtThenDecidedAndItsPeopleFollow() async throws {
        let fixture = try await DeskFixture()
        let old = try await fixture.receive("old.pdf")
        try await fixture.ledger.accept(try #require(old.item), by: "unit", now: DeskFixture.morning)
        try await fixture.ledger.complete(try #require(old.item), by: "unit", now: DeskFixture.morning)
        try await fixture.ledger.handOver(try #require(old.item), by: "unit", now: DeskFixture.morning)
        let open = try await fixture.receive("open.pdf", name: "Lò Thị Mẩy")
        let others = try await fixture.receive("theirs.pdf", unit: "kinh-te")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let answer = try await browser.post(
                "/units/reorganize/merge", ["unit.van-phong": "yes", "into": "kinh-te", "day": "2026-08-06"])
            let html = String(buffer: answer.body)
            #expect(answer.status == .ok && html.contains("<strong>1</strong>"), "one open item")
            #expect(try await fixture.ledger.reorganizations().isEmpty, "only looked at")
            let decided = try await browser.post("/units/decisions", Self.plan(in: html))
            #expect(decided.headers[.location] == "/units#decisions")

            _ = try await browser.logIn("unit")
            let queue = String(buffer: try await browser.get("/queue").body)
            #expect(queue.contains("open.pdf") && queue.contains("theirs.pdf"))
            for dossier in [old.dossier, open.dossier, others.dossier] {
                #expect(try await browser.get("/dossiers/\(dossier)").status == .ok)
            }
            let found = String(buffer: try await browser.post("/search", ["words": "pdf"]).body)
            for name in ["old.pdf", "open.pdf", "theirs.pdf"] { #expect(found.contains(name)) }
            let accepted = try await browser.post("/queue/\(try #require(open.item))/accept")
            #expect(accepted.status == .seeOther)
        }
        #expect(try await fixture.ledger.queueItem(try #require(open.item)).unit == "kinh-te")
        #expect(try await fixture.ledger.reorganizations().map(\.actor) == ["administrator"])
    }

    @Test func decisionForALaterDay_changesNothingBeforeItAndCanBeTakenBack() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("open.pdf")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let html = String(
                buffer: try await browser.post(
                    "/units/reorganize/merge",
                    [
                        "unit.van-phong": "yes", "into": "+", "new-id": "mot-cua", "new-name": "Trung tâm <một cửa>",
                        "day": "2026-09-01",
                    ]
                ).body)
            #expect(html.contains("&lt;một cửa&gt;"))
            _ = try await browser.post("/units/decisions", Self.plan(in: html))
            #expect(String(buffer: try await browser.get("/units").body).contains("&lt;một cửa&gt;"))
            let record = try #require(try await fixture.ledger.reorganizations().first)
            #expect(record.day == "2026-09-01" && record.appliedAt == nil)

            var officer = Browser(client)
            _ = try await officer.logIn("unit")
            #expect(String(buffer: try await officer.get("/queue").body).contains("open.pdf"))
            let back = "/units/decisions/\(record.id)/withdraw"
            #expect(try await browser.post(back).status == .seeOther)
            #expect(try await browser.post(back).status == .notFound)
        }
        #expect(try await fixture.ledger.reorganizations().isEmpty)
    }

    @Test func split_passesWhatWasChosen() async throws {
        let fixture = try await DeskFixture()
        let field = try #require(fixture.run.pipeline.catalogue["1.001193"]?.field)
        let number = try #require(fixture.run.pipeline.catalogue.fields.firstIndex(of: field))
        let item = try #require(try await fixture.receive("open.pdf").item)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let form = String(buffer: try await browser.get("/units/reorganize/split?unit=van-phong").body)
            #expect(form.contains("name=\"field.\(number)\""))
            let answer = try await browser.post(
                "/units/reorganize/split",
                ["unit": "van-phong", "field.\(number)": "yes", "into": "kinh-te", "day": "2026-08-06"])
            _ = try await browser.post("/units/decisions", Self.plan(in: String(buffer: answer.body)))
            _ = try await browser.logIn("unit")
            #expect(!String(buffer: try await browser.get("/queue").body).contains("open.pdf"), "it still stands")
        }
        #expect(try await fixture.ledger.queueItem(item).unit == "kinh-te")
    }

    @Test(arguments: [
        ("merge", ["into": "kinh-te", "day": "2026-09-01"]),
        ("merge", ["unit.kinh-te": "yes", "into": "kinh-te", "day": "2026-09-01"]),
        ("merge", ["unit.van-phong": "yes", "into": "kinh-te", "day": "soon"]),
        ("merge", ["unit.van-phong": "yes", "into": "+", "new-id": "Một Cửa", "new-name": "x", "day": "2026-09-01"]),
        ("split", ["unit": "van-phong", "into": "kinh-te", "day": "2026-09-01"]),
        ("split", ["unit": "van-phong", "into": "kinh-te", "procedures": "9.999999", "day": "2026-09-01"]),
        ("rename", ["unit": "van-phong", "name": " ", "day": "2026-09-01"]),
        ("rename", ["unit": "nobody", "name": "x", "day": "2026-09-01"]),
        ("close", ["unit": "van-phong", "day": "2026-09-01"]),
    ])
    func whatCannotBe_isSaidInTheFormAgain(kind: String, fields: [String: String]) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let answer = try await browser.post("/units/reorganize/\(kind)", fields)
            let html = String(buffer: answer.body)
            #expect(answer.status == .unprocessableContent)
            #expect(html.contains("role=\"alert\"") && !html.contains("role=\"alert\"></p>"))
        }
    }

    @Test func plan_thatNobodyWasShownIsHeldToTheSameRules() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            for (plan, status) in [
                ("{}", HTTPResponse.Status.badRequest), ("nonsense", .badRequest),
                (#"{"units":["van-phong"],"heir":"../x","founded":{"../x":"y"}}"#, .badRequest),
                (#"{"units":["van-phong"],"heir":"nobody","founded":{}}"#, .unprocessableContent),
            ] {
                let answer = try await browser.post(
                    "/units/decisions", ["kind": "merge", "day": "2026-09-01", "plan": plan])
                #expect(answer.status == status, "\(plan)")
            }
        }
        #expect(try await fixture.ledger.reorganizations().isEmpty)
    }
}
