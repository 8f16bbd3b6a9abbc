import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing

@Suite struct SearchTests {
    @Test func search_findsByNameAndWordsHoweverTheyAreWritten() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("ho-so-may.pdf", name: "Lò Thị Mẩy")
        try await fixture.receive("other.pdf", name: "Vàng A Páo")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let decomposed = "LÒ THỊ MẨY".decomposedStringWithCanonicalMapping
            for words in [
                "Lò Thị Mẩy", "lo thi may", decomposed, "may lo", "thi m", "1.001193 mẩy", "ho-so-may.pdf",
            ] {
                let html = String(buffer: try await browser.post("/search", ["words": words]).body)
                #expect(html.contains("ho-so-may.pdf") && !html.contains("other.pdf"), "\(words)")
            }
        }
    }

    @Test func unit_findsItsOwnOnly() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("own.pdf", name: "Lò Thị Mẩy")
        try await fixture.receive("foreign.pdf", unit: "kinh-te", name: "Lò Thị Mẩy")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("unit")
            let html = String(buffer: try await browser.post("/search", ["words": "mẩy"]).body)
            #expect(html.contains("own.pdf") && !html.contains("foreign.pdf"))
        }
    }

    @Test func marks_putWhatBearsThemFirst() async throws {
        let fixture = try await DeskFixture()
        let now = DeskFixture.morning
        try await fixture.receive("meant.pdf", name: "Trần Thị Hồng", at: now - 600)
        try await fixture.receive("alike.pdf", name: "Trần Thị Hổng", at: now)
        let query = try #require(SearchQuery("Trần Thị Hồng"))
        let found = try await fixture.ledger.search(query, unit: nil, limit: 10, by: "reception", now: now)
        #expect(found.map(\.source) == ["meant.pdf", "alike.pdf"])
        let plain = try #require(SearchQuery("tran thi hong"))
        let newest = try await fixture.ledger.search(plain, unit: nil, limit: 10, by: "reception", now: now)
        #expect(newest.map(\.source) == ["alike.pdf", "meant.pdf"])
    }

    @Test func number_findsADossierFromItsAcceptanceOn() async throws {
        let fixture = try await DeskFixture()
        let item = try #require(try await fixture.receive("a.pdf").item)
        let query = try #require(SearchQuery("H49.001.02-261125-010001"))
        let now = DeskFixture.morning
        #expect(try await fixture.ledger.search(query, unit: nil, limit: 9, by: "unit", now: now).isEmpty)
        let series = NumberSeries(stem: "H49.001.02-261125-01")
        try await fixture.ledger.accept(item, by: "unit", series: series, now: now)
        #expect(try await fixture.ledger.search(query, unit: nil, limit: 9, by: "unit", now: now).count == 1)
    }

    @Test func search_isAnEventWithoutTheWords() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("a.pdf", name: "Lò Thị Mẩy")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            _ = try await browser.post("/search", ["words": "lò mẩy"])
            #expect(try await browser.post("/search", ["words": "…"]).status == .unprocessableContent)
        }
        let events = try await fixture.ledger.events(EventFilter(kind: .searchMade), limit: 10)
        #expect(events.map(\.actor) == ["supervisor"])
        #expect(events.first?.detail == ["words": "2", "hits": "1"])
    }
}
