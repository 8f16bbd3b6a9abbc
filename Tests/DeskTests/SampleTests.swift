import Desk
import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing

@Suite struct SampleTests {
    @Test func sample_isDrawnAndJudgedWithoutBeingShownTheDecision() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto, source: "drawn.tif")
        _ = try await fixture.dossier(.review, source: "reviewed.tif")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let days = ["from": "2026-08-01", "to": "2026-08-31"]
            let drawn = try await browser.post("/samples", days.merging(["count": "5"]) { first, _ in first })
            let list = String(buffer: drawn.body)
            #expect(list.contains("drawn.tif") && !list.contains("reviewed.tif"))
            let page = String(buffer: try await browser.get("/samples/\(dossier)").body)
            #expect(page.contains("/dossiers/\(dossier)/pages/1"))
            // The catalogue offers every procedure; the decision itself is nowhere marked, and no unit is named.
            let others = page.replacing(#/<datalist.*</datalist>/#.dotMatchesNewlines(), with: "")
            #expect(!others.contains("1.001193") && !others.contains("khai sinh") && !others.contains("Văn phòng"))
            let wrong = try await browser.post("/samples/\(dossier)", ["procedure": "birth"])
            #expect(wrong.status == .unprocessableContent)
            let verdict = try await browser.post("/samples/\(dossier)", ["procedure": "1.004884 Đăng ký lại khai sinh"])
            #expect(verdict.headers[.location] == "/samples")
            #expect(try await browser.get("/samples/\(dossier)").status == .notFound)
            #expect(try await browser.post("/samples/\(dossier)", ["none": "yes"]).status == .notFound)
        }
        let judged = try await fixture.ledger.events(EventFilter(kind: .auditJudged), limit: 9)
        #expect(judged.map(\.detail) == [["decided": "1.001193", "found": "1.004884"]])
        #expect(judged.map(\.actor) == ["supervisor"])
        #expect(try await fixture.ledger.events(EventFilter(kind: .dossierViewed), limit: 9).count == 1)
    }

    @Test(arguments: [
        ["count": "0"], ["count": "1001"], ["count": "5", "to": "2026-07-01"], ["count": "5", "from": "x"],
    ])
    func draw_thatCannotBeIsSaidAndDrawsNothing(fields: [String: String]) async throws {
        let fixture = try await DeskFixture()
        _ = try await fixture.dossier(.auto)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let days = ["from": "2026-08-01", "to": "2026-08-31"]
            let response = try await browser.post("/samples", fields.merging(days) { given, _ in given })
            #expect(response.status == .unprocessableContent)
        }
        #expect(try await fixture.ledger.openAuditCases(limit: 9).isEmpty)
    }
}
